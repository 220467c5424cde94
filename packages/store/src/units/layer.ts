import { Units } from "@ntm/domain/units"
import { Effect, Layer } from "effect"
import type { Database } from "../database/database.ts"

/** `Units` on PostgreSQL. */
export const unitsLayer: Layer.Layer<Units, never, Database> = Layer.effect(Units, Effect.die(""))

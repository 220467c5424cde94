import { CriteriaSets } from "@ntm/domain/criteria"
import { Effect, Layer } from "effect"
import type { Database } from "../database/database.ts"

/** `CriteriaSets` on PostgreSQL. */
export const criteriaLayer: Layer.Layer<CriteriaSets, never, Database> = Layer.effect(CriteriaSets, Effect.die(""))

import { Assignments } from "@ntm/domain/assignments"
import { Effect, Layer } from "effect"
import type { Database } from "../database/database.ts"

/** `Assignments` on PostgreSQL. */
export const assignmentsLayer: Layer.Layer<Assignments, never, Database> = Layer.effect(Assignments, Effect.die(""))

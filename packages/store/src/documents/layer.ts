import { Documents } from "@ntm/domain/documents"
import { Effect, Layer } from "effect"
import type { Database } from "../database/database.ts"

/** `Documents` on PostgreSQL. */
export const documentsLayer: Layer.Layer<Documents, never, Database> = Layer.effect(Documents, Effect.die(""))

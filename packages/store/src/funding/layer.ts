import { Funding } from "@ntm/domain/funding"
import { Effect, Layer } from "effect"
import type { Database } from "../database/database.ts"

/** `Funding` on PostgreSQL. */
export const fundingLayer: Layer.Layer<Funding, never, Database> = Layer.effect(Funding, Effect.die(""))

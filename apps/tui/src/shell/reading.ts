import type { Client, Problem } from "@ntm/contract"
import { readUnits, type UnitAnswer, type UnitRead } from "../units/unit-reads.ts"
import { type PlanAnswer, readPlan } from "./plan.ts"

/** The plan that the four lists show, read in one round. */
export interface PlanRead {
  readonly room: "plan"
  readonly key: string
  readonly after?: number
}

/**
 * A question to the API, asked as data: what the state wants, the runner carries out.
 *
 * **Details** `key` names the question: while it is wanted it is asked once. `after`: milliseconds that it must have been
 * wanted before it is sent, for what changes with every letter. A room that begins to read for itself adds its own kind.
 */
export type Read = PlanRead | UnitRead

export type Answer = PlanAnswer | UnitAnswer

/** What comes of carrying a question out. */
export type Reply =
  | { readonly _tag: "Loaded"; readonly read: Read; readonly answer: Answer }
  | { readonly _tag: "Failed"; readonly read: Read; readonly problem: Problem }

/** Asks the API. Rejects with `ApiProblem`, or with the signal's own reason. */
export const readAnswer = (client: Client, read: Read, signal: AbortSignal): Promise<Answer> =>
  read.room === "plan" ? readPlan(client, signal) : readUnits(client, read, signal)

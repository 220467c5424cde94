import type { Client, Problem } from "@ntm/contract"
import { type AssessAnswer, type AssessRead, readAssess } from "../assessments/assess-reads.ts"
import { type MoneyAnswer, type MoneyRead, readMoney } from "../funding/money-reads.ts"
import { readTasks, type TasksAnswer, type TasksRead } from "../assignments/tasks-reads.ts"
import { type DeskAnswer, type DeskRead, readDesk } from "../desk/desk-state.ts"
import { dossiersDesk } from "../dossiers/dossiers-desk.ts"
import type { DossiersKind } from "../dossiers/dossiers-kind.ts"
import { inventoryDesk } from "../inventory/inventory-desk.ts"
import type { InventoryKind } from "../inventory/inventory-kind.ts"
import { recommendationsDesk } from "../recommendations/recommendations-desk.ts"
import type { RecommendationsKind } from "../recommendations/recommendations-kind.ts"
import { readUnits, type UnitAnswer, type UnitRead } from "../units/unit-reads.ts"
import { readWorks, type WorksAnswer, type WorksRead } from "../works/works-reads.ts"
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
export type Read =
  | PlanRead
  | UnitRead
  | AssessRead
  | MoneyRead
  | WorksRead
  | TasksRead
  | DeskRead<RecommendationsKind>
  | DeskRead<DossiersKind>
  | DeskRead<InventoryKind>

interface Asked {
  readonly plan: readonly [PlanRead, PlanAnswer]
  readonly units: readonly [UnitRead, UnitAnswer]
  readonly assess: readonly [AssessRead, AssessAnswer]
  readonly money: readonly [MoneyRead, MoneyAnswer]
  readonly works: readonly [WorksRead, WorksAnswer]
  readonly tasks: readonly [TasksRead, TasksAnswer]
  readonly recommendations: readonly [DeskRead<RecommendationsKind>, DeskAnswer<RecommendationsKind>]
  readonly dossiers: readonly [DeskRead<DossiersKind>, DeskAnswer<DossiersKind>]
  readonly inventory: readonly [DeskRead<InventoryKind>, DeskAnswer<InventoryKind>]
}

/** What comes of carrying a question out, for the room that asked. */
export type Reply = {
  readonly [Room in keyof Asked]:
    | { readonly _tag: "Loaded"; readonly room: Room; readonly read: Asked[Room][0]; readonly answer: Asked[Room][1] }
    | { readonly _tag: "Failed"; readonly room: Room; readonly read: Asked[Room][0]; readonly problem: Problem }
}[keyof Asked]

/** Asks the API. Rejects with `ApiProblem`, or with the signal's own reason. */
export const carriedOut = async (client: Client, read: Read, signal: AbortSignal): Promise<Reply> => {
  switch (read.room) {
    case "plan":
      return { _tag: "Loaded", room: read.room, read, answer: await readPlan(client, signal) }
    case "units":
      return { _tag: "Loaded", room: read.room, read, answer: await readUnits(client, read, signal) }
    case "assess":
      return { _tag: "Loaded", room: read.room, read, answer: await readAssess(client, read, signal) }
    case "money":
      return { _tag: "Loaded", room: read.room, read, answer: await readMoney(client, read, signal) }
    case "works":
      return { _tag: "Loaded", room: read.room, read, answer: await readWorks(client, read, signal) }
    case "tasks":
      return { _tag: "Loaded", room: read.room, read, answer: await readTasks(client, read, signal) }
    case "recommendations":
      return {
        _tag: "Loaded",
        room: read.room,
        read,
        answer: await readDesk(recommendationsDesk, client, read, signal)
      }
    case "dossiers":
      return { _tag: "Loaded", room: read.room, read, answer: await readDesk(dossiersDesk, client, read, signal) }
    case "inventory":
      return { _tag: "Loaded", room: read.room, read, answer: await readDesk(inventoryDesk, client, read, signal) }
  }
}

/** The reply to a question that failed. */
export const notCarriedOut = (read: Read, problem: Problem): Reply => {
  switch (read.room) {
    case "plan":
      return { _tag: "Failed", room: read.room, read, problem }
    case "units":
      return { _tag: "Failed", room: read.room, read, problem }
    case "assess":
      return { _tag: "Failed", room: read.room, read, problem }
    case "money":
      return { _tag: "Failed", room: read.room, read, problem }
    case "works":
      return { _tag: "Failed", room: read.room, read, problem }
    case "tasks":
      return { _tag: "Failed", room: read.room, read, problem }
    case "recommendations":
      return { _tag: "Failed", room: read.room, read, problem }
    case "dossiers":
      return { _tag: "Failed", room: read.room, read, problem }
    case "inventory":
      return { _tag: "Failed", room: read.room, read, problem }
  }
}

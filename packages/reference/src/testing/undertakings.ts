import { bookOn, planOf, type TaskPlan, TaskKey } from "@ntm/domain/assignments"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { loadReference } from "../load.ts"

const { chronicle, documents, undertakings } = await Effect.runPromise(loadReference())
const { agencies, calendar, duties, taskings } = undertakings
if (calendar === undefined) throw new Error("calendar")

/** The real documents with what the folder says of how they are read. */
export const real = { chronicle, documents, ...undertakings, calendar }

/** Every task of the real documents, recurring ones up to a day. */
export const realPlanUntil = (day: string): TaskPlan =>
  planOf(
    {
      assignments: documents.flatMap(({ assignments }) => assignments),
      duties,
      taskings,
      agencies,
      calendar,
      chronicle
    },
    Day.make(day)
  )

/** Every task of the real documents, recurring ones up to the end of 2026. */
export const realPlan = realPlanUntil("2026-12-31")

export const plan61 = (no: string): TaskKey => TaskKey.make(`kh-61-2025-haiphong/${no}`)

/** The real tasks on a day on which nothing was recorded of them yet. */
export const realBook = (day: string) =>
  bookOn(realPlan, { events: [], day: Day.make(day), knownAt: null, facts: null })

import { Equal, Result, Schema } from "effect"
import type { SetChange } from "../criteria/index.ts"
import { Bilingual, type Moment } from "../values/index.ts"
import { checkProcedures, type ProcedureProblem } from "./check-procedures.ts"
import { Procedure } from "./procedure.ts"

/** The file of procedures: the one that comes with the program, and those that offices load. */
export const ProceduresFile = Schema.Struct({ procedures: Schema.NonEmptyArray(Procedure) })
export type ProceduresFile = typeof ProceduresFile.Type

/** A procedure of a file, and what loading it does: it was not known; it takes the place of another body; it reads as before. */
export interface ProcedureChange {
  readonly procedure: Procedure
  readonly change: SetChange
}

/** What a load did. `knownFrom` null: everything reads as before, and nothing was written. */
export interface ProceduresLoaded {
  readonly knownFrom: Moment | null
  readonly procedures: ReadonlyArray<ProcedureChange>
}

/** A file of procedures that cannot be loaded: nothing was written. Each problem says where in the file ("procedures[0].steps[2].days"), and why. */
export class ProceduresRefused extends Schema.TaggedError<ProceduresRefused>()("ProceduresRefused", {
  problems: Schema.NonEmptyArray(Schema.Struct({ path: Schema.String, message: Bilingual }))
}) {
  override get message() {
    return this.problems.map(({ message, path }) => `${path}: ${message.vi} · ${message.en}`).join("\n")
  }
}

/** Where a problem stands in the file; the procedures that are known stand before those of the file. */
const inFile = (before: number, { path, reason }: ProcedureProblem) => ({
  path: path.replace(/^\[(\d+)\]/, (_, place: string) => `procedures[${Number(place) - before}]`),
  message: reason
})

/**
 * What a file makes of the procedures that are known: those of its ids are replaced, others come beside them.
 *
 * **Details** All of it together has to make sense: no two for one tier of a level and form of government on a day. Whole, or refused with every reason.
 */
export const proceduresTaken = (
  loaded: ReadonlyArray<Procedure>,
  known: ReadonlyArray<Procedure>
): Result.Result<ReadonlyArray<ProcedureChange>, ProceduresRefused> => {
  const ids = new Set(loaded.map(({ id }) => id))
  const others = known.filter(({ id }) => !ids.has(id))
  const [first, ...more] = checkProcedures([...others, ...loaded]).map((problem) => inFile(others.length, problem))
  if (first !== undefined) return Result.fail(new ProceduresRefused({ problems: [first, ...more] }))
  return Result.succeed(
    loaded.map((procedure) => {
      const before = known.find(({ id }) => id === procedure.id)
      const change = before === undefined ? "added" : Equal.equals(before, procedure) ? "unchanged" : "replaced"
      return { procedure, change }
    })
  )
}

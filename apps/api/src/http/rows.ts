import type { Reads } from "@ntm/contract"
import type { Bilingual } from "@ntm/domain/values"
import { Result, Schema } from "effect"
import { bodyProblems } from "./body.ts"

/** What of a row is of no form that can be read, as the rooms of the domain tell what is wrong with a row. */
interface FormProblem {
  readonly row: number
  readonly field: string | null
  readonly kind: "form"
  readonly sentence: Bilingual
}

const formProblems = (row: number, issue: Parameters<typeof bodyProblems>[0]): ReadonlyArray<FormProblem> =>
  bodyProblems(issue).map(({ path, message, messageEn }) => ({
    row,
    field: path === "" ? null : path,
    kind: "form",
    sentence: {
      // Where it stands is told by the field.
      vi: path === "" ? `dòng này: ${message}` : message,
      en: path === "" ? `the row: ${messageEn ?? message}` : (messageEn ?? message)
    }
  }))

/** The rows of a batch that can be read, each with its place in the batch, and what is wrong with the form of the others. */
export interface ReadRows<Body> {
  readonly bodies: ReadonlyArray<Body>
  readonly places: ReadonlyArray<number>
  readonly problems: ReadonlyArray<FormProblem>
}

/** Makes a reader of the rows of a batch: each by itself, all of them, so that a caller mends everything in one go. */
export const rowsReader = <S extends Reads>(schema: S) => {
  const decode = Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error" })
  return (rows: ReadonlyArray<unknown>): ReadRows<S["Type"]> => {
    const bodies: Array<S["Type"]> = []
    const places: Array<number> = []
    const problems: Array<FormProblem> = []
    for (const [row, given] of rows.entries()) {
      const read = decode(given)
      if (Result.isFailure(read)) problems.push(...formProblems(row, read.failure.issue))
      else {
        bodies.push(read.success)
        places.push(row)
      }
    }
    return { bodies, places, problems }
  }
}

import { ApiProblem, type FieldProblem, type RecordingBody } from "@ntm/contract"
import type { InputKind, ObservationRecord } from "@ntm/domain/criteria"
import { parseVietnameseNumber } from "@ntm/domain/values"

/** A row as it is sent: the server reads it, and says where it is wrong. */
export type EnteredRow = { readonly [K in keyof RecordingBody]?: unknown }

/** What a person typed into a field: nothing, a number, or something that is none. */
export type Entry =
  | { readonly _tag: "Blank" }
  | { readonly _tag: "Value"; readonly value: number }
  | { readonly _tag: "Wrong"; readonly sentence: { readonly vi: string; readonly en: string } }

const yes = new Set(["1", "x", "có", "co", "đạt", "dat", "yes"])
const no = new Set(["0", "không", "khong", "chưa", "chua", "no"])

/** Reads a field. An attestation is written as people tick it in sheets: có, không, đạt, x, 1, 0. */
export const readEntry = (text: string, kind: InputKind): Entry => {
  const typed = text.normalize("NFC").trim()
  if (typed === "") return { _tag: "Blank" }
  if (kind === "attestation") {
    const word = typed.toLocaleLowerCase("vi")
    if (yes.has(word)) return { _tag: "Value", value: 1 }
    if (no.has(word)) return { _tag: "Value", value: 0 }
    return {
      _tag: "Wrong",
      sentence: { vi: `“${typed}”: chỉ ghi Có hoặc Không`, en: `“${typed}”: write yes or no` }
    }
  }
  // A sheet's percent sign says what the column says anyway.
  const number = parseVietnameseNumber(kind === "percent" ? typed.replace(/\s*%$/u, "") : typed)
  return number._tag === "Success"
    ? { _tag: "Value", value: number.success.value }
    : { _tag: "Wrong", sentence: number.failure.sentence }
}

/** The value that a new one of the same day corrects; null where it is the first of its day. */
export const corrected = (
  day: string,
  { inForce, pending }: { readonly inForce: ObservationRecord | null; readonly pending: ObservationRecord | null }
): number | null => {
  const newest = [pending, inForce].find((record) => record?.observation.day === day)
  return newest === undefined || newest === null ? null : Number(newest.observation.id)
}

/** What a refusal says of each row, by its place in the batch; what concerns no row stands under −1. */
export const problemsByRow = (failure: unknown): ReadonlyMap<number, ReadonlyArray<FieldProblem>> => {
  const problems = failure instanceof ApiProblem ? (failure.problem.errors ?? []) : []
  return Map.groupBy(problems, ({ path }) => Number(/^rows\[(\d+)\]/.exec(path)?.[1] ?? -1))
}

/** Whether a refusal says that changes are taken from the server's own machine only. */
export const isLocalOnly = (failure: unknown): boolean =>
  failure instanceof ApiProblem && failure.problem.type.endsWith("changes-stay-local")

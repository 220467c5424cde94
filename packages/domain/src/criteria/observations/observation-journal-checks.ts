import type { UnitId } from "../../units/index.ts"
import { type Day, formatNumber, quoted, type WrittenBy, writtenWords } from "../../values/index.ts"
import type { InputKey } from "../rules/condition.ts"
import type { ObservationId, ObservationState } from "./observation.ts"
import type { InputCatalogue } from "./observation-input.ts"
import type { CheckedRecording, MoveRequest } from "./observation-recording.ts"
import { type ObservationProblem, problemAt } from "./observation-refusal.ts"
import { stepRefusal, type Acting } from "./workflow-judging.ts"

/** A value of the same unit, input, day and source is in the journal already: it has to be corrected, not said again. */
export const duplicateOf = (row: number, known: ObservationId, by: WrittenBy): ObservationProblem => {
  const { en, vi } = writtenWords(by)
  return problemAt(
    row,
    null,
    "duplicate",
    `Đã có số liệu số ${known} cùng đơn vị, chỉ tiêu, ngày và nguồn, ${vi}; nếu sai, hãy ghi số liệu thay thế (supersedes: ${known})`,
    `Observation ${known} says the same unit, input, day and source, ${en}; if it is wrong, record a correction (supersedes: ${known})`
  )
}

/** An observation as far as corrections and moves need it. */
export interface JournalEntry {
  readonly id: ObservationId
  readonly unit: UnitId
  readonly input: InputKey
  readonly day: Day
  readonly state: ObservationState
  /** The observation that corrects it, if any. */
  readonly supersededBy: ObservationId | null
}

const unknownObservation = (row: number, field: string, id: ObservationId): ObservationProblem =>
  problemAt(row, field, "unknownObservation", `Không có số liệu số ${id}`, `There is no observation ${id}`)

/** Why a correction cannot be one of what it names; null where it can. */
export const correctionProblem = (
  { row, unit, input }: Pick<CheckedRecording, "row" | "unit" | "input">,
  named: ObservationId,
  corrected: JournalEntry | undefined
): ObservationProblem | null => {
  if (corrected === undefined) return unknownObservation(row, "supersedes", named)
  if (corrected.unit !== unit || corrected.input !== input)
    return problemAt(
      row,
      "supersedes",
      "supersedesOther",
      `Số liệu số ${corrected.id} là của đơn vị hoặc chỉ tiêu khác`,
      `Observation ${corrected.id} is of another unit or input`
    )
  const { supersededBy } = corrected
  return supersededBy === null
    ? null
    : problemAt(
        row,
        "supersedes",
        "supersededAlready",
        `Số liệu số ${corrected.id} đã được thay bằng số ${supersededBy}; hãy thay số ${supersededBy}`,
        `Observation ${corrected.id} was corrected by ${supersededBy} already; correct ${supersededBy}`
      )
}

/** Sizes of the files that are kept, by their content. */
export type KeptFiles = ReadonlyMap<string, number>

/** Files that rows name as evidence and that nobody can open: they have to be handed in first. */
export const evidenceProblems = (
  batch: ReadonlyArray<Pick<CheckedRecording, "row" | "evidence">>,
  kept: KeptFiles
): ReadonlyArray<ObservationProblem> =>
  batch.flatMap(({ evidence, row }) =>
    evidence.flatMap((one, at): ReadonlyArray<ObservationProblem> => {
      if (!("file" in one) || kept.get(one.sha256) === one.bytes) return []
      const size = kept.get(one.sha256)
      const name = quoted(one.file)
      const [vi, en] =
        size === undefined
          ? [
              `Minh chứng ${name} chưa được lưu (SHA-256 ${one.sha256}); hãy tải tệp lên trước`,
              `The evidence ${name} is not kept (SHA-256 ${one.sha256}); hand the file in first`
            ]
          : [
              `Minh chứng ${name} có ${formatNumber(size)} byte, không phải ${formatNumber(one.bytes)}`,
              `The evidence ${name} has ${size} bytes, not ${one.bytes}`
            ]
      return [problemAt(row, `evidence[${at}]`, "evidenceNotKept", vi, en)]
    })
  )

/** Holds a batch of moves against the journal and the workflow: all problems of all rows at once. */
export const checkMoves = (
  judging: Acting,
  inputs: InputCatalogue,
  batch: ReadonlyArray<MoveRequest>,
  journal: ReadonlyMap<ObservationId, JournalEntry>
): ReadonlyArray<ObservationProblem> => {
  const problems: Array<ObservationProblem> = []
  const seen = new Map<ObservationId, number>()
  for (const [row, { observation, to, reason }] of batch.entries()) {
    const entry = journal.get(observation)
    const first = seen.get(observation)
    if (entry === undefined) {
      problems.push(unknownObservation(row, "observation", observation))
      continue
    }
    if (first !== undefined) {
      problems.push(
        problemAt(
          row,
          "observation",
          "movedTwice",
          `Số liệu số ${observation} đã có ở dòng ${first + 1}`,
          `Observation ${observation} is in row ${first + 1} already`
        )
      )
      continue
    }
    seen.set(observation, row)
    const { state, unit, day, input } = entry
    const agencies = inputs.get(input)?.agencies ?? []
    const judgement = stepRefusal(judging, { from: state, to, unit, day, input, agencies, reason })
    if (judgement !== null) problems.push({ row, field: "to", ...judgement })
  }
  return problems
}

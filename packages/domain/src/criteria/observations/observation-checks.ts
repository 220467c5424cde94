import { type Chronicle, notStanding, unitByCode, type UnitId, unitOn } from "../../units/index.ts"
import { daysBetween, type Day, formatDay, formatNumber, quoted } from "../../values/index.ts"
import type { InputCatalogue, InputKind, InputSpec } from "./observation-input.ts"
import { type CheckedRecording, type Recording, sourceKey } from "./observation-recording.ts"
import { type ObservationProblem, problemAt } from "./observation-refusal.ts"
import type { Actor } from "./workflow.ts"
import { stepRefusal } from "./workflow-judging.ts"

/** What a batch is checked against. */
export interface Checking {
  readonly chronicle: Chronicle
  readonly inputs: InputCatalogue
  readonly actor: Actor
  /** The day of recording in Việt Nam: nothing is as of a later one. */
  readonly today: Day
}

/** What stands the checks, and everything that does not, by row. */
export interface Checked {
  readonly accepted: ReadonlyArray<CheckedRecording>
  readonly problems: ReadonlyArray<ObservationProblem>
}

/** Twenty years, in which a programme's total to date may run. */
const LONGEST_PERIOD = 7305

const unitProblem = (chronicle: Chronicle, row: number, named: Recording["unit"], day: Day): ObservationProblem => {
  const { kind, sentence } = notStanding(chronicle, named, day)
  return problemAt(row, "unit", kind, sentence.vi, sentence.en)
}

const outOfKind = (kind: InputKind, value: number): readonly [ObservationProblem["kind"], string, string] | null => {
  switch (kind) {
    case "attestation":
      return value === 0 || value === 1
        ? null
        : ["notAttestation", "chỉ nhận 1 (đạt) hoặc 0 (không đạt)", "takes 1 (met) or 0 (not met) only"]
    case "percent":
      return value >= 0 && value <= 100 ? null : ["outOfRange", "phải từ 0 đến 100 %", "must be 0 to 100 %"]
    case "count":
      if (value < 0) return ["outOfRange", "không được âm", "must not be negative"]
      return Number.isInteger(value) ? null : ["notWhole", "phải là số nguyên", "must be a whole number"]
    case "amount":
      return value >= 0 ? null : ["outOfRange", "không được âm", "must not be negative"]
  }
}

const valueProblem = (row: number, { kind, name }: InputSpec, value: number): ObservationProblem | null => {
  if (!Number.isFinite(value))
    return problemAt(
      row,
      "value",
      "notNumber",
      `“${name}”: giá trị không phải là số`,
      `“${name}”: the value is no number`
    )
  const wrong = outOfKind(kind, value)
  if (wrong === null) return null
  const [problem, vi, en] = wrong
  return problemAt(row, "value", problem, `“${name}”: ${formatNumber(value)} ${vi}`, `“${name}”: ${value} ${en}`)
}

const periodProblem = (row: number, { kind, from, day }: Recording): ObservationProblem | null => {
  if (kind === "stock")
    return from === null
      ? null
      : problemAt(row, "from", "periodNotAsked", "Số liệu thời điểm không có ngày bắt đầu", "A stock has no first day")
  if (from === null)
    return problemAt(
      row,
      "from",
      "periodMissing",
      "Số liệu theo kỳ phải có ngày bắt đầu kỳ",
      "A period needs its first day"
    )
  if (from > day)
    return problemAt(
      row,
      "from",
      "periodReversed",
      `Kỳ bắt đầu ${formatDay(from)} sau ngày kết thúc ${formatDay(day)}`,
      `The period begins on ${from}, after its end ${day}`
    )
  return daysBetween(from, day) <= LONGEST_PERIOD
    ? null
    : problemAt(row, "from", "periodTooLong", "Kỳ dài quá 20 năm", "The period is longer than 20 years")
}

/**
 * Holds a batch against everything but the journal: units, inputs, values, days, periods, who may record, rows said twice.
 *
 * **Details** All problems of all rows at once. About 1 µs a row: a whole nation's values take half a second.
 */
export const checkRecordings = (
  { chronicle, inputs, actor, today }: Checking,
  batch: ReadonlyArray<Recording>
): Checked => {
  const { register } = chronicle
  const accepted: Array<CheckedRecording> = []
  const problems: Array<ObservationProblem> = []
  const seen = new Map<string, number>()
  const sources = new Map<Recording["source"], string>()
  const keyOf = (source: Recording["source"]): string => {
    const known = sources.get(source) ?? sourceKey(source)
    sources.set(source, known)
    return known
  }
  const unitId = (named: Recording["unit"], day: Day): UnitId | undefined =>
    (typeof named === "string" ? unitByCode(register, named, day) : unitOn(register, named, day))?.id

  for (const [row, recording] of batch.entries()) {
    const before = problems.length
    const { day, input, supersedes } = recording
    const unit = unitId(recording.unit, day)
    const spec = inputs.get(input)
    if (unit === undefined) problems.push(unitProblem(chronicle, row, recording.unit, day))
    if (spec === undefined)
      problems.push(
        problemAt(
          row,
          "input",
          "unknownInput",
          `Không bộ tiêu chí nào hỏi ${quoted(input)}`,
          `No criteria set asks for ${quoted(input)}`
        )
      )
    else {
      const wrong = valueProblem(row, spec, recording.value)
      if (wrong !== null) problems.push(wrong)
    }
    if (day > today)
      problems.push(
        problemAt(row, "day", "futureDay", `Ngày ${formatDay(day)} chưa đến`, `The day ${day} has not come yet`)
      )
    const period = periodProblem(row, recording)
    if (period !== null) problems.push(period)
    if (unit === undefined || spec === undefined) continue
    const step = { from: null, to: recording.state, unit, day, input, agencies: spec.agencies, reason: recording.note }
    const judgement = stepRefusal({ register, actor, today }, step)
    if (judgement !== null) problems.push({ row, field: "state", ...judgement })
    // Only one correction of an observation, and only one value of a unit, input, day and source: within the batch too.
    const key = supersedes === null ? `${unit} ${day} ${input} ${keyOf(recording.source)}` : `${supersedes}`
    const first = seen.get(key)
    if (first === undefined) seen.set(key, row)
    else
      problems.push(
        problemAt(row, null, "duplicateInBatch", `Trùng với dòng ${first + 1}`, `The same as row ${first + 1}`)
      )
    // A negative zero is zero.
    if (problems.length === before) accepted.push({ ...recording, row, unit, value: recording.value + 0 })
  }
  return { accepted, problems }
}

import {
  type InputCatalogue,
  type InputKey,
  type ObservationRecord,
  type ObservationSource,
  sourceKey,
  stateAt
} from "../criteria/index.ts"
import type { Day, Moment } from "../values/index.ts"
import type { StatedValue } from "./rehearsing.ts"

/** What values are looked at: of these inputs, of days up to one, as known at a moment (null: now). */
export interface StatedAsked {
  readonly inputs: ReadonlySet<InputKey>
  readonly day: Day
  readonly knownAt: Moment | null
}

const named = (source: ObservationSource): string => {
  switch (source.from) {
    case "document":
      return source.place === null ? source.document : `${source.document}, ${source.place}`
    case "import":
      return source.name
    case "form":
      return "biểu mẫu"
  }
}

/**
 * What several sources state of a unit, by input: of each source the last value of a day, drafts, returned values and those that were corrected left out.
 * Inputs of which one source alone speaks are none.
 */
export const statedValues = (
  records: ReadonlyArray<ObservationRecord>,
  catalogue: InputCatalogue,
  { day, inputs, knownAt }: StatedAsked
): ReadonlyArray<StatedValue> => {
  const known = records.filter(
    ({ observation }) =>
      inputs.has(observation.input) && observation.day <= day && (knownAt === null || observation.recordedAt <= knownAt)
  )
  const corrected = new Set(known.flatMap(({ observation: { supersedes } }) => supersedes ?? []))
  const standing = known.filter((record) => {
    const state = stateAt(record, knownAt)
    return !corrected.has(record.observation.id) && state !== null && state !== "draft" && state !== "returned"
  })
  return [...Map.groupBy(standing, ({ observation }) => observation.input)].flatMap(([input, own]) => {
    const bySource = new Map(
      own.map(({ observation }) => [`${observation.day} ${sourceKey(observation.source)}`, observation])
    )
    const values = [...bySource.values()].map((one) => ({ source: named(one.source), day: one.day, value: one.value }))
    const name = catalogue.get(input)?.name ?? input
    return new Set(values.map(({ source }) => source)).size < 2 ? [] : [{ input, name: { vi: name, en: name }, values }]
  })
}

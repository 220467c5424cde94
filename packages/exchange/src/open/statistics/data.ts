import { type InputKey, type ObservationRecord, stateAt } from "@ntm/domain/criteria"
import type { UnitId } from "@ntm/domain/units"
import type { Moment } from "@ntm/domain/values"
import { conceptNamed, inVietnamese, kindCodes, named, statusCodes } from "./concepts.ts"
import { inputCode, STRUCTURE, timePeriod, urnOf } from "./identifiers.ts"
import { metaOf, type StatisticsHead } from "./message.ts"

/** A message of data, written piece by piece. `end` tells what the pieces came to be of, so it comes last. */
export interface DataMessage {
  readonly begin: () => string
  /** Values of some units. All values of a unit have to be in one piece. */
  readonly piece: (records: ReadonlyArray<ObservationRecord>) => string
  readonly end: () => string
}

/** Places of what is met one after the other. */
const placing = <A>() => {
  const places = new Map<A, number>()
  const placeOf = (value: A): number => {
    const known = places.get(value)
    if (known !== undefined) return known
    places.set(value, places.size)
    return places.size - 1
  }
  return { placeOf, values: () => places.keys().toArray() }
}

const sourceOf = ({ source }: ObservationRecord["observation"]): string => {
  if (source.from === "form") return "form"
  return source.from === "import"
    ? source.name
    : [source.document, source.place].filter((part) => part !== null).join(", ")
}

const observed = ({ observation, moves }: ObservationRecord, knownAt: Moment | null): ReadonlyArray<unknown> => [
  observation.value,
  kindCodes.findIndex(({ kind }) => kind === observation.kind),
  stateAt({ observation, moves }, knownAt) === "approved" ? 0 : 1,
  observation.illustrative,
  observation.id,
  observation.recordedAt,
  sourceOf(observation)
]

const ofObservation = { relationship: { observation: {} } }

/**
 * A data message of SDMX-JSON 2.0: the values of units by indicator over time.
 *
 * **Details** The values go first and the lists of what they are indexed by last, as both may stand in any order: so a province goes out as it is
 * read. Nothing at all is a message without data sets, for a list of no periods is not valid.
 */
export const dataMessage = (head: StatisticsHead): DataMessage => {
  const { asOf, inputs, knownAt, units } = head
  const unitAt = new Map<UnitId, number>(units.map(({ id }, at) => [id, at]))
  const inputAt = new Map<InputKey, number>(inputs.map(({ key }, at) => [key, at]))
  const measures = placing<string>()
  const measureOf = inputs.map(({ unit }) => (unit === null ? null : measures.placeOf(unit)))
  const periods = placing<string>()
  const links = [{ rel: "dataflow", urn: urnOf("datastructure.Dataflow", STRUCTURE, asOf) }]
  const dataSet = { structure: 0, action: "Information", links }
  let isBegun = false

  const series = (at: string, records: ReadonlyArray<ObservationRecord>): string => {
    const [, input] = at.split(":").map(Number)
    const attributes = [measureOf[input ?? 0] ?? null]
    const observations = Object.fromEntries(
      records.map((record) => [String(periods.placeOf(timePeriod(record.observation))), observed(record, knownAt)])
    )
    const before = isBegun ? ",\n" : `"dataSets":[${JSON.stringify(dataSet).slice(0, -1)},"series":{\n`
    isBegun = true
    return `${before}${JSON.stringify(at)}:${JSON.stringify({ attributes, observations })}`
  }

  const structure = () => ({
    dataSets: [0],
    links: [{ rel: "datastructure", urn: urnOf("datastructure.DataStructure", STRUCTURE, asOf) }],
    dimensions: {
      series: [
        {
          ...conceptNamed("REF_AREA"),
          keyPosition: 0,
          roles: ["REF_AREA"],
          values: units.map(({ code, name, type }) => ({ id: code, ...inVietnamese(`${type} ${name}`) }))
        },
        {
          ...conceptNamed("INDICATOR"),
          keyPosition: 1,
          values: inputs.map(({ key, name }) => ({ id: inputCode(key), ...inVietnamese(name) }))
        }
      ],
      observation: [
        {
          ...conceptNamed("TIME_PERIOD"),
          keyPosition: 2,
          roles: ["TIME_PERIOD"],
          format: { dataType: "ObservationalTimePeriod" },
          values: periods.values().map((value) => ({ value }))
        }
      ]
    },
    measures: { observation: [{ ...conceptNamed("OBS_VALUE"), format: { dataType: "Double" } }] },
    attributes: {
      series: [
        {
          ...conceptNamed("UNIT_MEASURE"),
          relationship: { dimensions: ["INDICATOR"] },
          ...(measures.values().length === 0 ? {} : { values: measures.values().map((value) => ({ value })) })
        }
      ],
      observation: [
        {
          ...conceptNamed("OBS_KIND"),
          ...ofObservation,
          values: kindCodes.map(({ id, name }) => ({ id, ...named(name) }))
        },
        {
          ...conceptNamed("OBS_STATUS"),
          ...ofObservation,
          values: statusCodes.map(({ id, name }) => ({ id, ...named(name) }))
        },
        { ...conceptNamed("ILLUSTRATIVE"), ...ofObservation, format: { dataType: "Boolean" } },
        { ...conceptNamed("OBS_ID"), ...ofObservation, format: { dataType: "BigInteger" } },
        { ...conceptNamed("RECORDED_AT"), ...ofObservation, format: { dataType: "DateTime" } },
        { ...conceptNamed("OBS_SOURCE"), ...ofObservation, format: { dataType: "String" } }
      ]
    }
  })

  return {
    begin: () => `{"meta":${JSON.stringify(metaOf("data", head))},"data":{`,
    piece: (records) => {
      const bySeries = Map.groupBy(records, ({ observation: { input, unit } }) => {
        const [u, i] = [unitAt.get(unit), inputAt.get(input)]
        return u === undefined || i === undefined ? null : `${u}:${i}`
      })
      return [...bySeries].flatMap(([at, own]) => (at === null ? [] : [series(at, own)])).join("")
    },
    end: () => (isBegun ? `}}],"structures":[${JSON.stringify(structure())}]}}\n` : `"dataSets":[]}}\n`)
  }
}

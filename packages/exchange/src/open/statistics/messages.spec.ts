import { InputKey, type InputSpec, type ObservationRecord } from "@ntm/domain/criteria"
import { recordsOf } from "@ntm/domain/testing"
import { type Unit, UnitCode, UnitId } from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { sdmxValidator, standardsHere } from "../testing/standards.ts"
import { inputCode, inputKeyText } from "./identifiers.ts"
import { dataMessage, structureMessage } from "./index.ts"

const unitOf = (id: number): Unit => ({
  id: UnitId.make(id),
  code: UnitCode.make(String(11_800 + id)),
  name: `Xã số ${id}`,
  type: "xã",
  level: "commune",
  parentId: null,
  parentCode: null,
  areaKm2: null,
  population: null,
  lon: null,
  lat: null,
  validFrom: null,
  validTo: null
})
const inputOf = (key: string, unit: string | null): InputSpec => ({
  key: InputKey.make(key),
  kind: "amount",
  unit,
  name: `Chỉ tiêu ${key}`,
  agencies: [],
  carry: { carry: "none" }
})

const head = {
  asOf: Day.make("2025-03-05"),
  knownAt: Moment.make("2025-06-01T00:00:00.000Z"),
  units: [1, 2, 3].map(unitOf),
  inputs: [inputOf("income", "triệu đồng/người/năm"), inputOf("insured/women", null), inputOf("roads", "km")]
}

const messageOf = (pieces: ReadonlyArray<ReadonlyArray<ObservationRecord>>, about: typeof head = head) => {
  const message = dataMessage(about)
  return JSON.parse([message.begin(), ...pieces.map(message.piece), message.end()].join(""))
}

interface Listed {
  readonly id: string
  readonly values: ReadonlyArray<{ readonly id?: string; readonly value?: string }>
}

/** Reads a data message back as anybody would who knows the standard and nothing of this program. */
const valuesIn = ({ data: { dataSets, structures = [] } }: ReturnType<typeof messageOf>) => {
  const [structure] = structures
  const idOf = (listed: Listed | undefined, at: number) => listed?.values[at]?.id ?? listed?.values[at]?.value ?? null
  return dataSets.flatMap(({ series }: { series: Record<string, { observations: Record<string, Array<unknown>> }> }) =>
    Object.entries(series).flatMap(([key, { observations }]) => {
      const [area, indicator] = key.split(":").map((at, place) => idOf(structure.dimensions.series[place], Number(at)))
      return Object.entries(observations).map(([at, [value, kind, status, illustrative]]) => ({
        area,
        input: inputKeyText(indicator ?? ""),
        period: idOf(structure.dimensions.observation[0], Number(at)),
        value,
        kind: idOf(structure.attributes.observation[0], Number(kind)),
        status: idOf(structure.attributes.observation[1], Number(status)),
        illustrative
      }))
    })
  )
}

const told = recordsOf([
  { unit: 1, input: "income", value: 65.3, day: "2024-12-31" },
  { unit: 1, input: "income", value: 60.1, day: "2023-12-31", illustrative: true },
  { unit: 2, input: "insured/women", value: 91, day: "2024-12-31", from: "2024-01-01", state: "submitted" },
  { unit: 3, input: "roads", value: 0, day: "2024-12-31", from: "2021-01-01", kind: "toDate" },
  { unit: 3, input: "not listed", value: 7, day: "2024-12-31" }
])

const dataObjections = standardsHere.sdmx ? sdmxValidator("data") : () => []
const structureObjections = standardsHere.sdmx ? sdmxValidator("structure") : () => []

describe("values as a data message of SDMX-JSON 2.0", () => {
  it("come back from the message: unit, indicator, period, value, kind, status, and what is made up", () => {
    const rows = valuesIn(messageOf([told.slice(0, 2), told.slice(2)]))
    expect(rows).toEqual([
      {
        area: "11801",
        input: "income",
        period: "2024-12-31",
        value: 65.3,
        kind: "S",
        status: "A",
        illustrative: false
      },
      { area: "11801", input: "income", period: "2023-12-31", value: 60.1, kind: "S", status: "A", illustrative: true },
      {
        area: "11802",
        input: "insured/women",
        period: "2024-01-01/P366D",
        value: 91,
        kind: "F",
        status: "P",
        illustrative: false
      },
      {
        area: "11803",
        input: "roads",
        period: "2021-01-01/P1461D",
        value: 0,
        kind: "T",
        status: "A",
        illustrative: false
      }
    ])
    const [structure] = messageOf([told]).data.structures
    expect(structure.attributes.series[0].values).toEqual([{ value: "triệu đồng/người/năm" }, { value: "km" }])
  })

  it("come back whatever they are, in pieces or at once", () => {
    const day = fc
      .integer({ min: 0, max: 1500 })
      .map((days) => new Date(Date.UTC(2021, 0, 1 + days)).toISOString().slice(0, 10))
    const value = fc.record({
      unit: fc.integer({ min: 1, max: 3 }),
      input: fc.constantFrom(...head.inputs.map(({ key }) => String(key))),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      day
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(value, { selector: ({ day: on, input, unit }) => `${unit} ${input} ${on}`, maxLength: 30 }),
        (values) => {
          const records = recordsOf(values)
          const keyed = (rows: ReadonlyArray<{ area: string; input: string; period: string; value: number }>) =>
            new Map(rows.map((row) => [`${row.area} ${row.input} ${row.period}`, row.value]))
          const expected = new Map(values.map((one) => [`${11_800 + one.unit} ${one.input} ${one.day}`, one.value]))
          const byUnit = [1, 2, 3].map((unit) => records.filter(({ observation }) => observation.unit === unit))
          expect(keyed(valuesIn(messageOf([records])))).toEqual(expected)
          const pieces = messageOf(byUnit)
          expect(keyed(valuesIn(pieces))).toEqual(expected)
          expect(dataObjections(pieces)).toEqual([])
        }
      )
    )
  })

  it("name any key by a code of its own that SDMX takes, and that can be read back", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (text) => {
        fc.pre(text.isWellFormed())
        const code = inputCode(InputKey.make(text))
        expect(code).toMatch(/^[A-Za-z0-9_@$-]+$/)
        expect(inputKeyText(code)).toBe(text)
      })
    )
  })

  it.skipIf(!standardsHere.sdmx)("are valid by the standard's own schema, and so is a message of nothing", () => {
    for (const message of [
      messageOf([told]),
      messageOf([]),
      messageOf([[]]),
      messageOf([told], { ...head, inputs: [] })
    ])
      expect(dataObjections(message)).toEqual([])
    const { data, meta } = messageOf([told])
    expect(dataObjections({ meta: { ...meta, id: "có dấu" }, data })).not.toEqual([])
    expect(dataObjections({ meta, data: { ...data, dataSets: [{ structure: 0 }] } })).not.toEqual([])
  })
})

describe("the structure message of the same question", () => {
  it("lists every code that the data use", () => {
    const { data } = JSON.parse(structureMessage(head))
    const codesOf = (id: string): ReadonlySet<string> =>
      new Set(
        data.codelists.find((list: { id: string }) => list.id === id).codes.map((code: { id: string }) => code.id)
      )
    for (const { area, input, kind, status } of valuesIn(messageOf([told]))) {
      expect(codesOf("CL_REF_AREA").has(area)).toBe(true)
      expect(codesOf("CL_INDICATOR").has(inputCode(InputKey.make(input)))).toBe(true)
      expect(codesOf("CL_OBS_KIND").has(kind)).toBe(true)
      expect(codesOf("CL_OBS_STATUS").has(status)).toBe(true)
    }
    expect(data.dataflows[0].structure).toBe(
      "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=NTM:NTM_INDICATORS(2025.3.5)"
    )
  })

  it.skipIf(!standardsHere.sdmx)("is valid by the standard's own schema", () => {
    for (const about of [head, { ...head, units: [], inputs: [] }]) {
      const message = JSON.parse(structureMessage(about))
      expect(structureObjections(message)).toEqual([])
      const [list] = message.data.codelists
      expect(structureObjections({ ...message, data: { codelists: [{ ...list, agencyID: "1 NTM" }] } })).not.toEqual([])
    }
  })
})

import type { Bilingual, Day } from "@ntm/domain/values"
import { publisher } from "../publisher.ts"
import { type ConceptId, conceptNamed, concepts, inVietnamese, kindCodes, named, statusCodes } from "./concepts.ts"
import { inputCode, STRUCTURE, urnOf, versionOf } from "./identifiers.ts"
import { metaOf, type StatisticsHead } from "./message.ts"

const CONCEPTS = "CS_NTM"
const codelists = {
  REF_AREA: { id: "CL_REF_AREA", name: { vi: "Đơn vị hành chính", en: "Administrative units" } },
  INDICATOR: { id: "CL_INDICATOR", name: { vi: "Chỉ tiêu", en: "Indicators" } },
  OBS_KIND: { id: "CL_OBS_KIND", name: { vi: "Loại số liệu", en: "Kinds of values" } },
  OBS_STATUS: { id: "CL_OBS_STATUS", name: { vi: "Tình trạng số liệu", en: "Statuses of values" } }
} as const satisfies Partial<Record<ConceptId, { readonly id: string; readonly name: Bilingual }>>

const maintained = (id: string, name: Bilingual, day: Day) => ({
  id,
  agencyID: publisher.plainId,
  version: versionOf(day),
  ...named(name)
})

const title: Bilingual = {
  vi: "Chỉ tiêu nông thôn mới theo đơn vị và thời gian",
  en: "Indicators of new rural development by unit over time"
}

const note: Bilingual = {
  vi: "Mã cơ quan NTM chưa đăng ký với SDMX; phiên bản là ngày của danh mục đơn vị và chỉ tiêu",
  en: "The agency NTM is not registered with SDMX; the version is the day of the lists of units and indicators"
}

const component = (id: ConceptId, day: Day) => ({
  id,
  conceptIdentity: urnOf("conceptscheme.Concept", CONCEPTS, day, id)
})

const coded = (id: keyof typeof codelists, day: Day) => ({
  localRepresentation: { enumeration: urnOf("codelist.Codelist", codelists[id].id, day) }
})

const format = (dataType: string) => ({ localRepresentation: { format: { dataType } } })

/** The structure of the data: three dimensions, one measure, and what is told of each value. */
const componentsOf = (day: Day) => {
  const eachValue = { attributeRelationship: { observation: {} } }
  return {
    dimensionList: {
      id: "DimensionDescriptor",
      dimensions: [
        { ...component("REF_AREA", day), position: 0, ...coded("REF_AREA", day) },
        { ...component("INDICATOR", day), position: 1, ...coded("INDICATOR", day) }
      ],
      timeDimension: { ...component("TIME_PERIOD", day), ...format("ObservationalTimePeriod") }
    },
    attributeList: {
      id: "AttributeDescriptor",
      attributes: [
        {
          ...component("UNIT_MEASURE", day),
          usage: "optional",
          attributeRelationship: { dimensions: ["INDICATOR"] },
          ...format("String")
        },
        { ...component("OBS_KIND", day), usage: "mandatory", ...eachValue, ...coded("OBS_KIND", day) },
        { ...component("OBS_STATUS", day), usage: "mandatory", ...eachValue, ...coded("OBS_STATUS", day) },
        { ...component("ILLUSTRATIVE", day), usage: "mandatory", ...eachValue, ...format("Boolean") },
        { ...component("OBS_ID", day), usage: "mandatory", ...eachValue, ...format("BigInteger") },
        { ...component("RECORDED_AT", day), usage: "mandatory", ...eachValue, ...format("DateTime") },
        { ...component("OBS_SOURCE", day), usage: "mandatory", ...eachValue, ...format("String") }
      ]
    },
    measureList: {
      id: "MeasureDescriptor",
      measures: [{ ...component("OBS_VALUE", day), usage: "mandatory", ...format("Double") }]
    }
  }
}

/**
 * A structure message of SDMX-JSON 2.0: what a data message of the same question is made of, with all codes.
 *
 * **Details** A code list needs a code: of no units, or no indicators, the list is left out.
 */
export const structureMessage = (head: StatisticsHead): string => {
  const { asOf: day, inputs, units } = head
  const codes = {
    REF_AREA: units.map(({ code, name, type }) => ({ id: code, ...inVietnamese(`${type} ${name}`) })),
    INDICATOR: inputs.map(({ key, name }) => ({ id: inputCode(key), ...inVietnamese(name) })),
    OBS_KIND: kindCodes.map(({ id, name }) => ({ id, ...named(name) })),
    OBS_STATUS: statusCodes.map(({ id, name }) => ({ id, ...named(name) }))
  }
  const structure = urnOf("datastructure.DataStructure", STRUCTURE, day)
  const data = {
    conceptSchemes: [
      {
        ...maintained(CONCEPTS, { vi: "Khái niệm", en: "Concepts" }, day),
        concepts: (Object.keys(concepts) as Array<ConceptId>).map(conceptNamed)
      }
    ],
    codelists: (Object.keys(codelists) as Array<keyof typeof codelists>).flatMap((id) =>
      codes[id].length === 0 ? [] : [{ ...maintained(codelists[id].id, codelists[id].name, day), codes: codes[id] }]
    ),
    dataStructures: [
      {
        ...maintained(STRUCTURE, title, day),
        description: note.vi,
        descriptions: note,
        dataStructureComponents: componentsOf(day)
      }
    ],
    dataflows: [{ ...maintained(STRUCTURE, title, day), structure }]
  }
  return `${JSON.stringify({ meta: metaOf("structure", head), data })}\n`
}

import { InputKey } from "@ntm/domain/criteria"
import { DocumentId } from "@ntm/domain/documents"
import { UnitCode } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { BatchId, Sector } from "@ntm/domain/works"
import { Schema } from "effect"

const Count = Schema.Int.check(Schema.isGreaterThan(0))
const Codes = Schema.NonEmptyArray(UnitCode)
/** A figure by its id in the document that `figures` names. */
const Figure = Schema.NonEmptyString
/** From, to; drawn between. */
const Between = Schema.Tuple([Schema.Finite, Schema.Finite])

/** What the published numbers of the pilot's works are of: of a batch on a day, in some districts or all. */
export const PublishedCount = Schema.Literals([
  ...Sector.literals,
  "works",
  "communes",
  "districts",
  "ofCity",
  "ofDistrict",
  "finishedOfCity",
  "finishedPercent",
  "startedCommunes",
  "communeMeanPercent",
  "households",
  "area",
  "residential",
  "agricultural",
  "structures",
  "eligible",
  "notEligible",
  "parcels",
  "parcelsUpdated",
  "parcelsLeft",
  "landWorthBillions"
])
export type PublishedCount = typeof PublishedCount.Type

/** A kind of work: what it costs in tỷ đồng before a district's money decides, and how many days it takes to build. */
const Kind = Schema.Struct({
  name: Schema.NonEmptyString,
  /** How works of the kind are counted: "tuyến 3". */
  each: Schema.NonEmptyString,
  weight: Schema.Finite,
  unit: Schema.NonEmptyString,
  size: Between,
  cost: Between,
  days: Between,
  /** Somebody has to be chosen to operate it. */
  operated: Schema.optionalKey(Schema.Boolean),
  serves: Schema.Array(InputKey)
})
export type Kind = typeof Kind.Type

const Land = Schema.Struct({
  households: Figure,
  residential: Figure,
  agricultural: Figure,
  structures: Figure,
  eligible: Figure,
  parcels: Figure,
  updated: Schema.Struct({ day: Day, figure: Figure }),
  worthBillions: Figure
})

const BatchPlan = Schema.Struct({
  id: BatchId,
  name: Schema.NonEmptyString,
  year: Schema.Int,
  /** Codes of its works begin so. */
  code: Schema.NonEmptyString,
  document: Schema.NonEmptyString,
  approvedOn: Day,
  due: Day,
  /** Constructions are planned to take so many times as long as is usual for their kind. */
  stretch: Schema.Finite,
  total: Figure,
  communes: Figure,
  /** Communes that got the model tier in these years, in this order; "none": that do not hold it at the end of 2024. */
  recognised: Schema.NonEmptyArray(Schema.NonEmptyString),
  districts: Schema.NonEmptyArray(
    Schema.Struct({
      code: UnitCode,
      communes: Count,
      /** When the first commune begins to prepare. */
      begins: Day,
      /** Within so many days the others follow. */
      within: Count,
      /** How many of its works the district's own budget pays. */
      local: Schema.optionalKey(Figure)
    })
  ),
  sectors: Schema.Record(Schema.String, Figure),
  /** Mean of the communes' progress in per cent, as published or between what is published. */
  progress: Schema.NonEmptyArray(
    Schema.Struct({
      day: Day,
      districts: Codes,
      mean: Schema.Finite,
      /** How many works that the city pays are finished. */
      finished: Schema.optionalKey(Schema.Struct({ document: DocumentId, figure: Figure }))
    })
  ),
  land: Schema.optionalKey(Land)
})
export type BatchPlan = typeof BatchPlan.Type

/**
 * `pilot/works.json`: what is published of the pilot's works, by the figures that state it; single works are drawn so that these come out.
 */
export const WorksFile = Schema.Struct({
  seed: Schema.NonEmptyString,
  province: UnitCode,
  /** The day of the newest document: nothing is told of a later one. */
  until: Day,
  figures: DocumentId,
  batches: Schema.NonEmptyArray(BatchPlan),
  kinds: Schema.Record(Schema.String, Schema.NonEmptyArray(Kind)),
  /** The printed table whose column says what each district was given in the year; how much of it was paid by its end is ours. */
  money: Schema.Struct({
    table: Schema.NonEmptyString,
    column: Schema.NonEmptyString,
    year: Schema.Int,
    disbursed: Schema.Finite
  }),
  /** Every published number, with the day on which it must come out of the works. */
  published: Schema.Array(
    Schema.Struct({
      batch: BatchId,
      day: Day,
      count: PublishedCount,
      districts: Schema.optionalKey(Codes),
      document: DocumentId,
      figure: Schema.NonEmptyString
    })
  )
})
export type WorksFile = typeof WorksFile.Type

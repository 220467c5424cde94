import { Schema } from "effect"
import { Unit, UnitAttributes, UnitId } from "../../units/index.ts"
import { Bilingual, Day } from "../../values/index.ts"
import { ObservationRecord, ObservationState } from "../observations/observation.ts"
import { Tier } from "../sets/tier.ts"

const text = Schema.NullOr(Schema.String)
const { code, id, level, name, type } = Unit.fields

/** A unit as lists name it. */
export const ProofUnitName = Schema.Struct({ id, code, name, type, level })
export type ProofUnitName = typeof ProofUnitName.Type

/** The unit that is judged, as it stood on the day. */
export const ProofUnit = Schema.Struct({
  ...ProofUnitName.fields,
  /** The type by which rules see it; null where it is not known. */
  judgedType: Schema.NullOr(Schema.String),
  /** What conditions of the rules ask of it; an absent key is not known. */
  attributes: UnitAttributes,
  /** The units above it, the nearest first. */
  above: Schema.Array(ProofUnitName)
})
export type ProofUnit = typeof ProofUnit.Type

/** What an other unit's value gave to a derived one. */
const DerivedPart = Schema.Struct({
  unit: ProofUnitName,
  day: Day,
  value: Schema.Finite,
  /** How much of that unit is in this one; low and high differ where it is not known exactly. */
  share: Schema.Struct({ low: Schema.Finite, high: Schema.Finite }),
  record: Schema.NullOr(ObservationRecord)
})

/** Where a value comes from. */
export const ProofSource = Schema.Union([
  /** Reported for the unit itself; `state` as it was known. */
  Schema.Struct({
    source: Schema.Literal("reported"),
    record: ObservationRecord,
    state: ObservationState
  }),
  /** Derived over reorganisations from what others reported: provisional until the unit itself reports. */
  Schema.Struct({
    source: Schema.Literal("derived"),
    low: Schema.NullOr(Schema.Finite),
    high: Schema.NullOr(Schema.Finite),
    parts: Schema.Array(DerivedPart),
    /** Rests on a link that was inferred rather than read in a legal text. */
    inferred: Schema.Boolean
  }),
  /** Whether a title is held: by a decision, or until one what those held that the unit was formed of. */
  Schema.Struct({
    source: Schema.Literal("title"),
    kind: Schema.Literals(["decided", "revoked", "provisional", "toRestore"]),
    tier: Schema.NullOr(Tier),
    document: text,
    decidedOn: Schema.NullOr(Day),
    illustrative: Schema.Boolean,
    predecessors: Schema.Array(Schema.Struct({ unit: UnitId, tier: Schema.NullOr(Tier), inferred: Schema.Boolean }))
  }),
  /** What the works on the unit's ground owe: see `withConstructionDebt`. */
  Schema.Struct({
    source: Schema.Literal("works"),
    /** In đồng: accepted longer ago than the programme allows, and not paid. */
    overdue: Schema.Finite,
    /** Works of which anything was accepted. */
    accepted: Schema.Int,
    /** Those of them that owe. */
    owing: Schema.Array(Schema.Struct({ code: Schema.String, name: Schema.String, overdue: Schema.Finite })),
    illustrative: Schema.Boolean,
    /** That something else was reported; null where nothing was, or the same. */
    differs: Schema.NullOr(Bilingual)
  }),
  /** Computed by the program of what it knows of other units, or of several years. */
  Schema.Struct({ source: Schema.Literal("computed") }),
  /** There is none; `reason` where more is known than that nobody reported it. */
  Schema.Struct({ source: Schema.Literal("none"), reason: Schema.NullOr(Bilingual) })
])
export type ProofSource = typeof ProofSource.Type

/** A value that the verdict rests on. */
export const ProofValue = Schema.Struct({
  /** By which explanations name it. */
  column: Schema.String,
  name: Bilingual,
  unit: text,
  /** Null: no data. */
  value: Schema.NullOr(Schema.Finite),
  /** Where the value is not known but bounded: between what. */
  bounds: Schema.NullOr(Schema.Struct({ low: Schema.Finite, high: Schema.Finite })),
  day: Schema.NullOr(Day),
  from: ProofSource
})
export type ProofValue = typeof ProofValue.Type

import type { AssessableSet } from "./assessable.ts"
import type { Columns } from "./columns.ts"
import type { LinePlace, Program, ProgramLine } from "./compile.ts"
import type { Comparison, Condition } from "../rules/condition.ts"
import type { Fraction } from "./kernels-exact.ts"
import type { ColumnSource } from "../rules/leaf-key.ts"
import type { Measure } from "../rules/measure.ts"
import type { Rule } from "../rules/rule.ts"
import type { Threshold, ThresholdRow } from "../rules/threshold.ts"

/** Brings the units from `from` to before `to` up to date. */
export type Run = (from: number, to: number) => void

/** What something rests on: what the units are; besides, the region that a set gives them; besides, values that change. */
export const STILL = 0
export const REGIONS = 1
export const VALUES = 2
export type Rests = typeof STILL | typeof REGIONS | typeof VALUES

/** A condition over columns: `NO`, `YES` or `UNKNOWN` for each unit. */
export interface Truth {
  readonly condition: Condition
  readonly codes: Uint8Array
  readonly rests: Rests
  readonly run: Run
  readonly parts: ReadonlyArray<Truth>
}

/** A unit's region as a set sees it: place in `names`, −1 where it is not known. */
export interface Regions {
  readonly names: ReadonlyArray<string>
  readonly region: Int16Array
  /** Whether overrides that rest on values change it. */
  readonly move: boolean
}

/** A row that is in force on the day; `truth` null: it concerns every unit. */
export interface BoundRow {
  readonly row: ThresholdRow
  readonly truth: Truth | null
}

/** A threshold resolved for all units. */
export interface BoundThreshold {
  readonly threshold: Threshold
  /** Rows in force on the day, in the order in which they are asked. Empty for one that follows another. */
  readonly rows: ReadonlyArray<BoundRow>
  /** The threshold that this one is a multiple of, and the scope that it stands in. */
  readonly follows: { readonly times: number; readonly scope: Scope; readonly threshold: BoundThreshold } | null
  /** One number for all units (NaN: none); null where it differs. */
  readonly constant: number | null
  /** By unit: the number, NaN where there is none, `UNDECIDED` where what is unknown decides. Empty for a constant. */
  readonly values: Float64Array
  /** Whether any unit has no number: told by `run`, and never taken back. */
  readonly gaps: { any: boolean }
  readonly rests: Rests
  readonly run: Run
}

/** A measure over columns. */
export interface BoundMeasure {
  readonly measure: Measure | ColumnSource
  /** NaN where there is none; between the bounds where those differ. */
  readonly values: Float64Array
  /** The most that the value can be, where what is unknown leaves it between `values` and this; null where nothing does. */
  readonly most: Float64Array | null
  /** Brings the values up to date; null for a plain column. */
  readonly run: Run | null
  /** The value of a computed measure as a fraction, null where there is none; null as a whole for what is no quotient. */
  readonly exact: ((at: number) => Fraction | null) | null
  /** Day number of the value of a unit; null where it has none. */
  readonly dayAt: (at: number) => number | null
  /** The value of a unit before its age was asked. */
  readonly reportedAt: (at: number) => number
  readonly parts: ReadonlyArray<BoundMeasure>
}

/** A rule over columns: a verdict code for each unit, and what explains it. */
export interface BoundRule {
  readonly rule: Rule
  readonly codes: Uint8Array
  readonly run: Run
  /** Rules that this one is made of, as they are judged: of `eachSex` the one for men, then the one for women. */
  readonly parts: ReadonlyArray<BoundRule>
  readonly compared?: {
    readonly op: Comparison
    readonly measure: BoundMeasure
    readonly threshold: BoundThreshold
  }
  /** The column that is read as yes or no. */
  readonly attested?: BoundMeasure
  readonly condition?: Truth
  /** The verdict of another set, or of one of its criteria, that the rule passes on. */
  readonly other?: { readonly set: string; readonly criterion: number | null }
}

/** A line of a set over columns. */
export interface BoundLine {
  readonly code: string
  readonly place: LinePlace
  /** Place of its criterion in the set; −1 for what is no indicator. */
  readonly criterion: number
  readonly source: ProgramLine
  readonly codes: Uint8Array
  readonly run: Run
  /** Null where the rule is not known. */
  readonly rule: BoundRule | null
  readonly appliesWhen: Truth | null
}

export interface BoundCriterion {
  readonly no: number
  readonly name: string
  readonly codes: Uint8Array
  readonly run: Run
}

export type BoundCriteria = ReadonlyArray<BoundCriterion>

/** A set over columns. Its verdicts are in the `codes`, in the order of the units. */
export interface BoundSet {
  readonly set: AssessableSet
  readonly scope: Scope
  /** Brings up to date what conditions and thresholds rest on; before the lines. */
  readonly move: Run
  /** In the order of the set: what it requires, its conditions, its indicators. */
  readonly lines: ReadonlyArray<BoundLine>
  /** What recognition and withdrawal ask. */
  readonly gates: ReadonlyArray<BoundLine>
  readonly criteria: BoundCriteria
  /** Number of criteria that count as met. */
  readonly met: Uint16Array
  readonly countMet: Run
  /** The set as a whole: conditions and criteria. */
  readonly codes: Uint8Array
  readonly run: Run
  /** Everything that a grant asks for. */
  readonly grant: Uint8Array
  readonly runGrant: Run
  /** The pattern by which the recognition is withdrawn. */
  readonly withdraw: Uint8Array
}

/** Everything that the rules of one set are bound to. */
export interface Scope {
  readonly program: Program
  readonly set: AssessableSet
  readonly columns: Columns
  /** Room for the codes of all units, all 0: cut from larger pieces, since hundreds of small ones burden the collector. */
  readonly newCodes: () => Uint8Array
  readonly year: number
  /** Days since 1970-01-01. */
  readonly today: number
  /** The units' regions as the set sees them. */
  readonly regions: Regions
  readonly overrides: ReadonlyArray<{ readonly truth: Truth; readonly region: string }>
  /** Brings the regions up to date and tells whether any changed; null where they never do. */
  readonly moveRegions: ((from: number, to: number) => boolean) | null
  readonly truths: Map<string, Truth>
  readonly thresholds: Map<string, BoundThreshold>
  /** The sets before this one. */
  readonly others: ReadonlyMap<string, BoundSet>
}

/** What rules are bound within: a set's scope and, for what recognition and withdrawal ask, its own criteria. */
export interface RuleScope {
  readonly scope: Scope
  readonly own: BoundCriteria | null
}

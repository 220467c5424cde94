import { Schema } from "effect"
import { InputKey, Written } from "../criteria/index.ts"
import { WorkId } from "../funding/index.ts"
import { UnitId } from "../units/index.ts"
import type { Bilingual } from "../values/index.ts"
import { Day, Dong } from "../values/index.ts"
import { StepKey } from "./procedure.ts"

/** Lĩnh vực of a work. */
export const Sector = Schema.Literals([
  "transport",
  "education",
  "culture",
  "health",
  "environment",
  "irrigation",
  "power",
  "trade",
  "other"
])
export type Sector = typeof Sector.Type

export const sectorNames = {
  transport: { vi: "Giao thông", en: "Transport" },
  education: { vi: "Giáo dục", en: "Education" },
  culture: { vi: "Văn hóa", en: "Culture" },
  health: { vi: "Y tế", en: "Health" },
  environment: { vi: "Môi trường", en: "Environment" },
  irrigation: { vi: "Thủy lợi", en: "Irrigation" },
  power: { vi: "Điện", en: "Power" },
  trade: { vi: "Thương mại", en: "Trade" },
  other: { vi: "Khác", en: "Other" }
} as const satisfies Record<Sector, Bilingual>

export const BatchId = Schema.NonEmptyString.check(Schema.isMaxLength(100)).pipe(Schema.brand("BatchId"))
export type BatchId = typeof BatchId.Type

/** Đợt: the list of works approved for a set of communes. */
export const Batch = Schema.Struct({
  id: BatchId,
  name: Written,
  /** The province (or the unit) whose list it is. */
  unit: UnitId,
  year: Schema.Int,
  /** The decision or plan that approves the list. */
  document: Schema.NullOr(Written),
  approvedOn: Schema.NullOr(Day),
  /** By when all of it is to be handed over. */
  due: Schema.NullOr(Day)
})
export type Batch = typeof Batch.Type

/** A step of a work as planned: between two days (both inclusive), after other steps of the same work. */
export const Milestone = Schema.Struct({
  step: StepKey,
  after: Schema.Array(StepKey),
  start: Day,
  due: Day
})
export type Milestone = typeof Milestone.Type

const stated = {
  /** Official code of the work, unique in its province: "KM2024-11824-07". */
  code: Schema.NonEmptyString.check(Schema.isMaxLength(60)),
  name: Written,
  batch: Schema.NullOr(BatchId),
  sector: Sector,
  investor: Written,
  /** Tổng mức đầu tư as approved; what contracts change is a change of its own. */
  cost: Dong.check(Schema.isGreaterThan(0)),
  /** What is built: 1,2 km; 8 phòng học. */
  size: Schema.NullOr(Schema.Struct({ amount: Schema.Finite, unit: Schema.NonEmptyString })),
  milestones: Schema.NonEmptyArray(Milestone),
  /** Inputs of criteria that the work serves: what its commune needs it for. */
  serves: Schema.Array(InputKey),
  document: Schema.NullOr(Written),
  /** Made for illustration; shown as such wherever it shows. */
  illustrative: Schema.Boolean
}

/** Công trình, as approved. What happened to it since is told by reports; what it costs by whom is told by entries of funding. */
export const Work = Schema.Struct({ ...stated, id: WorkId, unit: UnitId })
export type Work = typeof Work.Type

/** A work as somebody hands it in. */
export const WorkRecording = Schema.Struct({
  ...stated,
  unit: Schema.Union([Schema.String, UnitId]),
  cost: Schema.Number
})
export type WorkRecording = typeof WorkRecording.Type

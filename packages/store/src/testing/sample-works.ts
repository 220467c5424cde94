import { planFrom } from "@ntm/domain/testing"
import { Day } from "@ntm/domain/values"
import { Batch, LandGiftRecording, ReportRecording, WorkRecording } from "@ntm/domain/works"
import { Schema } from "effect"

/** A list of xã Vĩnh Bảo (unit 7, formed on 2025-07-01), approved in August 2025. */
export const sampleBatch = (rest: Partial<Batch> = {}): Batch => ({
  ...Schema.decodeUnknownSync(Batch)({
    id: "đợt-1",
    name: "Danh mục năm 2025",
    unit: 6,
    year: 2025,
    document: "1/QĐ-UBND",
    approvedOn: "2025-08-01",
    due: "2026-12-31"
  }),
  ...rest
})

/** A road of 1 tỷ in xã Vĩnh Bảo, but for what is said. */
export const sampleWork = (rest: Partial<{ readonly [K in keyof WorkRecording]: unknown }> = {}): WorkRecording =>
  Schema.decodeUnknownSync(WorkRecording)({
    code: "VB-01",
    name: "Đường trục thôn\tsố 1",
    batch: "đợt-1",
    sector: "transport",
    unit: 7,
    investor: "UBND xã \\ Vĩnh Bảo",
    cost: 1_000_000_000,
    size: { amount: 1.25, unit: "km" },
    milestones: planFrom(Day.make("2025-08-01")),
    serves: [],
    document: null,
    illustrative: false,
    ...rest
  })

/** A report that the survey is done, but for what is said. */
export const sampleReport = (rest: Partial<{ readonly [K in keyof ReportRecording]: unknown }>): ReportRecording =>
  Schema.decodeUnknownSync(ReportRecording)({
    day: "2025-09-01",
    body: { _tag: "step", step: "survey", event: "done", by: null },
    document: null,
    evidence: [],
    note: null,
    illustrative: false,
    ...rest
  })

/** 12,5 m² of land of a household of xã Vĩnh Bảo, but for what is said. */
export const sampleGift = (
  rest: Partial<{ readonly [K in keyof LandGiftRecording]: unknown }> = {}
): LandGiftRecording =>
  Schema.decodeUnknownSync(LandGiftRecording)({
    unit: 7,
    work: null,
    household: "Hộ 0001",
    residential: 10,
    agricultural: 2.5,
    structures: 2,
    eligible: 1,
    parcels: 3,
    day: "2025-09-01",
    document: null,
    illustrative: false,
    ...rest
  })

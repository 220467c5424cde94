import type { EntryRecording } from "@ntm/domain/funding"
import { Day } from "@ntm/domain/values"

/** An entry with what most have: a payment of credit of xã Vĩnh Bảo (unit 7), which stands from 2025-07-01. */
export const sampleEntry = (more: Partial<EntryRecording> = {}): EntryRecording => ({
  unit: "11824",
  tier: "commune",
  agency: null,
  from: null,
  source: "credit",
  year: 2025,
  stage: "disbursed",
  kind: "stated",
  content: null,
  amount: 1_000_000,
  quantity: null,
  day: Day.make("2025-08-05"),
  work: null,
  document: null,
  place: null,
  reason: null,
  adjusts: null,
  illustrative: false,
  ...more
})

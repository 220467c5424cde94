import { type Actor, catalogueOf, flat, InputKey, Recording, type Rule, type Writer } from "@ntm/domain/criteria"
import { Schema } from "effect"

const key = (text: string): InputKey => InputKey.make(text)

const measured = (input: string): Rule => ({
  op: ">=",
  measure: { of: "input", input: key(input) },
  threshold: flat(1)
})

/** Inputs of every kind: an attestation, a percentage, a count, an amount. */
export const sampleInputs = catalogueOf([
  { rule: { op: "attested", input: key("planning") }, name: "Quy hoạch", unit: null, agency: "Sở Xây dựng" },
  { rule: measured("poverty"), name: "Hộ nghèo", unit: "% hộ", agency: "Sở Y tế" },
  { rule: measured("models"), name: "Mô hình", unit: "mô hình", agency: null },
  { rule: measured("income"), name: "Thu nhập", unit: "triệu đồng/người/năm", agency: "Chi cục Thống kê" }
])

export const provincialOffice: Actor = {
  name: "Văn phòng điều phối",
  role: "provincialOffice",
  scope: "all",
  agency: null
}

export const sampleWriter: Writer = { actor: provincialOffice, inputs: sampleInputs }

/** An approved income of xã Vĩnh Bảo at the end of 2025, but for what is said. */
export const sampleRecording = (rest: Partial<{ readonly [K in keyof Recording]: unknown }> = {}): Recording =>
  Schema.decodeUnknownSync(Recording)({
    unit: 7,
    input: "income",
    day: "2025-12-31",
    kind: "stock",
    from: null,
    value: 70,
    state: "approved",
    source: { from: "form" },
    evidence: [],
    note: null,
    supersedes: null,
    illustrative: false,
    ...rest
  })

import { type Actor, catalogueOf, Recording, SetInput, type Writer } from "@ntm/domain/criteria"
import { Schema } from "effect"
import { decodeList } from "./decode-list.ts"

const input = (key: string, name: string, measure: string, unit: string | null) => ({
  input: key,
  name,
  unit,
  measure,
  bySex: false,
  carry: { carry: "none" }
})

/** Inputs of every kind: an attestation, a percentage, a count, an amount. */
export const sampleInputs = catalogueOf([
  {
    inputs: decodeList(SetInput)([
      input("planning", "Quy hoạch", "attestation", null),
      input("poverty", "Hộ nghèo", "percent", "%"),
      input("models", "Mô hình", "count", "mô hình"),
      input("income", "Thu nhập", "money", "triệu đồng/người/năm")
    ]),
    criteria: [],
    conditions: []
  }
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

import type { ObservedInput, ObservedUnit } from "@ntm/contract"
import { InputKey, type InputSpec, ObservationId, type ObservationRecord } from "@ntm/domain/criteria"
import { Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import { communes, id, planDay } from "./assess-facts.ts"

/** What the communes of the sample have reported of their roads: the second by a form on the day of the plan. */

const input = InputKey.make("xa-ntm-2021-2025/2.1")

export const roadsInput: InputSpec = {
  key: input,
  kind: "percent",
  unit: "%",
  name: "Đường xã được cứng hóa",
  agencies: ["Sở Xây dựng"],
  carry: { carry: "none" }
}

const moment = Schema.decodeUnknownSync(Moment)("2025-01-10T00:00:00.000Z")

const record = (at: number): ObservationRecord => {
  const unit = communes[at]
  if (unit === undefined) throw new Error(`no commune ${at}`)
  return {
    observation: {
      id: ObservationId.make(100 + at),
      unit: unit.id,
      input,
      day: planDay,
      kind: "stock",
      from: null,
      value: 72.5,
      state: "submitted",
      source: at === 1 ? { from: "form" } : { from: "import", name: "bieu.csv" },
      evidence: [],
      note: null,
      supersedes: null,
      illustrative: false,
      recordedAt: moment,
      recordedBy: { name: "Công chức xã", role: "communeOfficer", agency: null }
    },
    moves: []
  }
}

export const observedUnits: ReadonlyArray<ObservedUnit> = communes.map((unit, at) => ({
  unit,
  inForce: null,
  ageDays: null,
  pending: at === 2 ? null : record(at)
}))

export const observedInputs = (code: string): ReadonlyArray<ObservedInput> => [
  {
    input: roadsInput,
    sets: [id],
    inForce: null,
    ageDays: null,
    pending: observedUnits.find(({ unit }) => unit.code === code)?.pending ?? null
  }
]

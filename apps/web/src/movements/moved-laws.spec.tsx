import { screen } from "@solidjs/testing-library"
import { CriteriaSetId, type Recognition, type SetVersion } from "@ntm/domain/criteria"
import { day } from "@ntm/domain/testing"
import { UnitId } from "@ntm/domain/units"
import { Moment } from "@ntm/domain/values"
import { expect, it } from "vitest"
import { rows } from "../assessments/testing/facts.ts"
import { answering, showPage } from "../testing/show.tsx"
import { MovedLaws } from "./moved-laws.tsx"
import { movementAnswer } from "./testing/facts.ts"

const load: SetVersion = {
  set: CriteriaSetId.make("xa"),
  name: "Bộ mới",
  knownFrom: Moment.make("2026-03-01T02:30:00.000Z"),
  knownUntil: null,
  recordedBy: { name: "Nguyễn Thị Lan", role: "provincialOffice", agency: null },
  programVersion: null,
  file: "phu-luc.json",
  sha256: null,
  follows: null,
  doNotEvaluate: false,
  criteria: 10,
  indicators: 47,
  shippedChanged: false
}
const title: Recognition = {
  unit: UnitId.make(1),
  tier: "standard",
  criteriaSet: null,
  document: "12/QĐ-UBND",
  decidedOn: day("2024-05-05"),
  revokedOn: null,
  note: null,
  illustrative: false
}

it("names, under what became known, the sets that were loaded and the decisions on titles, and under nothing else", () => {
  const unit = rows[0]?.unit
  if (unit === undefined) throw new Error("rows")
  const revoked = { ...title, revokedOn: day("2025-01-02") }
  const answer = { ...movementAnswer, loads: [load], recognitions: [{ unit, before: title, after: revoked }] }
  const first = showPage(() => <MovedLaws answer={answer} cause="knowledge" />, answering({}))
  expect(screen.getByText(/^Bộ mới ·/)).toHaveTextContent("01/03/2026 09:30 · Nguyễn Thị Lan · phu-luc.json")
  expect(screen.getByText(/^xã An Đồng:/)).toHaveTextContent(
    "(12/QĐ-UBND, 05/05/2024) → Xã đạt chuẩn nông thôn mới (12/QĐ-UBND, 05/05/2024), thu hồi 02/01/2025"
  )
  first.unmount()
  showPage(() => <MovedLaws answer={answer} cause="change" />, answering({}))
  expect(screen.queryByText(/^Bộ mới ·/)).toBeNull()
})

import { describe, expect, it } from "vitest"
import { CriteriaSetId } from "../criteria/index.ts"
import { chronicleOf, type Unit, UnitCode, UnitId } from "../units/index.ts"
import { Day, Moment } from "../values/index.ts"
import { type Dossier, DossierId } from "./dossier.ts"
import { type DossierEvent, type DossierEventBody, DossierEventId } from "./event.ts"
import { dossierHoldings } from "./holdings.ts"
import { ProcedureId } from "./procedure.ts"

const commune: Unit = {
  id: UnitId.make(1),
  code: UnitCode.make("10001"),
  name: "An Lão",
  type: "xã",
  level: "commune",
  parentId: null,
  parentCode: null,
  areaKm2: null,
  population: null,
  lon: null,
  lat: null,
  validFrom: null,
  validTo: Day.make("2025-06-30")
}
const told = {
  recordedAt: Moment.make("2025-06-01T00:00:00.000Z"),
  recordedBy: { name: "Xã", role: "communeOfficer", agency: null }
} as const
const dossier = (id: number, openedOn: string): Dossier => ({
  id: DossierId.make(id),
  unit: commune.id,
  tier: "advanced",
  criteriaSet: CriteriaSetId.make("xa"),
  procedure: ProcedureId.make("xa"),
  asOf: Day.make("2024-12-31"),
  openedOn: Day.make(openedOn),
  override: null,
  document: null,
  note: null,
  tasks: [],
  illustrative: false,
  ...told
})
const event = (of: number, day: string, body: DossierEventBody): DossierEvent => ({
  id: DossierEventId.make(of),
  dossier: DossierId.make(of),
  day: Day.make(day),
  body,
  document: null,
  evidence: [],
  note: null,
  illustrative: false,
  ...told
})
const eve = Day.make("2025-06-30")
const closed: DossierEventBody = { _tag: "closed", reason: "trùng" }

const resting = (units: ReadonlyArray<number>, events: ReadonlyArray<DossierEvent> = []) =>
  dossierHoldings(
    chronicleOf([commune]),
    { dossiers: [dossier(1, "2025-03-01"), dossier(2, "2025-07-02")], events },
    () => undefined,
    new Set(units.map((id) => UnitId.make(id))),
    eve
  )

describe("dossiers that rest on units on the eve of an event", () => {
  it("are those under way that were opened by then", () => {
    expect(resting([1])).toEqual([
      {
        kind: "dossier",
        unit: 1,
        count: 1,
        label: {
          vi: "Hồ sơ đề nghị công nhận: Xã nông thôn mới nâng cao (số 1, mở 01/03/2025)",
          en: "Recognition dossier: Commune, advanced (no. 1, opened 2025-03-01)"
        }
      }
    ])
    expect(resting([2])).toEqual([])
  })

  it("are not those that were decided or given up, as far as that had happened", () => {
    expect(resting([1], [event(1, "2025-06-30", closed)])).toEqual([])
    expect(resting([1], [event(1, "2025-07-01", closed)])).toHaveLength(1)
    const decided: DossierEventBody = {
      _tag: "decided",
      recognised: true,
      document: "1/QĐ",
      decidedOn: Day.make("2025-06-01")
    }
    expect(resting([1], [event(1, "2025-06-01", decided)])).toEqual([])
  })
})

import { makeClient } from "@ntm/contract"
import { CriteriaSetId, flat, InputKey } from "@ntm/domain/criteria"
import { blankEntry, blankIndicator, blankSet, type ToldValue } from "@ntm/domain/testing"
import { type Dossier, DossierId, ProcedureId } from "@ntm/domain/dossiers"
import { UnitId } from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import { describe, expect, it } from "vitest"
import { observationsOf } from "../testing/observations.ts"
import { appInMemory } from "../testing/ports.ts"
import { registerInMemory } from "../testing/register.ts"

const input = InputKey.make("water")
const set = {
  ...blankSet("xa-nang-cao"),
  id: CriteriaSetId.make("xa-nang-cao"),
  tier: "advanced" as const,
  criteria: [
    {
      no: 17,
      name: "Môi trường",
      indicators: [
        { ...blankIndicator("17.1"), rule: { op: ">=", measure: { of: "input", input }, threshold: flat(80) } as const }
      ]
    }
  ],
  inputs: [
    {
      input,
      name: "Nước sạch",
      unit: "%",
      measure: "percent",
      bySex: false,
      carry: { carry: "average", weight: "population", min: 0, max: 100 } as const
    }
  ]
}

/** Tân Hưng (7), which holds the tier, becomes one with Thanh Xuân (8), which does not. */
const merging = {
  id: "nhap-2025-10-01",
  document: { number: "2/NQ", issuer: null, issuedOn: null },
  day: "2025-10-01",
  changes: [
    {
      change: "merge",
      from: [{ unit: { code: "11836" } }, { unit: { code: "10813" } }],
      into: {
        new: { key: "n", code: "11837", name: "Tân Thanh", type: "xã", level: "commune", parent: { code: "31" } }
      }
    }
  ]
}

const fallsWith = async (values: ReadonlyArray<ToldValue>) => {
  const { app } = appInMemory({}, registerInMemory(), { sets: [set], observations: observationsOf(values) })
  const client = makeClient((url, init) => app.request(url, init), "")
  const { falls } = await client.reorganisations.preview({ body: merging })
  return falls.map(({ criteria, set: id, tier }) => [id, tier, criteria])
}

const water = (unit: number, value: number): ToldValue => ({ unit, input, value, day: "2025-08-31" })

describe("an event, before it is applied, tells of the money that rests on its units", () => {
  it("how many entries of which budget years, and that they follow the ground", async () => {
    const entry = { ...blankEntry, unit: UnitId.make(7) }
    const entries = [entry, { ...entry, year: 2024 }, { ...entry, day: Day.make("2025-10-01") }]
    const { app } = appInMemory({}, registerInMemory(), { entries })
    const client = makeClient((url, init) => app.request(url, init), "")
    const { holdings } = await client.reorganisations.preview({ body: merging })
    expect(holdings.filter(({ kind }) => kind === "funding")).toMatchObject([
      { unit: 7, count: 2, lot: "merged", fate: "follows", label: { vi: "2 bút toán vốn (niên độ 2024, 2025)" } }
    ])
  })
})

describe("an event, before it is applied, tells of the dossiers under way of its units", () => {
  it("that they are to be closed where the unit is no more, and the takers open their own", async () => {
    const dossier: Dossier = {
      id: DossierId.make(4),
      unit: UnitId.make(7),
      tier: "model",
      criteriaSet: set.id,
      procedure: ProcedureId.make("xa"),
      asOf: Day.make("2025-06-30"),
      openedOn: Day.make("2025-07-10"),
      override: null,
      document: null,
      note: null,
      tasks: [],
      illustrative: false,
      recordedAt: Moment.make("2025-07-10T00:00:00.000Z"),
      recordedBy: { name: "Xã", role: "communeOfficer", agency: null }
    }
    const later = { ...dossier, id: DossierId.make(5), openedOn: Day.make("2025-10-01") }
    const dossiers = { procedures: [], events: [], dossiers: [dossier, later] }
    const { app } = appInMemory({}, registerInMemory(), { dossiers })
    const client = makeClient((url, init) => app.request(url, init), "")
    const { holdings } = await client.reorganisations.preview({ body: merging })
    expect(holdings.filter(({ kind }) => kind === "dossier")).toMatchObject([
      {
        unit: 7,
        count: 1,
        lot: "merged",
        fate: "decide",
        label: { vi: "Hồ sơ đề nghị công nhận: Xã nông thôn mới kiểu mẫu (số 4, mở 10/07/2025)" }
      }
    ])
  })
})

describe("an event, before it is applied, tells of units whose predecessors held a tier", () => {
  it("the criteria that they would not meet, or of which nothing would be known", async () => {
    const of = (verdict: string) => [["xa-nang-cao", "advanced", [{ no: 17, name: "Môi trường", verdict }]]]
    expect(await fallsWith([water(7, 90), water(8, 20)])).toEqual(of("notMet"))
    expect(await fallsWith([water(7, 90)])).toEqual(of("noData"))
  })

  it("nothing where they would meet all", async () => {
    expect(await fallsWith([water(7, 90), water(8, 85)])).toEqual([])
  })
})

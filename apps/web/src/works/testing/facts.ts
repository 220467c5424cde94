import type { AnswerOf, api } from "@ntm/contract"
import { day, plan } from "@ntm/domain/testing"
import { BatchId, type WorksTally } from "@ntm/domain/works"
import { oldHaiPhong, vinhBaoDistrict } from "../../units/testing/register.ts"
import { asOf, billion, curve, debt, land, line, slip, workAnswer } from "./work.ts"

const tally: WorksTally = {
  works: 803,
  communes: 35,
  bySector: { transport: 628, education: 71 },
  byState: { planned: 0, preparing: 3, building: 150, accepted: 20, handedOver: 30, operating: 600 },
  cost: billion(1000),
  value: billion(990),
  done: billion(900),
  donePercent: 90.9,
  plannedPercent: 96,
  communeMeanPercent: 95,
  planned: billion(990),
  allocated: billion(900),
  paid: billion(693),
  debt,
  late: 12,
  daysBehindWorst: 75,
  notHandedOver: 20,
  withoutOperator: 5,
  land,
  lastReport: day("2024-12-20"),
  illustrative: true
}

/** What the server answers to the pages of works, by path. */
export const worksAnswers = {
  "/documents": { items: [plan] },
  "/units": { asOf: asOf.asOf, counts: {}, items: [oldHaiPhong] },
  "/units/31": { asOf: asOf.asOf, unit: oldHaiPhong, predecessors: [], successors: [], above: [] },
  "/reorganisations": { items: [] },
  "/works": { ...asOf, tally, items: [line], next: null },
  "/works/7": workAnswer,
  "/works/curve": { ...asOf, curve },
  "/works/slips": { ...asOf, items: [{ ...slip, line }] },
  "/works/batches": {
    ...asOf,
    items: [
      {
        batch: {
          id: BatchId.make("2023"),
          name: "Danh mục 2023, 35 xã",
          unit: oldHaiPhong.id,
          year: 2023,
          document: null,
          approvedOn: null,
          due: null
        },
        tally,
        path: {
          start: day("2023-06-01"),
          plannedFinish: day("2024-12-31"),
          expectedFinish: day("2025-03-16"),
          days: 655,
          daysBehind: 75,
          path: []
        },
        districts: [{ unit: vinhBaoDistrict, tally: { ...tally, works: 200, late: 2 } }]
      }
    ],
    next: null
  } satisfies AnswerOf<typeof api.works.batches>,
  "/works/debt": {
    ...asOf,
    limitDays: 90,
    owed: debt,
    units: [{ unit: { ...vinhBaoDistrict }, works: 3, debt }],
    items: [{ line, debt }],
    next: null
  } satisfies AnswerOf<typeof api.works.debt>,
  "/works/land": {
    ...asOf,
    total: land,
    units: [{ unit: { ...vinhBaoDistrict }, land: { ...land, households: 100 } }]
  } satisfies AnswerOf<typeof api.works.land>,
  "/works/alerts": {
    ...asOf,
    rules: [
      { _tag: "behind", days: 30 },
      { _tag: "debt", days: 90 }
    ],
    counts: [1, 0],
    items: [
      {
        rule: { _tag: "behind", days: 30 },
        work: line.id,
        unit: line.unit,
        since: day("2024-12-01"),
        over: 15,
        sentence: { vi: "Tuyến 1 chậm đường găng 45 ngày", en: "Route 1 is 45 days late" }
      }
    ],
    next: null
  } satisfies AnswerOf<typeof api.works.alerts>
}

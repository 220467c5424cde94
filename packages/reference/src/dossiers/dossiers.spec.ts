import {
  dossierStanding,
  dossierWaiting,
  type DossierEvent,
  DossierEventId,
  DossierId,
  tasksByStep
} from "@ntm/domain/dossiers"
import { Day, Moment } from "@ntm/domain/values"
import { Effect } from "effect"
import { beforeAll, describe, expect, it } from "vitest"
import { type DataFiles, readDataFiles } from "../files.ts"
import { loadReference, ownDataDirectory, type Reference } from "../load.ts"
import { readDossiers } from "../pilot/dossiers.ts"
import { problemList } from "../problem.ts"
import { real, realBook } from "../testing/undertakings.ts"
import { readProcedures } from "./procedures.ts"

const PROCEDURES = "dossiers/procedures.json"
const DOSSIERS = "pilot/dossiers.json"

let files: DataFiles = new Map()
let reference: Reference
beforeAll(async () => {
  files = await Effect.runPromise(readDataFiles(ownDataDirectory))
  reference = await Effect.runPromise(loadReference())
})

/** The files with a text of one of them replaced. */
const changed = (file: string, from: string | RegExp, to: string): DataFiles => {
  const text = new TextDecoder().decode(files.get(file))
  const other = text.replace(from, to)
  expect(other).not.toBe(text)
  return new Map([...files, [file, new TextEncoder().encode(other)] as const])
}

/** A dossier of the pilot as it stands on a day, papers and titles left aside. */
const standingOn = (key: string, on: string) => {
  const found = reference.dossiers.find((one) => one.key === key)
  const procedure = reference.procedures.find(({ id }) => id === found?.opening.procedure)
  if (found === undefined || procedure === undefined) throw new Error(key)
  const recordedAt = Moment.make("2025-12-01T00:00:00.000Z")
  const recordedBy = { name: "…", role: "provincialOffice", agency: null } as const
  const dossier = { ...found.opening, id: DossierId.make(1), recordedAt, recordedBy }
  const events = found.events.map((event, at): DossierEvent => ({
    ...event,
    dossier: dossier.id,
    id: DossierEventId.make(at + 1),
    recordedAt,
    recordedBy
  }))
  const book = realBook(on)
  return dossierStanding({
    dossier,
    unit: null,
    procedure,
    events,
    calendar: real.calendar,
    day: Day.make(on),
    knownAt: null,
    facts: { assessment: null, overdueDebt: null },
    opening: { allowed: true, reasons: [], remarks: [] },
    tasks: tasksByStep(dossier, book),
    waiting: dossierWaiting(dossier, procedure, book)
  })
}

describe("procedures of recognition as data", () => {
  it("are there for commune, district and province, for three tiers of government and for two", () => {
    expect(reference.procedures.map(({ form, from, id, tiers, to }) => [id, form, tiers, from, to])).toEqual([
      ["xa-ba-cap", "threeTier", ["standard", "advanced", "model"], "2022-08-02", "2025-06-30"],
      ["huyen-dat-chuan-ba-cap", "threeTier", ["standard"], "2022-08-02", "2025-06-30"],
      ["huyen-nang-cao-ba-cap", "threeTier", ["advanced"], "2022-08-02", "2025-06-30"],
      ["huyen-dac-thu-ba-cap", "threeTier", ["special"], "2022-08-02", "2025-06-30"],
      ["tinh-ba-cap", "threeTier", ["completed"], "2022-08-02", "2025-06-30"],
      ["tinh-hai-cap", "twoTier", ["completed"], "2025-07-01", null],
      ["xa-hai-cap", "twoTier", ["standard", "advanced", "model", "modern", "special"], "2025-07-01", null],
      ["xa-ba-cap-2016-2020", "threeTier", ["standard", "model"], "2016-12-30", "2022-08-01"]
    ])
  })

  it("say of every step where it was read and how sure it is; no days are made up, nothing of two tiers is known", () => {
    for (const { form, id, steps } of reference.procedures)
      for (const { confidence, days, key, source } of steps) {
        expect(source.length).toBeGreaterThan(20)
        // The one length that a public text tells: fifteen working days for a district to verify.
        expect(days).toEqual(
          id === "xa-ba-cap-2016-2020" && key === "verification" ? { days: 15, count: "working" } : null
        )
        if (form === "twoTier") expect(confidence).toBe("unknown")
      }
    const province = reference.procedures.find(({ id }) => id === "tinh-ba-cap")
    expect(province?.steps.find(({ key }) => key === "consultation")).toMatchObject({
      confidence: "verified",
      rule: { _tag: "consultation", days: 15 }
    })
  })

  const told = (from: string | RegExp, to: string) => {
    const { problems, report } = problemList()
    readProcedures(changed(PROCEDURES, from, to), report)
    return problems.map(({ file, path, reason }) => [file, path, reason.vi])
  }

  it("are refused with file, path and reason where they make no sense", () => {
    expect(told(/"after": \[\s*"selfAssessment"\s*\]/, '"after": ["nothing"]')).toEqual([
      [PROCEDURES, "procedures[0].steps[1].after[0]", "không có bước “nothing”"]
    ])
    expect(told('"days": 15', '"days": -15')[0]?.slice(0, 2)).toEqual([PROCEDURES, "procedures[0].steps[1].rule.days"])
    expect(told('"satisfied": 90', '"satisfied": 190')[0]?.slice(0, 2)).toEqual([
      PROCEDURES,
      "procedures[1].steps[5].rule.satisfied"
    ])
    expect(told('"to": "2025-06-30"', '"to": "2025-06-31"')[0]).toEqual([
      PROCEDURES,
      "procedures[0].to",
      "Ngày “2025-06-31” không có trong lịch"
    ])
    expect(told(/"tiers": \[\s*"advanced"\s*\]/, '"tiers": ["standard"]')).toEqual([
      [
        PROCEDURES,
        "procedures[2]",
        "trùng thời gian với “huyen-dat-chuan-ba-cap” về Huyện đạt chuẩn nông thôn mới từ 02/08/2022"
      ]
    ])
  })
})

describe("the dossiers of which the plan speaks", () => {
  it("stand where the documents say they stood", () => {
    const at = (key: string, on: string) => {
      const { at: step, state } = standingOn(key, on)
      return [state, step]
    }
    // 61/KH-UBND, III.2, of 05/03/2025: two lie with the Prime Minister, two with the central office.
    expect(["an-lao-nang-cao", "tien-lang-nang-cao"].map((key) => at(key, "2025-03-05"))).toEqual([
      ["open", "decision"],
      ["open", "decision"]
    ])
    expect(["vinh-bao-nang-cao", "kien-thuy-nang-cao"].map((key) => at(key, "2025-03-05"))).toEqual([
      ["open", "appraisal"],
      ["open", "appraisal"]
    ])
    expect(at("vinh-bao-nang-cao", "2025-06-20")).toEqual(["recognised", "publication"])
    expect(at("bach-long-vi-dac-thu", "2025-03-05")).toEqual(["open", "districtVote"])
    expect(at("hai-phong-hoan-thanh", "2025-06-20")).toEqual(["open", "report"])
    for (const { events } of reference.dossiers) for (const event of events) expect(event.illustrative).toBe(true)
  })

  it("say on 20/06/2025 through what chain the province's own was still waiting", () => {
    const { steps, waiting } = standingOn("hai-phong-hoan-thanh", "2025-06-20")
    const links = (depth: number) =>
      waiting.filter((link) => link.depth === depth).map(({ task }) => task.split("/")[1])
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map(links)).toEqual([
      ["II"],
      ["II.a", "II.b"],
      ["I"],
      ["6"],
      ["5"],
      ["3", "4"],
      ["2"],
      ["1"],
      ["1.1", "1.2"]
    ])
    expect(waiting.find(({ task }) => task.endsWith("/2"))?.sentence.vi).toBe(
      "2. Lấy ý kiến dự thảo báo cáo và đăng công khai 15 ngày (Sở Nông nghiệp và Môi trường): chưa bắt đầu, hạn 16/06/2025, quá hạn 4 ngày"
    )
    expect(steps.map(({ step, tasks }) => [step.key, tasks.map(({ no }) => no)])).toEqual([
      ["report", ["1"]],
      ["consultation", ["2"]],
      ["revision", ["3"]],
      ["survey", ["4"]],
      ["vote", ["5"]],
      ["submitCentral", ["6"]],
      ["appraisal", ["II"]],
      ["councilVote", []],
      ["decision", []],
      ["publication", []]
    ])
  })

  const told = (from: string | RegExp, to: string) => {
    const { problems, report } = problemList()
    const { chronicle, criteriaSets, documents, procedures, recognitions, undertakings } = reference
    const { calendar } = undertakings
    readDossiers(
      changed(DOSSIERS, from, to),
      { chronicle, criteriaSets, documents, procedures, recognitions, calendar },
      report
    )
    return problems.map(({ file, path, reason }) => [file, path, reason.vi])
  }

  it("are refused where they name what there is not, go no possible way, or decide what nobody recognised", () => {
    expect(told('"unit": "316"', '"unit": "999"')).toEqual([
      [DOSSIERS, "dossiers[0].unit", "không có đơn vị 999 vào ngày 01/12/2024"]
    ])
    expect(told('"criteriaSet": "huyen-ntm-nang-cao-2021-2025"', '"criteriaSet": "khac"')).toEqual([
      [DOSSIERS, "dossiers[0].criteriaSet", "không có bộ tiêu chí “khac”"]
    ])
    expect(told('"step": "districtVote"', '"step": "councilVote"').map(([, path]) => path)).toContain(
      "dossiers[0].events[1].body.step"
    )
    expect(told('"decidedOn": "2025-06-20"', '"decidedOn": "2025-06-19"').map(([, path]) => path)).toContain(
      "dossiers[0].events[10].body"
    )
    expect(told('"key": "tien-lang-nang-cao"', '"key": "vinh-bao-nang-cao"')).toEqual([
      [DOSSIERS, "dossiers[1].key", "hồ sơ “vinh-bao-nang-cao” có hai lần"]
    ])
    expect(told("kh-61-2025-haiphong/6", "kh-61-2025-haiphong/60")).toEqual([
      [DOSSIERS, "dossiers[5].tasks[5].task", "không có nhiệm vụ “kh-61-2025-haiphong/60”"]
    ])
    expect(told(/"step": "vote",\s*"task"/, '"step": "nothing", "task"')).toEqual([
      [DOSSIERS, "dossiers[5].tasks[4].step", "trình tự không có bước “nothing”"]
    ])
    expect(told('"tier": "completed"', '"tier": "model"')[0]?.slice(0, 2)).toEqual([DOSSIERS, "dossiers[5].tier"])
  })
})

import {
  assess,
  assessedSet,
  checkRecordings,
  columnsOf,
  compile,
  computedAverage,
  CriteriaSetId,
  type Fact,
  inputColumn,
  type Recording,
  setOn,
  standsIn,
  verdictOf
} from "@ntm/domain/criteria"
import { unitByCode, UnitCode, unitOn } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect, Result } from "effect"
import { beforeAll, describe, expect, it } from "vitest"
import { type DataFiles, readDataFiles } from "../files.ts"
import { ownDataDirectory, type Reference, referenceOf } from "../load.ts"
import { pilot } from "../pilot.ts"
import { problemList } from "../problem.ts"
import { readSetCodes, type SetCodes } from "../set-codes.ts"
import { readObservations } from "./observations.ts"

const FILE = "pilot/observations.json"
const lastDay = Day.make("2024-12-31")

/** What higher sets ask more of (income, poverty): who fails it cannot meet them. */
const restedOn = (code: string, no: number): boolean =>
  code === "xa-ntm" || (code === "xa-ntm-nang-cao" && [10, 11].includes(no))

describe("the pilot's values through the evaluator", () => {
  let files: DataFiles
  let reference: Reference
  let text: string
  let codes: SetCodes

  beforeAll(async () => {
    files = await Effect.runPromise(readDataFiles(ownDataDirectory))
    reference = await Effect.runPromise(referenceOf(files, "/data"))
    text = new TextDecoder().decode(files.get(FILE))
    codes = readSetCodes(files, new Set(reference.criteriaSets.map(({ id }) => id)), problemList().report)
  }, 30_000)

  const read = (changed: string, results = reference.documents.flatMap(({ setResults }) => setResults)) => {
    const { problems, report } = problemList()
    const { chronicle, criteriaSets, recognitions } = reference
    const edited = new Map([...files, [FILE, new TextEncoder().encode(changed)]])
    const known = { chronicle, criteriaSets, recognitions, codes, results }
    return { recordings: readObservations(edited, known, report).recordings, problems }
  }

  const localId = (code: string, day: Day) =>
    standsIn(reference.criteriaSets, CriteriaSetId.make(codes.get(code)?.set ?? code), pilot.province, day)

  /** Every unit that has a value, judged on the day by all sets of the level that may be judged by. */
  const judged = (level: "commune" | "district" | "province", day: Day, recordings: ReadonlyArray<Recording>) => {
    const sets = reference.criteriaSets
      .filter((set) => set.level === level && !set.doNotEvaluate && set.period.from <= day && day <= set.period.to)
      .map((set) => setOn(set, day))
    const program = Result.getOrThrow(compile(sets, day))
    const { register } = reference.chronicle
    const rows = new Map(
      recordings.flatMap(({ unit, day: on }) => {
        const row = typeof unit === "number" ? unitOn(register, unit, on) : undefined
        return row?.level === level ? [[row.id, row] as const] : []
      })
    )
    const units = [...rows.values()].map(({ attributes, id, type }) => ({ id, type, attributes: attributes ?? {} }))
    const facts = recordings.flatMap(({ from, input, unit, value }): ReadonlyArray<Fact> =>
      from === null && typeof unit === "number" && rows.has(unit) ? [{ unit, column: inputColumn(input), value }] : []
    )
    // The only sums over years are those of people found guilty: nobody was.
    const windows = [...program.columns.values()].flatMap(({ key, source }) =>
      source.of === "window" ? units.map(({ id }): Fact => ({ unit: id, column: key, value: 0 })) : []
    )
    return { assessment: assess(program, columnsOf(units, [...facts, ...windows])), rows: [...rows.values()] }
  }

  it("is Phụ lục 01, line by line: 137 on 19 and 19, 105 and 107 of the model set, 7, 4 of 7, and Bạch Long Vĩ", () => {
    const { recordings } = reference.observations
    const plan = reference.documents.find(({ id }) => id === pilot.plan)
    const printed = new Map(plan?.setResults.map((set) => [set.code, set]))
    const counts = [...printed.values()].map((set) => {
      const { assessment } = judged(set.level, lastDay, recordings)
      const bound = assessedSet(assessment, localId(set.code, lastDay))
      const met = bound?.criteria.map(
        ({ codes: verdicts }) => verdicts.filter((one) => verdictOf(one) === "met").length
      )
      return { code: set.code, met: met ?? [], average: (met ?? []).reduce((a, b) => a + b, 0) / set.evaluatedCount }
    })
    expect(counts.map(({ code, met }) => [code, met])).toEqual([
      ["xa-ntm", Array.from({ length: 19 }, () => 137)],
      ["xa-ntm-nang-cao", Array.from({ length: 19 }, () => 137)],
      ["xa-ntm-kieu-mau", [105, 107, 137, 137, 137]],
      ["huyen-ntm", Array.from({ length: 9 }, () => 7)],
      ["huyen-ntm-nang-cao", Array.from({ length: 9 }, () => 4)],
      ["huyen-ntm-dac-thu", Array.from({ length: 9 }, () => 1)]
    ])
    // The table prints 8 of 7 districts, and the text 4,3 of 5: both are findings, and neither is made come true.
    const beyond = counts.filter(({ code, met }) =>
      met.some((count, at) => count !== printed.get(code)?.criteria[at]?.metCount)
    )
    expect(beyond.map(({ code }) => code)).toEqual(["huyen-ntm"])
    expect(counts.map(({ average }) => average.toFixed(2))).toEqual(["19.00", "19.00", "4.55", "9.00", "5.14", "9.00"])
    const model = printed.get("xa-ntm-kieu-mau")
    expect([model?.statedAverage, model && computedAverage(model).toFixed(2)]).toEqual([4.3, "4.55"])
  })

  it("is the province's conditions: satisfaction of 88,9 % fails on 14 January 2025 and passes on the 15th", () => {
    const on = (day: string) => {
      const { assessment } = judged("province", Day.make(day), reference.observations.recordings)
      const bound = assessedSet(assessment, "tinh-hoan-thanh-2021-2025")
      return Object.fromEntries(bound?.criteria.map(({ codes: verdicts, no }) => [no, verdictOf(verdicts[0])]) ?? [])
    }
    const published = { 5: "met", 6: "met", 7: "notMet" }
    expect(on("2025-01-14")).toMatchObject({ ...published, 8: "notMet" })
    expect(on("2025-01-15")).toMatchObject({ ...published, 8: "met" })
  })

  it("meets the whole model set in the 104 communes that were recognised, and in no other", () => {
    const { assessment, rows } = judged("commune", lastDay, reference.observations.recordings)
    const bound = assessedSet(assessment, localId("xa-ntm-kieu-mau", lastDay))
    const full = rows.filter((_, at) => bound?.met[at] === 5).map(({ id }) => id)
    const models = new Set(
      reference.recognitions
        .filter(({ decidedOn, tier, unit }) => {
          const { register } = reference.chronicle
          const province = unitByCode(register, UnitCode.make("31"), lastDay)
          const row = unitOn(register, unit, lastDay)
          const district =
            row?.parentId === null || row === undefined ? undefined : unitOn(register, row.parentId, lastDay)
          return tier === "model" && decidedOn <= lastDay && district?.parentId === province?.id
        })
        .map(({ unit }) => unit)
    )
    expect([full.length, full.every((unit) => models.has(unit))]).toEqual([104, true])
  })

  it("are values that may be recorded: of units that stand, within what their input can be, none twice", () => {
    const { inputs, recordings } = reference.observations
    const actor = { name: "Văn phòng", role: "provincialOffice", scope: "all", agency: null } as const
    const { accepted, problems } = checkRecordings(
      { chronicle: reference.chronicle, inputs, actor, today: Day.make("2025-03-05") },
      recordings
    )
    expect(problems).toEqual([])
    expect(accepted.length).toBe(recordings.length)
    expect(recordings.length).toBeGreaterThan(19_000)
    const published = recordings.filter(({ illustrative }) => !illustrative)
    expect(published.map(({ source, value }) => [source.from === "document" ? source.place : null, value])).toEqual([
      ["05/ĐA-UBND ngày 13/7/2023", 1],
      ["km-duong-co-cay-xanh", 75],
      ["dat-cay-xanh-binh-quan", 3.56],
      ["chi-so-hai-long-2023", 88.9]
    ])
  })

  it("are the same every time, and others with another seed", () => {
    expect(read(text).recordings).toEqual(reference.observations.recordings)
    const other = read(text.replace('"hai-phong-2024"', '"khac"'))
    expect(other.problems).toEqual([])
    expect(other.recordings).not.toEqual(reference.observations.recordings)
  })

  it.each([1, 2, 3])("come out for other tables as well: counts drawn at random, %i", (draw) => {
    const results = reference.documents
      .flatMap(({ setResults }) => setResults)
      .map((set) => ({
        ...set,
        criteria: set.criteria.map((line) => ({
          ...line,
          metCount: restedOn(set.code, line.no)
            ? set.evaluatedCount
            : (line.no * 7919 * draw) % (set.evaluatedCount + 1)
        }))
      }))
    expect(read(text.replace('"hai-phong-2024"', `"hạt ${draw}"`), results).problems).toEqual([])
  })

  it("are refused with the unit and the line where they cannot be, and where the file is wrong", () => {
    const told = (from: string, to: string) => {
      expect(text).toContain(from)
      return read(text.replace(from, to)).problems.map(({ path, reason }) => `${path}: ${reason.vi}`)
    }
    // Poor communes of the national set cannot be rich ones of the model set.
    const results = reference.documents
      .flatMap(({ setResults }) => setResults)
      .map((set) => ({
        ...set,
        criteria: set.criteria.map((line) =>
          set.code === "xa-ntm" && line.no === 10 ? { ...line, metCount: 0 } : line
        )
      }))
    const { problems } = read(text, results)
    expect(problems.length).toBeGreaterThan(100)
    const reasons = problems.map(({ reason }) => reason.vi)
    expect(reasons).toContainEqual(
      expect.stringMatching(
        /^xã .+ \(\d{5}\), hp-xa-ntm-2021-2025 10; hp-xa-ntm-nang-cao-2021-2025 10.*: không có giá trị nào của “incomePerPerson”/
      )
    )
    expect(told('"units": ["318"]', '"units": ["318", "317"]')).toEqual(["results[5]: có 2 đơn vị, bảng ghi 1"])
    expect(told('"code": "huyen-ntm-dac-thu"', '"code": "huyen"')[0]).toMatch(/^results\[5\]: không có bộ tiêu chí/)
    expect(told('"figure": "chi-so-hai-long-2023"', '"figure": "khong-co"')).toEqual([
      "published[3]: documents/kh-61-2025-haiphong/figures.json không có số “khong-co”"
    ])
    expect(told('"unit": "31"', '"unit": "99"')).toEqual(["published[0]: không có đơn vị 99 vào ngày 31/12/2024"])
    expect(told('"seed"', '"hat"')[0]).toMatch(/^seed: /)
  })
})

import { describe, expect, it } from "vitest"
import { Day } from "../values/index.ts"
import { checkProcedures } from "./check-procedures.ts"
import { type DossierStep, type Procedure, ProcedureId } from "./procedure.ts"
import { testProcedure } from "./testing/dossiers.ts"

const changed = (key: string, more: Partial<DossierStep>): Procedure => {
  const [first, ...others] = testProcedure.steps.map((step) => (step.key === key ? { ...step, ...more } : step))
  if (first === undefined) throw new Error("no step")
  return { ...testProcedure, steps: [first, ...others] }
}
const wrong = (...procedures: ReadonlyArray<Procedure>) =>
  checkProcedures(procedures).map(({ path, reason }) => [path, reason.vi])

describe("procedures as data", () => {
  it("make sense as they are", () => {
    expect(wrong(testProcedure)).toEqual([])
  })

  it("are refused with place and reason: steps and papers that there are not, circles, what nobody decides", () => {
    expect(wrong(changed("submit", { after: ["consultation", "nothing"] }))).toEqual([
      ["[0].steps[3].after[1]", "không có bước “nothing”"]
    ])
    expect(wrong(changed("report", { after: ["vote"] }))).toEqual([
      ["[0].steps[0].after", "bước “report” chờ chính nó"],
      ["[0].steps[1].after", "bước “consultation” chờ chính nó"],
      ["[0].steps[2].after", "bước “survey” chờ chính nó"],
      ["[0].steps[3].after", "bước “submit” chờ chính nó"],
      ["[0].steps[4].after", "bước “appraisal” chờ chính nó"],
      ["[0].steps[5].after", "bước “vote” chờ chính nó"]
    ])
    expect(wrong(changed("submit", { papers: ["request", "photos", "letter"] }))).toEqual([
      ["[0].steps[3].papers[2]", "không có giấy tờ “letter”"]
    ])
    expect(wrong(changed("submit", { papers: ["request"] }))).toEqual([
      ["[0].papers[5]", "không bước nào cần giấy tờ “photos”"]
    ])
    expect(wrong(changed("survey", { rule: null }))).toEqual([
      ["[0].papers[3].from", "không có bước nào cho kết quả “survey”"]
    ])
    expect(wrong(changed("decision", { rule: null }))).toEqual([
      ["[0].steps", "phải có đúng một bước quyết định, có 0"]
    ])
  })

  it("do not make up days that nobody knows", () => {
    expect(wrong(changed("report", { confidence: "unknown" }))).toEqual([
      ["[0].steps[0].days", "số ngày chưa biết nguồn thì để trống (null), không ghi 10"]
    ])
    expect(wrong(changed("consultation", { rule: { _tag: "consultation", days: 0 } }))).toEqual([
      ["[0].steps[1].rule.days", "lấy ý kiến 0 ngày"]
    ])
  })

  it("hold one at a time for a tier of a level, and are told twice by nobody", () => {
    const [first, ...others] = testProcedure.steps
    expect(wrong({ ...testProcedure, steps: [first, first, ...others] })).toEqual([
      ["[0].steps[1].key", "bước “report” có hai lần"]
    ])
    const later = { ...testProcedure, id: ProcedureId.make("xa-sau"), from: Day.make("2025-06-30"), to: null }
    expect(wrong(testProcedure, later)).toEqual([
      ["[1]", "trùng thời gian với “xa-thu” về Xã đạt chuẩn nông thôn mới, Xã nông thôn mới nâng cao từ 30/06/2025"]
    ])
    expect(wrong(testProcedure, { ...later, from: Day.make("2025-07-01") })).toEqual([])
    expect(wrong(testProcedure, { ...later, tiers: ["model"] })).toEqual([])
    expect(wrong(testProcedure, { ...later, form: "twoTier" })).toEqual([])
    expect(wrong({ ...testProcedure, to: Day.make("2022-08-01") })).toEqual([
      ["[0].to", "ngày hết hiệu lực trước ngày hiệu lực"]
    ])
    expect(wrong(testProcedure, { ...later, id: testProcedure.id, from: Day.make("2025-07-01") })).toEqual([
      ["[1].id", "trình tự “xa-thu” có hai lần"]
    ])
  })
})

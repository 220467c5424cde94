import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { apply, type Chronicle, plan } from "../../units/index.ts"
import { country, event, idOf } from "../../units/testing/country.ts"
import { Day, Moment } from "../../values/index.ts"
import { InputKey } from "../rules/condition.ts"
import { ObservationState, OfficeRole } from "./observation.ts"
import { type Actor, workflow } from "./workflow.ts"
import { dayInVietnam, stepRefusal, type Step } from "./workflow-judging.ts"

const commune = idOf("10101")
const before = Day.make("2025-03-01")
const after = Day.make("2025-08-01")

/** The country once districts have ended. */
const ended: Chronicle = apply(
  country,
  Result.getOrThrow(plan(country, event("x", "2025-07-01", { change: "endLevel", level: "district", within: null })))
)

const actorOf = (role: OfficeRole, rest: Partial<Actor> = {}): Actor => ({
  name: "Lan",
  role,
  scope: "all",
  agency: role === "department" ? "Sở Y tế" : null,
  ...rest
})

const step = (from: Step["from"], to: Step["to"], rest: Partial<Step> = {}): Step => ({
  from,
  to,
  unit: commune,
  day: before,
  input: InputKey.make("xa-ntm-2021-2025/15.1"),
  agencies: ["Sở Y tế"],
  reason: "vì",
  ...rest
})

const judged = (actor: Actor, made: Step, today: Day = before) =>
  stepRefusal({ register: today < "2025-07-01" ? country.register : ended.register, actor, today }, made)

describe("the workflow of observations", () => {
  it("lets a value go from the commune over the district or the department to the provincial office", () => {
    expect(judged(actorOf("communeOfficer"), step(null, "draft"))).toBeNull()
    expect(judged(actorOf("communeOfficer"), step("draft", "submitted"))).toBeNull()
    expect(judged(actorOf("districtOffice"), step("submitted", "verified"))).toBeNull()
    expect(judged(actorOf("department"), step("submitted", "verified"))).toBeNull()
    expect(judged(actorOf("provincialOffice"), step("verified", "approved"))).toBeNull()
    expect(judged(actorOf("communeOfficer"), step("returned", "submitted"))).toBeNull()
  })

  it("names the rule, who may act and the next step when it refuses", () => {
    expect(judged(actorOf("communeOfficer"), step("verified", "approved"))).toEqual({
      kind: "notAllowed",
      sentence: {
        vi: "Lan (công chức cấp xã) không được chuyển sang “đã duyệt”: văn phòng điều phối cấp tỉnh phê duyệt số liệu đã thẩm tra",
        en: "Lan (the commune's officer) may not make it approved: the provincial co-ordination office approves what was verified"
      },
      rule: "approve",
      mayAct: ["provincialOffice"],
      next: { vi: "Chuyển cho văn phòng điều phối cấp tỉnh", en: "Hand it to the provincial co-ordination office" }
    })
  })

  it("knows no district office on a day on which no district stands", () => {
    expect(judged(actorOf("districtOffice"), step("submitted", "verified"), after)).toMatchObject({
      kind: "levelEnded",
      mayAct: ["department", "provincialOffice"]
    })
    expect(judged(actorOf("communeOfficer"), step("submitted", "verified"), after)?.mayAct).not.toContain(
      "districtOffice"
    )
  })

  it("lets a department act only on what it is in charge of, and says who is", () => {
    expect(judged(actorOf("department", { agency: "Sở Xây dựng" }), step("submitted", "verified"))).toMatchObject({
      kind: "notInCharge",
      next: { vi: "Chuyển cho Sở Y tế" }
    })
    expect(judged(actorOf("department"), step("submitted", "verified", { agencies: [] }))).toMatchObject({
      kind: "notInCharge",
      sentence: { vi: expect.stringContaining("Chưa bộ tiêu chí nào nêu cơ quan phụ trách") }
    })
  })

  it("lets a department act on what a national set puts under its ministry, as departments are on the day of the act", () => {
    const ofMinistry = step("submitted", "verified", { agencies: ["Bộ Giao thông vận tải"] })
    const [roads, building] = ["Sở Giao thông vận tải", "Sở Xây dựng"].map((agency) =>
      actorOf("department", { agency })
    )
    if (roads === undefined || building === undefined) throw new Error("no departments")
    const early = Day.make("2025-02-01")
    expect([judged(roads, ofMinistry, early), judged(building, ofMinistry, before)]).toEqual([null, null])
    expect(judged(building, ofMinistry, early)?.next?.vi).toBe("Chuyển cho Sở Giao thông vận tải")
    expect(judged(roads, ofMinistry, before)?.sentence.vi).toMatch(/^Chỉ tiêu này do Sở Xây dựng phụ trách/)
  })

  it("keeps everybody to the inputs that they were given, at every step", () => {
    const given = (...criteria: [string, ...Array<string>]) => ({ criteria })
    for (const [role, made] of [
      ["department", step("submitted", "verified")],
      ["department", step("submitted", "returned")],
      ["communeOfficer", step(null, "submitted")],
      ["provincialOffice", step("verified", "approved")]
    ] as const) {
      expect(judged(actorOf(role, given("xa-ntm-2021-2025/")), made)).toBeNull()
      expect(judged(actorOf(role, given("xa-ntm-2021-2025/3.2", "xa-ntm-2021-2025/15.1")), made)).toBeNull()
      expect(judged(actorOf(role, given("xa-ntm-2021-2025/3.2")), made)).toMatchObject({
        kind: "notInCharge",
        sentence: { vi: expect.stringContaining("ngoài phần được giao cho Lan") },
        next: { vi: "Chuyển cho người phụ trách tiêu chí đó" }
      })
    }
  })

  it("takes of several grants of an office the one that gives the input, each in its own units", () => {
    const two = actorOf("department", {
      scope: [idOf("102")],
      criteria: ["xa-ntm-2021-2025/17.1"],
      also: [{ scope: [idOf("101")], criteria: ["xa-ntm-2021-2025/15.1"] }]
    })
    const verify = step("submitted", "verified")
    expect(judged(two, verify)).toBeNull()
    expect(judged(two, { ...verify, unit: idOf("10201") })).toMatchObject({ kind: "notInScope" })
    const water = { ...verify, input: InputKey.make("xa-ntm-2021-2025/17.1") }
    expect(judged(two, water)).toMatchObject({ kind: "notInScope" })
    expect(judged(two, { ...water, unit: idOf("10201") })).toBeNull()
    expect(judged(two, { ...verify, input: InputKey.make("xa-ntm-2021-2025/3.2") })).toMatchObject({
      kind: "notInCharge"
    })
  })

  it("keeps everybody to the units that they answer for, as the tree stood on the day of the value", () => {
    const scope = (...codes: ReadonlyArray<string>) => ({ scope: codes.map(idOf) })
    const submit = step("draft", "submitted")
    expect(judged(actorOf("communeOfficer", scope("10101")), submit)).toBeNull()
    expect(judged(actorOf("communeOfficer", scope("10102")), submit)).toMatchObject({ kind: "notInScope" })
    expect(judged(actorOf("districtOffice", scope("101")), submit)).toBeNull()
    expect(judged(actorOf("districtOffice", scope("102")), submit)).toMatchObject({ kind: "notInScope" })
    expect(judged(actorOf("communeOfficer", scope("101")), { ...submit, day: before }, after)).toBeNull()
    expect(judged(actorOf("communeOfficer", scope("101")), { ...submit, day: after }, after)).toMatchObject({
      kind: "notInScope"
    })
  })

  it("asks for a reason for every return, and of the provincial office when it verifies for others", () => {
    for (const from of ["submitted", "verified", "approved"] as const)
      expect(judged(actorOf("provincialOffice"), step(from, "returned", { reason: " " }))).toMatchObject({
        kind: "reasonMissing"
      })
    expect(judged(actorOf("provincialOffice"), step("submitted", "verified", { reason: null }))).toMatchObject({
      kind: "reasonMissing"
    })
    expect(judged(actorOf("provincialOffice"), step("submitted", "verified"))).toBeNull()
  })

  it("allows nothing that is not in its table, whoever asks, and tells what may come instead", () => {
    const froms = [null, ...ObservationState.literals]
    for (const from of froms)
      for (const to of ObservationState.literals)
        for (const role of OfficeRole.literals) {
          const rule = workflow.find((each) => each.from === from && each.to === to)
          const refusal = judged(actorOf(role), step(from, to))
          expect(refusal === null, `${role}: ${from} → ${to}`).toBe(rule?.roles.includes(role) === true)
          if (rule === undefined) expect(refusal).toMatchObject({ kind: "noSuchMove", next: expect.anything() })
        }
    expect(judged(actorOf("provincialOffice"), step("draft", "approved"))?.next?.vi).toBe(
      "Bước tiếp theo có thể là: đã nộp"
    )
  })

  it("counts days as Việt Nam does", () => {
    expect(dayInVietnam(Moment.make("2025-06-30T16:59:59.999Z"))).toBe("2025-06-30")
    expect(dayInVietnam(Moment.make("2025-06-30T17:00:00.000Z"))).toBe("2025-07-01")
  })
})

describe("the table of the workflow", () => {
  it("has each step once, and asks a reason only of offices that may make it", () => {
    expect(new Set(workflow.map(({ from, to }) => `${from} ${to}`)).size).toBe(workflow.length)
    expect(new Set(workflow.map(({ id }) => id)).size).toBe(workflow.length)
    for (const { roles, withReason } of workflow) expect(roles).toEqual(expect.arrayContaining([...withReason]))
  })
})

import { describe, expect, it } from "vitest"
import { accessOf, type Grant, GrantId } from "../../people/index.ts"
import { Email, PersonId } from "../../people/index.ts"
import { UnitId } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import { assignment, testChronicle, testPlan } from "../testing/tasks.ts"
import { bookOn } from "./book.ts"
import { tasksFor, tasksSeen } from "./tasks-for.ts"

const today = Day.make("2025-03-20")
const book = bookOn(
  testPlan([
    assignment("1", { lead: "Sở Nông nghiệp và Phát triển nông thôn", due: Day.make("2025-04-30") }),
    assignment("2", { lead: "Sở Xây dựng", coordinating: ["Sở Nông nghiệp và Môi trường"] }),
    assignment("3", { lead: "UBND các huyện" }),
    assignment("4", { lead: "Các sở, ngành thành phố" }),
    assignment("5", { lead: "UBND cấp xã" })
  ]),
  { events: [], day: today, knownAt: null, facts: null }
)

const grant = (more: Partial<Grant>): Grant => ({
  id: GrantId.make(1),
  role: "department",
  units: "all",
  agency: null,
  criteria: "all",
  from: Day.make("2025-01-10"),
  to: null,
  ...more
})
const person = {
  id: PersonId.make("lan"),
  name: "Lan",
  email: Email.make("lan@example.vn"),
  kind: "human",
  active: true,
  demonstration: false
} as const
const tasksOf = (grants: ReadonlyArray<Grant>, role?: "lead" | "any", active = true) =>
  tasksFor(book, accessOf(testChronicle, { person: { ...person, active }, grants }, today).grants, role).map(
    ({ task }) => task.key.slice(task.key.indexOf("/") + 1)
  )

describe("the tasks that concern somebody", () => {
  it("are the agency's, under any name that it bore, and those of a group that it is in", () => {
    expect(tasksOf([grant({ agency: "Sở Nông nghiệp và Môi trường" })])).toEqual(["1", "4"])
    // Whoever took over owes them now; the grant still says the name of before.
    expect(tasksOf([grant({ agency: "Sở Nông nghiệp và Phát triển nông thôn" })])).toEqual(["1", "4"])
    expect(tasksOf([grant({ agency: "Sở Nông nghiệp và Môi trường" })], "any")).toEqual(["1", "2", "4"])
    expect(tasksOf([grant({ agency: "Sở Không Có" })])).toEqual([])
  })

  it("are those of the units of the grant with everything below them, and no others", () => {
    const officer = (unit: number) => grant({ role: "localOfficer", units: [UnitId.make(unit)] })
    expect(tasksOf([officer(2)])).toEqual(["3@313", "5@11635", "5@11638"])
    expect(tasksOf([officer(4)])).toEqual(["5@11635"])
    expect(tasksOf([officer(4), officer(3)])).toEqual(["3@318", "5@11635"])
  })

  it("are all for who has all units, and none once a grant ended or the account was closed", () => {
    const leader = grant({ role: "leader" })
    expect(tasksOf([leader])).toEqual(["1", "2", "3@313", "3@318", "4", "5@11635", "5@11638"])
    expect(tasksOf([{ ...leader, to: Day.make("2025-03-19") }])).toEqual([])
    expect(tasksOf([leader], "lead", false)).toEqual([])
    expect(tasksOf([])).toEqual([])
  })
})

describe("the tasks that are somebody's to see", () => {
  const seen = (...grants: ReadonlyArray<Grant>) =>
    tasksSeen(book, accessOf(testChronicle, { person: { ...person, active: true }, grants }, today)).map(({ task }) =>
      task.key.slice(task.key.indexOf("/") + 1)
    )
  const within = (role: Grant["role"], unit: number, agency: string | null = null) =>
    grant({ role, agency, units: [UnitId.make(unit)] })
  const province = [...book.plan.readings.values()][0]?.province.id ?? UnitId.make(-1)
  const all = book.standings.map(({ task }) => task.key.slice(task.key.indexOf("/") + 1))

  it("are all that the documents of a province give for who sees it, whoever owes them", () => {
    for (const role of ["coordinationOffice", "leader", "supervisor", "partner"] as const)
      expect(seen(within(role, province))).toEqual(all)
    expect(seen(within("department", province, "Sở Y tế"))).toEqual(all)
    expect(seen(grant({ role: "administrator" }))).toEqual(all)
  })

  it("are their own for who sees less than the province, and none for who sees nothing", () => {
    expect(seen(within("localOfficer", 4))).toEqual(["5@11635"])
    expect(seen(within("partner", 4))).toEqual(["5@11635"])
    expect(seen()).toEqual([])
  })
})

import {
  askedRecommendations,
  agencyHolders,
  AgencyId,
  holderId,
  holderName,
  loadOf,
  recommendationStandings,
  tasksOf,
  type TaskKey,
  type TaskPlan
} from "@ntm/domain/assignments"
import { Day } from "@ntm/domain/values"
import { describe, expect, it } from "vitest"
import { real, realBook, realPlan, realPlanUntil } from "../testing/undertakings.ts"

const ofDocument = (plan: TaskPlan, document: string, no: string) =>
  plan.tasks.filter((task) => task.document === document && task.no === no)

describe("the notice on the meeting of 27/12/2024", () => {
  const notice = "tb-2712-2024-haiphong"

  it("prints no day: its names are read as of the meeting, and that is said", () => {
    const tasking = real.taskings.find(({ document }) => document === notice)
    expect(tasking).toMatchObject({ askedOn: "2024-12-27", inferred: true })
    expect(tasking?.note).toContain("27/12/2024")
  })

  it("has thirty-one directives, the one to propose a smart commune once for each of four huyện", () => {
    const directives = realPlan.tasks.filter((task) => task.document === notice && task.parent === null)
    expect(directives).toHaveLength(31)
    const [whole, ...each] = ofDocument(realPlan, notice, "2.6.a-2")
    expect(whole?.kind).toBe("shared")
    expect(each.map((task) => task.owners[0])).toMatchObject([
      { code: "313" },
      { code: "314" },
      { code: "315" },
      { code: "316" }
    ])
    expect(each.every(({ due }) => due === "2025-02-15")).toBe(true)
  })

  it("gives what a group and several huyện lead together to the group and to each huyện", () => {
    const owners = ofDocument(realPlan, notice, "2.1.b-1").flatMap((task) => task.owners)
    expect(owners.filter(({ _tag }) => _tag === "agency")).toMatchObject([{ agency: "hp-cac-so-nganh" }])
    // An Dương and Thủy Nguyên were huyện still.
    expect(owners.filter(({ _tag }) => _tag === "unit")).toHaveLength(8)
  })

  it("is followed through the merger of agencies: asked of agriculture before, of agriculture and environment after", () => {
    const holders = (day: string) =>
      realBook(day)
        .standings.find(({ task }) => task.key === `${notice}/2.1.a`)
        ?.holders.map(holderName)
    expect(holders("2025-02-28")).toEqual(["Sở Nông nghiệp và Phát triển nông thôn"])
    expect(holders("2025-03-01")).toEqual(["Sở Nông nghiệp và Môi trường"])
    const planning = (day: string) =>
      realBook(day)
        .standings.find(({ task }) => task.key === `${notice}/2.2.b-2`)
        ?.holders.map(holderName)
    expect(planning("2025-02-28")).toEqual(["Sở Kế hoạch và Đầu tư"])
    expect(planning("2025-03-01")).toEqual(["Sở Tài chính"])
  })
})

describe("standing responsibilities of section VI", () => {
  const plan = "kh-61-2025-haiphong"

  it("are all there; those without an end have no due day, unless the text names a year", () => {
    expect(real.duties).toHaveLength(54)
    const standing = realBook("2025-06-20").byKey
    expect(standing.get(ofDocument(realPlan, plan, "vi-1-1-06")[0]?.key as TaskKey)?.timeliness).toBe("noDue")
    expect(ofDocument(realPlan, plan, "vi-3-01").map(({ due }) => due)).toEqual(
      Array.from({ length: 7 }, () => "2025-12-31")
    )
  })

  it("come again where the text says so: six months and a year, of each huyện", () => {
    const reports = ofDocument(realPlan, plan, "vi-3-04")
    expect(reports[0]?.kind).toBe("heading")
    const instances = reports.filter(({ kind }) => kind === "recurring")
    expect(instances.map(({ key }) => key.slice(plan.length + 1))).toEqual([
      ...["313", "314", "315", "316", "317", "318"].map((code) => `vi-3-04@2025-H1@${code}`),
      ...["313", "314", "315", "316", "317", "318"].map((code) => `vi-3-04@2025@${code}`)
    ])
    // 20 December 2025 is a Saturday.
    expect([...new Set(instances.map(({ due }) => due))]).toEqual(["2025-06-20", "2025-12-22"])
  })

  it("do not pretend to know a day that the text does not name", () => {
    const ruled = real.duties.flatMap(({ rules }) => rules)
    expect(ruled).toHaveLength(5)
    expect(ruled.every(({ confidence, source }) => confidence === "unknown" && source.length > 40)).toBe(true)
  })

  it("of districts are owed by the communes on their ground once districts ended", () => {
    const report = realBook("2025-12-01").standings.find(({ task }) => task.key === `${plan}/vi-3-04@2025@317`)
    expect(report?.holders.map(holderName)).toEqual(["đặc khu Cát Hải"])
  })
})

describe("the recommendations of 20/TB-BĐT", () => {
  const asked = askedRecommendations(real.recommendations, realPlan)
  const ofNotice = asked.filter(({ recommendation }) => recommendation.document === "tb-20-2025-haiphong")
  const book = realBook("2025-12-01")
  const standings = recommendationStandings(asked, { events: [], book, knownAt: null, facts: null })

  it("are ten to the city and eight to each of 114 communes", () => {
    const whole = ofNotice.filter(({ parent }) => parent === null)
    expect(whole.filter(({ children }) => children.length === 0)).toHaveLength(10)
    expect(whole.filter(({ children }) => children.length === 114)).toHaveLength(8)
    expect(ofNotice).toHaveLength(10 + 8 + 8 * 114)
    expect(new Set(ofNotice.map(({ key }) => key)).size).toBe(ofNotice.length)
  })

  it("are carried out by assignments of the notice, each commune's by its own", () => {
    const commune = standings.find(({ key }) => key === "tb-20-2025-haiphong/kn-xa-03@11824")
    expect(commune?.holders.map(holderName)).toEqual(["xã Vĩnh Bảo"])
    expect(commune?.tasks.map(({ task }) => task.key)).toEqual([
      "tb-20-2025-haiphong/3.2.3-a@11824",
      "tb-20-2025-haiphong/3.2.3-b@11824",
      "tb-20-2025-haiphong/3.2.3-c@11824"
    ])
    expect(ofNotice.every(({ tasks }) => tasks.length > 0)).toBe(true)
  })

  it("offer two ways of investing, and set what was said beside the figures", () => {
    const options = real.recommendations.find(({ no }) => no === "kn-tp-03")?.options
    expect(options?.map(({ name }) => name)).toEqual(["Ưu tiên theo lĩnh vực", "Cuốn chiếu theo xã"])
    const land = real.recommendations.find(({ no }) => no === "kn-xa-05")?.contrasts[0]
    expect(land).toMatchObject({ says: expect.stringContaining("4.943"), document: "kh-61-2025-haiphong" })
    expect(land?.figures.map(({ figure }) => figure)).toContain("thua-dat-chua-chinh-ly")
  })

  it("were not there before the notice", () => {
    const before = { events: [], book: realBook("2025-11-04"), knownAt: null, facts: null }
    expect(recommendationStandings(ofNotice, before)).toEqual([])
  })
})

describe("limitations and causes", () => {
  it("are told by category with their figures, and the recommendations that answer them", () => {
    const count = (kind: string) => real.limitations.filter((one) => one.kind === kind).length
    expect([count("limitation"), count("cause"), count("remark")]).toEqual([38, 23, 2])
    const debt = real.limitations.find(({ id }) => id === "tb20-hc-08")
    expect(debt).toMatchObject({ category: "nợ đọng xây dựng cơ bản", recommendations: ["kn-xa-01", "kn-xa-07"] })
    expect(real.limitations.find(({ id }) => id === "tb20-hc-02")?.units).toEqual(["tỉnh Hải Dương (cũ)"])
    expect(real.limitations.find(({ id }) => id === "nguyen-nhan-bao-yagi")).toMatchObject({ nature: "objective" })
  })
})

describe("an instance", () => {
  it("is generated once, however often and for however long it is asked", () => {
    const keys = realPlan.tasks.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.length).toBeGreaterThan(2600)
    const earlier = realPlanUntil("2025-06-20").tasks
    const later = new Map(realPlan.tasks.map((task) => [task.key, task]))
    // What is made for a shorter time is made alike for a longer one; only lists of periods grow.
    const changed = earlier.filter(
      (task) => JSON.stringify({ ...task, children: [] }) !== JSON.stringify({ ...later.get(task.key), children: [] })
    )
    expect(changed).toEqual([])
  })
})

describe("who owes what", () => {
  const days = ["2024-12-27", "2025-03-05", "2025-06-20", "2025-06-30", "2025-07-01", "2025-11-05", "2026-06-01"]

  it.each(days)("is somebody who stands, for every task, on %s", (day) => {
    const lost = realBook(day).standings.filter(
      ({ holders, task }) =>
        task.owners.length > 0 && (holders.length === 0 || holders.some(({ _tag }) => _tag === "unknown"))
    )
    expect(lost.map(({ task }) => task.key)).toEqual([])
  })

  it("loses no task of an agency that another one took over", () => {
    const keys = (day: string, id: string) => new Set(tasksOf(realBook(day), id).map(({ task }) => task.key))
    const before = keys("2025-02-28", "agency:hp-so-nnptnt")
    const after = keys("2025-03-01", "agency:hp-so-nnmt")
    expect(before.size).toBeGreaterThan(9)
    expect([...before].filter((key) => !after.has(key))).toEqual([])
  })

  it("is listed by who is late and by how much, members of a group among them", () => {
    const loads = loadOf(realBook("2025-06-20"))
    const building = loads.find(({ id }) => id === "agency:hp-so-xd")
    expect(building).toMatchObject({ overdue: 4, worstDays: 81, lateDays: 234 })
    expect(loads.some(({ id }) => id === "agency:hp-cac-so-nganh")).toBe(false)
    expect(loads.map(({ lateDays }) => lateDays)).toEqual(
      loads.map(({ lateDays }) => lateDays).toSorted((a, b) => b - a)
    )
    expect(new Set(loads.map(({ holder }) => holderId(holder))).size).toBe(loads.length)
  })

  it("is a department in part and another as a whole, where its matters were divided: the whole one answers", () => {
    const after = agencyHolders(real.agencies, AgencyId.make("hp-so-ldtbxh"), Day.make("2025-03-01"))
    expect(after.map(({ id }) => id)).toEqual(["hp-so-nv"])
  })
})

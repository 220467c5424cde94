import type { MovementAnswer } from "@ntm/contract"
import { makeClient } from "@ntm/contract"
import { orderWords } from "@ntm/domain/criteria"
import { describe, expect, it } from "vitest"
import { printMovement } from "./movement-command.ts"

const parts = { knowledge: 0, boundaries: 0, group: 0, criteria: 0, change: 0 }
const steps = (["knowledge", "boundaries", "group", "criteria", "change"] as const).map((cause) => ({
  cause,
  units: []
}))
const move = { before: null, after: null, gained: [], lost: [], holds: null, lines: [], attributes: [] }

/** Communes of Hải Phòng over New Year of 2025, in short. */
const answer = {
  from: { day: "2024-12-31", knownAt: null },
  to: { day: "2025-01-01", knownAt: null },
  accept: "approved",
  set: { id: "xa-ntm", name: "Xã nông thôn mới" },
  parent: { type: "thành phố", name: "Hải Phòng" },
  order: orderWords,
  numbers: [
    { of: "units", criterion: null, decimals: 0, before: 137, after: 77, parts: { ...parts, boundaries: -60 } },
    {
      of: "criterion",
      criterion: { no: 2, name: "Giao thông" },
      decimals: 0,
      before: 5,
      after: 5,
      parts: { ...parts, criteria: -1, change: 1 }
    },
    { of: "set", criterion: null, decimals: 0, before: 0, after: 0, parts },
    {
      of: "average",
      criterion: null,
      decimals: 6,
      before: 1500000,
      after: 1250000,
      parts: { ...parts, boundaries: -250000 }
    }
  ],
  steps: steps.map((step) =>
    step.cause === "boundaries"
      ? {
          ...step,
          units: [
            { ...move, unit: 1, before: "met", lost: [1, 2] },
            { ...move, unit: 2, after: "met" }
          ]
        }
      : step.cause === "criteria"
        ? {
            ...step,
            units: [
              { ...move, unit: 3, before: "met", after: "notMet", lost: [2], lines: [{ code: "2.1", values: [] }] }
            ]
          }
        : step
  ),
  records: [],
  amendments: [{ set: "xa-ntm", number: "211/QĐ-TTg", from: "2025-01-01", changes: ["2.1"] }],
  events: [{ cause: "boundaries", id: "hp", day: "2025-01-01", document: "1232/NQ-UBTVQH15" }],
  loads: [],
  recognitions: [],
  mentioned: [{ id: 1, code: "11824", name: "Vĩnh An", type: "xã", level: "commune" }]
}

const run = async (options: Readonly<Record<string, string>>, json = false, body: unknown = answer, status = 200) => {
  const asked: Array<string> = []
  const shown = { out: "", err: "" }
  const output = {
    out: (text: string) => void (shown.out += text),
    err: (text: string) => void (shown.err += text),
    colour: false
  }
  const client = makeClient((url) => {
    asked.push(url)
    return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } })
  }, "")
  const request = { command: "movement", operands: [], lang: "vi" as const, server: "", json, options }
  return { code: await printMovement(request, output, client), asked, ...shown }
}

const question = { set: "xa-ntm", unit: "31", from: "31/12/2024", to: "2025-01-01" }

describe("ntm movement", () => {
  it("asks for the group between the two days, each as known at its moment", async () => {
    const { asked, code } = await run({ ...question, "from-known-at": "2025-01-02T00:00:00Z" })
    expect(asked).toEqual([
      "/api/v1/rollups/movement?set=xa-ntm&from=2024-12-31&to=2025-01-01&unit=31&from_known_at=2025-01-02T00%3A00%3A00Z"
    ])
    expect(code).toBe(0)
  })

  it("tells the numbers that moved with their parts, and of the others nothing", async () => {
    const { out } = await run(question)
    expect(out).toContain("Số đơn vị được đánh giá: 137 → 77 (-60: Sắp xếp đơn vị)\n")
    expect(out).toContain("2. Giao thông: 5 → 5 (0)\n    -1  Bộ tiêu chí thay đổi\n    +1  Thay đổi thực tế\n")
    expect(out).toContain("Bình quân tiêu chí/đơn vị: 1,5 → 1,25 (-0,25: Sắp xếp đơn vị)")
    expect(out).not.toContain("Số đơn vị đạt bộ tiêu chí")
  })

  it("tells the units of each cause, the decisions, and how causes are told apart", async () => {
    const { out } = await run(question)
    expect(out).toContain("Sắp xếp đơn vị (2):\n    xã Vĩnh An (11824): không còn\n    #2: mới\n")
    expect(out).toContain("#3: Đạt → Chưa đạt; tiêu chí −2; chỉ tiêu 2.1")
    expect(out).toContain("1232/NQ-UBTVQH15 (01/01/2025)")
    expect(out).toContain("211/QĐ-TTg (01/01/2025): 2.1")
    expect(out).toContain(orderWords.vi)
  })

  it("tells the values behind a unit's move: old and new, with day and source", async () => {
    const value = { column: "input:income", before: 60, after: null, dayBefore: "2024-06-30", dayAfter: null }
    const unit = {
      ...move,
      unit: 1,
      before: "met",
      after: "notMet",
      lost: [10],
      lines: [{ code: "10", values: [value] }]
    }
    const source = { from: "document", document: "12/BC-UBND", place: "mục 3" }
    const record = {
      cause: "change",
      unit: 1,
      column: "input:income",
      before: { observation: { source } },
      after: null
    }
    const moved = {
      ...answer,
      steps: steps.map((step) => (step.cause === "change" ? { ...step, units: [unit] } : step)),
      records: [record]
    }
    expect((await run(question, false, moved)).out).toContain(
      "        income: 60 (30/06/2024, 12/BC-UBND, mục 3) → chưa có\n"
    )
  })

  it("says so when nothing moved", async () => {
    const still = {
      ...answer,
      numbers: answer.numbers.map((one) => ({ ...one, parts })),
      steps,
      amendments: [],
      events: []
    }
    expect((await run(question, false, still)).out).toContain("Không số nào thay đổi.")
  })

  it("hands the answer to machines as it came", async () => {
    const { out } = await run(question, true)
    expect(JSON.parse(out) as MovementAnswer).toEqual(JSON.parse(JSON.stringify(answer)))
  })

  it("says what is missing or wrong in the question, and what the server refuses", async () => {
    expect((await run({ set: "xa-ntm" })).err).toContain("--from")
    expect((await run({ ...question, to: "2025-02-30" })).code).toBe(2)
    const problem = {
      type: "urn:ntm:problem:x",
      title: "Không có bộ tiêu chí này",
      titleEn: "No such set",
      status: 404
    }
    expect(await run(question, false, problem, 404)).toMatchObject({ code: 2, out: "" })
  })
})

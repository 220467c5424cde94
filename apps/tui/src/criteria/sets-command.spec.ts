import { mkdtemp, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { makeClient } from "@ntm/contract"
import { describe, expect, it } from "vitest"
import { type CriteriaSet, flat, InputKey } from "@ntm/domain/criteria"
import { blankIndicator, blankSet } from "@ntm/domain/testing"
import type { Request } from "../shell/output.ts"
import { runSets } from "./sets-command.ts"

const rule = (value: number) => ({
  op: ">=",
  measure: { of: "input", input: "x" },
  threshold: { rows: [{ value, when: null, year: null, from: null, to: null }], awaiting: null }
})
const line = (value: number) => ({ code: "8", name: "Hài lòng", unit: "%", rule: rule(value), confidence: "recalled" })

/** A set that asks for x, and the first of them for something else besides. */
const setOf = (id: string, value: number): CriteriaSet => ({
  ...blankSet(id),
  criteria: [
    {
      no: 8,
      name: "Chỉ số hài lòng",
      indicators: [
        {
          ...blankIndicator("8"),
          name: "Hài lòng",
          unit: "%",
          input: InputKey.make("x"),
          confidence: "recalled",
          rule: { op: ">=", measure: { of: "input", input: InputKey.make("x") }, threshold: flat(value) }
        },
        ...(id === "tinh" ? [{ ...blankIndicator("9"), input: InputKey.make("y") }] : [])
      ]
    }
  ]
})

const answers: Readonly<Record<string, unknown>> = {
  "/api/v1/criteria-sets": {
    items: [
      {
        id: "tinh",
        periodFrom: 2021,
        periodTo: 2025,
        criteriaCount: 8,
        indicatorCount: 8,
        verified: 7,
        recalled: 1,
        unknown: 0,
        illustrative: 0,
        officialCriteria: 8,
        officialIndicators: 8,
        doNotEvaluate: false
      },
      {
        id: "tinh-2026",
        periodFrom: 2026,
        periodTo: 2030,
        criteriaCount: 0,
        indicatorCount: 0,
        verified: 0,
        recalled: 0,
        unknown: 0,
        illustrative: 0,
        officialCriteria: 10,
        officialIndicators: null,
        doNotEvaluate: true
      }
    ]
  },
  "/api/v1/criteria-sets/tinh?as_of=2025-01-14": {
    name: "Tỉnh hoàn thành",
    legalBases: [{ number: "321/QĐ-TTg", date: "2022-03-08", role: null }],
    asOf: "2025-01-14",
    conditions: [],
    criteria: [
      { no: 8, name: "Chỉ số hài lòng", indicators: [line(90)] },
      { no: 9, name: "Nhớ tên", nameConfidence: "recalled", indicators: [] }
    ]
  },
  "/api/v1/criteria-sets/tinh?known_at=2025-03-05T02%3A30%3A00Z": { ...setOf("tinh", 90), name: "Tỉnh khi ấy" },
  "/api/v1/criteria-sets/tinh": setOf("tinh", 90),
  "/api/v1/criteria-sets/tinh-2026": { ...setOf("tinh-2026", 80), doNotEvaluate: true }
}

const ask = async (operands: ReadonlyArray<string>, given: Partial<Request> = {}) => {
  const said = { out: "", err: "" }
  const client = makeClient((url) => {
    const answer = answers[url]
    return answer === undefined
      ? Response.json({ type: "x", title: "Không có bộ này", titleEn: "No such set", status: 404 }, { status: 404 })
      : Response.json(answer)
  }, "")
  const output = {
    colour: false,
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text)
  }
  const request: Request = { command: "sets", operands, lang: "vi", server: "", json: false, options: {}, ...given }
  const code = await runSets(request, output, client)
  return { code, ...said }
}

describe("ntm sets", () => {
  it("lists sets with how sure their rules are", async () => {
    const { code, out } = await ask(["list"])
    expect(code).toBe(0)
    expect(out).toMatch(/tinh +2021–2025 +8 +8 +1 +0 +0/)
    expect(out).toMatch(/tinh-2026 +2026–2030 +0\/10 +0 +! +0 +0 +0/)
    expect(out).toContain("chưa dùng để đánh giá")
  })

  it("shows a set as of a day, what is not verified marked", async () => {
    const { code, out } = await ask(["show", "tinh"], { options: { "as-of": "14/1/2025" } })
    expect(code).toBe(0)
    expect(out).toContain("có hiệu lực ngày 14/01/2025")
    expect(out).toMatch(/8 +Hài lòng +≥ 90 +% +~/)
    expect(out).toMatch(/9\. +Nhớ tên +~/)
  })

  it("asks for a set as it was known at a moment", async () => {
    const { code, out } = await ask(["show", "tinh"], { options: { "known-at": "2025-03-05T02:30:00Z" } })
    expect([code, out.split("\n")[0]]).toEqual([0, "Tỉnh khi ấy"])
  })

  it("compares two sets by the values that both read", async () => {
    const { out } = await ask(["diff", "tinh", "tinh-2026"])
    expect(out).toMatch(/▼ +8 → 8 Hài lòng +≥ 90~ +≥ 80~/)
    expect(out).toContain("▼ lỏng hơn")
    expect(out).toContain("Chỉ có ở tinh (1)")
    expect(out).toContain("! tinh-2026: mới có khung")
    expect(out.replaceAll(/\s+/g, " ")).toContain("không có nghĩa là bộ này bỏ chỉ tiêu của bộ kia")
  })

  it("compares a set of the server with a file that is not loaded, and tells what is wrong with the file", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ntm-sets-diff-"))
    const write = async (name: string, threshold: number, op = ">=") => {
      const rule = { op, metric: "x", thresholds: { default: threshold } }
      const indicators = [{ code: "1", name: "Mới", measure: "percent", unit: "%", rule, confidence: "verified" }]
      const period = { from: "2026-01-01", to: "2030-12-31" }
      const criteria = [{ no: 1, name: "Một", indicators }]
      const set = { id: name, name, level: "commune", tier: "ntm", period, criteria }
      await writeFile(join(folder, `${name}.json`), JSON.stringify(set))
      return join(folder, `${name}.json`)
    }
    const { code, out } = await ask(["diff", "tinh", await write("du-thao", 95)])
    expect(code).toBe(0)
    expect(out).toContain("du-thao")
    expect(out).toMatch(/8 → 1 Hài lòng +≥ 90~ +≥ 95/)
    const bad = await write("hong", 95, "hơn")
    const refused = await ask(["diff", "tinh", bad])
    expect(refused.code).toBe(2)
    expect(refused.err).toContain(`Không dùng được tệp ${bad}`)
    expect(refused.err).toContain("/criteria/0/indicators/0/rule/op: không hiểu “hơn”")
  })

  it("prints JSON where asked, and 2 with a reason for a wrong question", async () => {
    expect(JSON.parse((await ask(["list"], { json: true })).out)).toEqual(answers["/api/v1/criteria-sets"])
    expect(await ask(["show", "none"])).toMatchObject({ code: 2, err: "Không có bộ này\n" })
    expect((await ask(["shwo"])).err).toContain("Có phải ý bạn là “show”?")
    expect(await ask(["diff", "tinh"])).toMatchObject({ code: 2 })
    expect(await ask(["list"], { options: { "as-of": "2025-01-01" } })).toMatchObject({ code: 2 })
    expect(await ask(["show", "tinh"], { options: { "as-of": "31/6/2025" } })).toMatchObject({ code: 2 })
    expect(await ask(["check"])).toMatchObject({ code: 2 })
  })

  it("checks files: 0 where they can be used, 1 with file, place and reason, 2 where one cannot be read", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ntm-sets-"))
    const write = async (name: string, value: number) => {
      const indicator = { code: "1", name: "Điện", measure: "percent", unit: "%" }
      const criteria = [
        { no: 1, name: "Điện", indicators: [{ ...indicator, rule: { op: ">=", thresholds: { default: value } } }] }
      ]
      const period = { from: "2021-01-01", to: "2025-12-31" }
      const set = { id: name, name, level: "commune", tier: "ntm", period, criteria }
      await writeFile(join(folder, `${name}.json`), JSON.stringify(set))
      return join(folder, `${name}.json`)
    }
    const good = await write("tot", 80)
    const bad = await write("xau", 800)
    expect(await ask(["check", good])).toEqual({
      code: 0,
      out: "Đã đọc 1 tệp, 1 bộ tiêu chí. Không có lỗi.\n",
      err: ""
    })
    const refused = await ask(["check", folder])
    expect(refused.code).toBe(1)
    expect(refused.err).toContain(`${bad} → /criteria/0/indicators/0/rule: ngưỡng 800 ghi sai đơn vị`)
    expect(JSON.parse((await ask(["check", bad], { json: true })).out)).toMatchObject({
      status: "problems",
      sets: [],
      problems: [{ file: bad }]
    })
    expect(await ask(["check", good, join(folder, "khong-co.json")])).toMatchObject({ code: 2 })
  })
})

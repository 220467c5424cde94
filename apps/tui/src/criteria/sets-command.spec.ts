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
    ...setOf("tinh", 90),
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
  "/api/v1/criteria-sets/tinh-2026/versions": {
    items: [
      {
        set: "tinh-2026",
        name: "Tỉnh 2026",
        knownFrom: "2026-03-01T02:30:00.000Z",
        knownUntil: null,
        recordedBy: { name: "Nguyễn Thị Lan", role: "provincialOffice", agency: null },
        programVersion: null,
        file: "phu-luc.json",
        follows: null,
        doNotEvaluate: false,
        criteria: 10,
        indicators: 47,
        shippedChanged: true
      },
      {
        set: "tinh-2026",
        name: "Tỉnh 2026",
        knownFrom: "2026-01-01T00:00:00.000Z",
        knownUntil: "2026-03-01T02:30:00.000Z",
        recordedBy: null,
        programVersion: "0.5.0",
        file: null,
        follows: null,
        doNotEvaluate: true,
        criteria: 10,
        indicators: 0,
        shippedChanged: false
      }
    ]
  },
  "/api/v1/criteria-sets/tinh": setOf("tinh", 90),
  "/api/v1/criteria-sets/tinh-2026": {
    ...setOf("tinh-2026", 80),
    doNotEvaluate: true,
    officialIndicators: 47,
    groups: [
      {
        group: 3,
        name: "Xã nhóm 3",
        confidence: "verified",
        definition: { if: "stated", input: "g", text: "xã khu vực III" }
      }
    ],
    source: { id: "tinh-2026", tier: "ntm" }
  }
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

  it("tells of a frame how much of the decision is known, and which units are of which group", async () => {
    const { out } = await ask(["show", "tinh-2026"])
    expect(out).toContain("01/01/2021 – 31/12/2025 · 1 tiêu chí, 1/47 chỉ tiêu")
    expect(out).toContain("Xã nhóm 3: xã khu vực III\n")
  })

  it("prints the file of a set as it was written, and nothing else", async () => {
    const { code, out } = await ask(["show", "tinh-2026"], { options: { source: "" } })
    expect([code, JSON.parse(out)]).toEqual([0, { id: "tinh-2026", tier: "ntm" }])
    const wrong = await ask(["list"], { options: { source: "" } })
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("--source chỉ dùng với “sets show”")])
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

  it("compares a province's decision on top of the national set that the server has", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ntm-sets-local-"))
    const file = join(folder, "cua-tinh.json")
    const rule = { op: ">=", metric: "x", thresholds: { default: 95 } }
    const decision = { derives: "tinh", province: "31", number: "1/QĐ-UBND", from: "2022-05-01" }
    const changes = [{ code: "8", rule, confidence: "verified" }]
    await writeFile(file, JSON.stringify({ id: "cua-tinh", name: "Của tỉnh", ...decision, changes }))
    const { code, err, out } = await ask(["diff", "tinh", file])
    expect([code, err]).toEqual([0, ""])
    expect(out).toMatch(/▲ +8 → 8 Hài lòng +≥ 90~ +≥ 95/)
  })

  it("loads a file as it stands, or only tells what it would do; refused with every reason", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ntm-sets-load-"))
    const file = join(folder, "phu-luc.json")
    const text = '{"id": "tinh-2026",\n "name": "x"}'
    await writeFile(file, text)
    const size = { criteria: 10, indicators: 47 }
    const set = {
      id: "tinh-2026",
      name: "x",
      change: "replaced",
      follows: null,
      frameBefore: true,
      frame: false,
      ...size
    }
    const follower = { ...set, id: "p31", follows: "tinh-2026", frameBefore: false }
    const warnings = [{ path: "/criteria/0", message: "lưu ý này", messageEn: "this note" }]
    const taken = { sets: [set, follower], warnings }
    const sent: Array<string> = []
    const load = async (
      answer: object,
      options: Request["options"] = {},
      status = 200,
      given: Partial<Request> = {}
    ) => {
      const said = { out: "", err: "" }
      const client = makeClient((url, { body = "", headers, method = "GET" }) => {
        sent.push(`${method} ${url} ${headers["if-match"] ?? "-"} ${String(body)}`)
        return Response.json(answer, { status })
      }, "")
      const output = {
        colour: false,
        out: (part: string) => void (said.out += part),
        err: (part: string) => void (said.err += part)
      }
      const operands = ["load", file]
      const request: Request = { command: "sets", operands, lang: "vi", server: "", json: false, options, ...given }
      return { code: await runSets(request, output, client), ...said }
    }
    const loaded = await load({ ...taken, tag: '"v6"', knownFrom: "2026-03-01T02:30:00.000Z" })
    expect(loaded.code).toBe(0)
    expect(loaded.out).toContain(
      "tinh-2026: thay bản đang có · 10 tiêu chí, 47 chỉ tiêu · từ khung thành bộ đánh giá được"
    )
    expect(loaded.out).toContain("p31: thay bản đang có · đọc lại theo tinh-2026")
    expect(loaded.out).toContain("Đã nạp; được biết từ 01/03/2026 09:30")
    expect(loaded.out).toContain(`${file} → /criteria/0: lưu ý này\n  this note`)
    const dry = await load({ ...taken, tag: '"v7"' }, { "dry-run": "" })
    expect(dry.out).toContain("chưa ghi gì (--dry-run)")
    expect(dry.out).toContain("--seen v7")
    expect((await load({ ...taken, knownFrom: null }, { seen: "v5" })).out).toContain("đã có đúng nội dung này")
    // What was looked at is what is replaced: now, or in an earlier dry run.
    expect(sent).toEqual([
      `POST /api/v1/criteria-sets/preview?file=phu-luc.json - ${text}`,
      `POST /api/v1/criteria-sets?file=phu-luc.json "v6" ${text}`,
      `POST /api/v1/criteria-sets/preview?file=phu-luc.json - ${text}`,
      `POST /api/v1/criteria-sets/preview?file=phu-luc.json - ${text}`,
      `POST /api/v1/criteria-sets?file=phu-luc.json "v5" ${text}`
    ])
    const type = "urn:ntm:problem:criteria-set-refused"
    const errors = [{ path: "/id", message: "sai", messageEn: "wrong" }]
    const refused = await load({ type, title: "x", titleEn: "y", status: 422, errors }, {}, 422)
    expect(refused).toMatchObject({ code: 1, out: "" })
    expect(refused.err).toContain(`- ${file} → /id: sai\n  wrong\n`)
    const json = await load({ type, title: "x", titleEn: "y", status: 422, errors }, {}, 422, { json: true })
    expect(JSON.parse(json.out)).toEqual({ status: "refused", file, problems: errors })
    await writeFile(file, '{"id": ')
    expect(await load({})).toMatchObject({ code: 2, err: expect.stringContaining("JSON hỏng") })
    expect(await ask(["load"])).toMatchObject({ code: 2 })
    expect(await ask(["list"], { options: { "dry-run": "" } })).toMatchObject({ code: 2 })
  })

  it("lists everything that a set ever said: when, from whom, out of which file", async () => {
    const { code, out } = await ask(["versions", "tinh-2026"])
    expect(code).toBe(0)
    expect(out).toMatch(/01\/03\/2026 09:30 +nay +10\/47 +Nguyễn Thị Lan · phu-luc\.json/)
    expect(out).toMatch(/01\/01\/2026 07:00 +01\/03\/2026 09:30 +10\/0 ! +kèm chương trình 0\.5\.0/)
    expect(out.replaceAll(/\s+/g, " ")).toContain("Bản kèm chương trình nay khác lúc văn phòng nạp")
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

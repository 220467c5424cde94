import { makeClient } from "@ntm/contract"
import { planId } from "@ntm/domain/testing"
import { Day } from "@ntm/domain/values"
import { describe, expect, it } from "vitest"
import { width } from "../parts/text.ts"
import { readArguments } from "../shell/arguments.ts"
import { cardOf } from "../testing/assess-card.ts"
import { ROOM } from "../units/table.ts"
import { assessUnit } from "./assess-command.ts"
import { answer, type AssessAction } from "./assessments-command.ts"
import { rollUpGroup } from "./rollup-command.ts"
import { showTargets } from "./targets-command.ts"

const day = Day.make("2024-12-31")
const none = { met: 0, notMet: 0, exempt: 0, noData: 0, noThreshold: 0 }
const set = {
  id: "hp-xa",
  name: "Bộ tiêu chí xã nông thôn mới của thành phố Hải Phòng",
  level: "commune",
  tier: "standard",
  national: "xa",
  confidence: { verified: 1, recalled: 2, unknown: 0, illustrative: 3 }
}
const known = { asOf: day, knownAt: "2025-01-05T01:00:00.000Z", accept: "approved" }
const group = {
  ...known,
  set,
  parent: { id: 1, code: "31", name: "Hải Phòng", type: "thành phố", level: "province" },
  rollUp: {
    set: "hp-xa",
    units: 137,
    verdicts: none,
    grants: none,
    withdrawals: none,
    criteria: [{ no: 1, name: "Giao thông", metCount: 105, verdicts: { ...none, met: 105, notMet: 32 } }],
    metTotal: 105,
    byNumber: [32, 105]
  },
  average: 0.766,
  bands: [{ from: 0, to: 6, units: 137 }],
  tiers: [{ tier: "standard", decided: 130, provisional: 7 }],
  toRestore: 2,
  illustrative: 137,
  nearest: [{ unit: 9, verdict: "notMet", met: 0, notMet: [1], open: [] }],
  mostMissing: [{ no: 1, name: "Giao thông", metCount: 105, verdicts: { ...none, met: 105, notMet: 32 } }],
  debt: [],
  change: null,
  mentioned: [{ id: 9, code: "11836", name: "Tân Hưng", type: "xã", level: "commune" }]
}

const ntm = async (
  words: ReadonlyArray<string>,
  action: AssessAction,
  needed: ReadonlyArray<string>,
  body: unknown
) => {
  const parsed = readArguments(words, {})
  if (parsed._tag === "Misuse") throw new Error(parsed.message.en)
  const asked: Array<string> = []
  const client = makeClient((url) => {
    asked.push(url.replace("/api/v1", ""))
    return Response.json(body)
  }, "")
  let [out, err] = ["", ""]
  const output = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    colour: false
  }
  return { asked, code: await answer(action, needed, parsed.request, output, client), out, err }
}

const fits = (text: string) => {
  for (const line of text.split("\n")) expect(width(line)).toBeLessThanOrEqual(ROOM)
}

describe("ntm assess", () => {
  const ask = (...words: ReadonlyArray<string>) =>
    ntm(["assess", ...words], assessUnit, ["unit"], cardOf("11824", day, "approved", []))

  it("prints every line with why, in eighty columns", async () => {
    const { asked, code, out } = await ask("--unit", "11824", "--set", "xa-ntm-2021-2025", "--as-of", "31/12/2024")
    expect([code, asked]).toEqual([0, ["/assessments/units/11824?set=xa-ntm-2021-2025&as_of=2024-12-31"]])
    expect(out).toMatch(/Ngày 31\/12\/2024/)
    expect(out).toMatch(/[✓✗] 2\.1/)
    expect(out).toContain("mức ≥ 80 %")
    fits(out)
  })

  it("prints one JSON object, and says what is missing in the question", async () => {
    expect(JSON.parse((await ask("--unit", "11824", "--json")).out)).toMatchObject({ asOf: day })
    expect(await ask()).toMatchObject({ code: 2, asked: [] })
    expect((await ask("--unit", "11824", "--as-of", "31/2/2025")).err).toContain("--as-of")
    expect((await ask("--unit", "11824", "--accept", "draft")).code).toBe(2)
  })
})

describe("ntm rollup", () => {
  it("prints the table of Phụ lục 01 and what reports ask beside it", async () => {
    const { out } = await ntm(["rollup", "--set", "xa", "--unit", "31"], rollUpGroup, ["set"], group)
    expect(out).toContain(" 1  Giao thông  105  76,6 %  32  0  0")
    expect(out).toContain("Xã đạt chuẩn nông thôn mới: 137/137 (100 %), 7 tạm thời")
    expect(out).toContain("xã Tân Hưng (11836): 0/1 · thiếu tiêu chí 1")
    expect(out).toContain("° 137 đơn vị có số liệu minh họa")
    fits(out)
  })

  it("asks for the bands that are given", async () => {
    const { asked } = await ntm(["rollup", "--set", "xa", "--bands", "0-9,10-19"], rollUpGroup, ["set"], group)
    expect(asked).toEqual(["/rollups?set=xa&bands=0-9%2C10-19"])
  })

  it("puts one set in the place of another: what units lose and gain, by indicator and unit by unit", async () => {
    const line = (code: string, name: string) => ({ code, name })
    const unit = { ...group.mentioned[0], type: "xã", name: "Tân Hưng" }
    const body = {
      ...known,
      from: group.set,
      to: { ...group.set, name: "Bộ nâng cao" },
      parent: null,
      units: [
        {
          unit,
          before: "met",
          after: "notMet",
          metBefore: 19,
          metAfter: 17,
          lost: [{ from: "17.4", to: "17.11" }],
          gained: [],
          newlyFailed: ["8.5"],
          open: ["13.2"]
        }
      ],
      paired: [{ from: line("17.4", "Cây xanh"), to: line("17.11", "Đất cây xanh"), lost: 1, gained: 0 }],
      added: [{ ...line("8.5", "Wifi miễn phí"), failed: 1, open: 0 }],
      dropped: [line("2.2", "Đường thôn")],
      notJudged: 3,
      partial: { listed: 3, official: 47 },
      frame: null,
      illustrative: 1
    }
    const { asked, out } = await ntm(
      ["rollup", "--set", "xa", "--with", "xa-nc", "--as-of", "31/12/2024"],
      rollUpGroup,
      ["set"],
      body
    )
    expect(asked).toEqual(["/rollups/replacement?set=xa&with=xa-nc&as_of=2024-12-31"])
    expect(out).toContain("Bộ nâng cao thay cho")
    expect(out).toContain("✓ 1 đạt  →  ✗ 1 chưa đạt")
    expect(out).toMatch(/17\.4 +17\.11 +Đất cây xanh +1 +0/)
    expect(out).toMatch(/8\.5 +Wifi miễn phí +1 +0/)
    expect(out.replaceAll(/\s+/g, " ")).toContain(
      "19 → 17 tiêu chí · mất 17.4→17.11 · chưa đạt chỉ tiêu mới 8.5 · 1 chưa rõ"
    )
    expect(out.replaceAll(/\s+/g, " ")).toContain(
      "! Chỉ tiêu của bộ mới đã có trong hệ thống: 3/47: điều ghi là không còn"
    )
    expect(out).toContain("! 3 đơn vị chưa đánh giá được: mới có khung tiêu chí")
    fits(out)
  })

  it("of a set of which only the frame is known tells the reason first, and what is held of the old one beside it", async () => {
    const unit = { ...group.mentioned[0], type: "xã", name: "Tân Hưng" }
    const nothing = { after: "noThreshold", lost: [], gained: [], newlyFailed: [], open: [], metAfter: 0 }
    const body = {
      ...known,
      from: group.set,
      to: { ...group.set, name: "Bộ mới" },
      parent: null,
      units: [{ unit, before: "notMet", metBefore: 2, ...nothing }],
      paired: [],
      added: [],
      dropped: [],
      notJudged: 0,
      partial: null,
      illustrative: 0,
      frame: {
        document: "51/2025/QĐ-TTg",
        reason: { vi: "Hệ thống chưa có phụ lục của 51/2025/QĐ-TTg", en: "The annex is not known" },
        criteria: [
          {
            no: 3,
            name: "Phát triển kinh tế nông thôn",
            verdict: "noThreshold",
            counterparts: [10, 13],
            confidence: "inferred",
            holding: { all: 0, lacking: 1, open: 0 }
          },
          { no: 7, name: "Chuyển đổi số", verdict: "noThreshold", counterparts: [], confidence: null, holding: null }
        ],
        old: [
          { no: 9, name: "Nhà ở dân cư", counterparts: [], met: 1 },
          { no: 10, name: "Thu nhập", counterparts: [3], met: 0 },
          { no: 13, name: "Tổ chức sản xuất", counterparts: [3], met: 1 }
        ],
        verdicts: ["mnm"]
      }
    }
    const { out } = await ntm(["rollup", "--set", "xa", "--with", "xa-moi"], rollUpGroup, ["set"], body)
    const flat = out.replaceAll(/\s+/g, " ")
    expect(flat).toContain("! Hệ thống chưa có phụ lục của 51/2025/QĐ-TTg.")
    expect(out).toMatch(/^3 +Phát triển kinh tế nông thôn +§ +0 +1 +0/m)
    expect(out).toMatch(/^7 +Chuyển đổi số +§ *$/m)
    expect(flat).toContain("10 Thu nhập; 13 Tổ chức sản xuất → 3 Phát triển kinh tế nông thôn")
    expect(flat).toContain("theo tên gọi, chưa kiểm chứng")
    expect(flat).toContain("chưa biết về đâu (1): 9 Nhà ở dân cư: 1 đạt")
    expect(flat).toContain("2/3 tiêu chí cũ 3:✗✓")
    fits(out)
  })
})

describe("ntm targets", () => {
  it("prints what is reached and needed, by group of the plan, and what the document contradicts", async () => {
    const item = {
      target: {
        id: "t1",
        text: "Tỷ lệ xã đạt tiêu chí: Giao thông",
        group: { no: "III.2", title: "Hạ tầng" },
        scope: { text: "tất cả các xã", units: [], count: null },
        by: "2025-12-31"
      },
      standing: {
        state: "behind",
        needed: 77,
        expected: null,
        actual: { reached: 46, outOf: 77, unknown: 3 },
        percent: 59.7,
        perMonth: 3.1
      },
      faults: [{ vi: "90 cộng 12 là 102", en: "90 and 12 are 102" }],
      illustrative: true
    }
    const body = { ...known, items: [item] }
    const { asked, out } = await ntm(["targets", "--document", planId], showTargets, ["document"], body)
    expect(asked).toEqual([`/targets?document=${planId}`])
    expect(out).toContain("chậm · 46/77 (59,7 %, 3 chưa rõ) · cần 77 · mỗi tháng thêm 3,1 · số liệu")
    expect(out).toContain("t1: 90 cộng 12 là 102")
    fits(out)
  })
})

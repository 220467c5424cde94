import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { makeClient } from "@ntm/contract"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { readArguments } from "../shell/arguments.ts"
import { runUnits } from "./units-command.ts"

const unit = (code: string, name: string, type: string, id = 0) => ({ id, code, name, type, level: "commune" })
const effect = (fate: string, before: object | null, after: object | null, changes: ReadonlyArray<string>) => ({
  fate,
  before,
  after,
  changes,
  takes: [],
  gives: [],
  childrenBefore: 0,
  childrenAfter: fate === "continues" ? 1 : 0
})
const town = unit("11824", "Vĩnh Bảo", "thị trấn", 5)
const commune = unit("11824", "Vĩnh Bảo", "xã", 9)
const preview = {
  effects: [
    effect("begins", null, commune, []),
    effect("continues", unit("31", "Hải Phòng", "thành phố"), unit("31", "Hải Phòng", "thành phố"), ["weights"]),
    effect("ends", town, null, [])
  ],
  reusedCodes: [{ code: "11824", before: town, after: commune }],
  freedCodes: ["11830"]
}
const holding = (kind: string, fate: string, count: number, vi: string) => ({
  kind,
  fate,
  count,
  unit: 5,
  lot: "merged",
  to: [9],
  label: { vi, en: vi },
  because: { vi: "cần giao lại", en: "to be set again" }
})
const resting = {
  holdings: [
    holding("facts", "derived", 137, "137 số liệu"),
    holding("assignment", "follows", 1, "Nhiệm vụ 1.2"),
    holding("target", "decide", 1, "Chỉ tiêu III.2")
  ],
  recognitions: [{ kind: "provisional", unit: 9, tier: "standard", predecessors: [], inferred: false }],
  falls: [
    {
      unit: 9,
      set: "xa-ntm-2021-2025",
      tier: "standard",
      criteria: [
        { no: 10, name: "Thu nhập", verdict: "notMet" },
        { no: 14, name: "Giáo dục", verdict: "noData" }
      ]
    }
  ]
}
const refused = {
  type: "urn:ntm:problem:reorganisation-refused",
  title: "Không thực hiện được sự kiện này",
  titleEn: "The event cannot be right",
  status: 409,
  detail: "A; B",
  errors: [
    { path: "changes[1]", message: "Xã A không còn vào ngày đó", messageEn: "Commune A does not stand on that day" },
    { path: "", message: "Sự kiện đã được áp dụng", messageEn: "The event has been applied" }
  ]
}

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ntm-reorganise-"))
  await writeFile(join(folder, "event.json"), '{"id": "a"}')
  await writeFile(join(folder, "broken.json"), '{"id": ')
})
afterAll(() => rm(folder, { recursive: true }))

const ntm = async (args: ReadonlyArray<string>, refuse?: string) => {
  const parsed = readArguments(["units", "reorganise", ...args], {})
  if (parsed._tag !== "Run") throw new Error(parsed.message.en)
  const asked: Array<string> = []
  let out = ""
  let err = ""
  const output = { out: (text: string) => void (out += text), err: (text: string) => void (err += text), colour: false }
  const client = makeClient((url, { method, body }) => {
    const address = url.replace("/api/v1/reorganisations", "")
    asked.push(`${method} ${address} ${body}`)
    if (address === refuse) return Response.json(refused, { status: 409 })
    return Response.json(
      address === "/preview" ? { id: "a", version: 7, preview, ...resting } : { id: "a", version: 8 }
    )
  }, "")
  return { code: await runUnits(parsed.request, output, client), out, err, asked }
}

describe("ntm units reorganise", () => {
  it("shows what an event would do, and writes nothing", async () => {
    const { asked, code, out } = await ntm(["--preview", join(folder, "event.json")])
    expect([code, asked]).toEqual([0, ['POST /preview {"id":"a"}']])
    expect(out).toMatchInlineSnapshot(`
      "a · Xem trước, chưa ghi gì
      1 lập mới, 1 thay đổi, 1 kết thúc

        + xã Vĩnh Bảo (11824)
        ~ thành phố Hải Phòng (31): diện tích, dân số, đơn vị trực thuộc 0 → 1
        − thị trấn Vĩnh Bảo (11824)

      Mã dùng lại:
        thị trấn Vĩnh Bảo (11824) → xã Vĩnh Bảo (11824)

      Mã không dùng nữa:
        11830

      Những gì gắn với các đơn vị:
        Số liệu: 137 suy ra, tạm thời
        Nhiệm vụ: 1 chuyển theo địa bàn
        Chỉ tiêu kế hoạch: 1 cần quyết định
        Không có: công nhận, nguồn vốn, công trình, sổ theo dõi, hồ sơ công nhận,
          phạm vi người dùng

      Cần người quyết định:
        thị trấn Vĩnh Bảo (11824): Chỉ tiêu III.2 (cần giao lại)

      Hạng sau sắp xếp:
        1 · Xã đạt chuẩn nông thôn mới, tạm thời

      Tiêu chí sẽ không còn đạt:
        xã Vĩnh Bảo (11824), đạt chuẩn: không đạt 10 Thu nhập; thiếu số liệu 14 Giáo
        dục
      "
    `)
  })

  it("applies an event on the register that it was previewed on", async () => {
    const { asked, code, out } = await ntm(["--apply", join(folder, "event.json")])
    expect([code, asked]).toEqual([0, ['POST /preview {"id":"a"}', 'POST ?version=7 {"id":"a"}']])
    expect(out).toContain("Đã áp dụng sự kiện a.")
    expect(JSON.parse((await ntm(["--apply", join(folder, "event.json"), "--json"])).out)).toEqual({
      id: "a",
      version: 8,
      preview,
      ...resting
    })
  })

  it("takes an event back by its id", async () => {
    const { asked, out } = await ntm(["--undo", "a"])
    expect(asked).toEqual(["POST /a/undo {}"])
    expect(out).toBe("Đã hoàn tác sự kiện a.\n")
  })

  it("tells every refusal on its own line, and applies nothing", async () => {
    const { asked, code, err, out } = await ntm(["--apply", join(folder, "event.json")], "/preview")
    expect([code, out, asked.length]).toEqual([2, "", 1])
    expect(err).toBe(
      "Không thực hiện được sự kiện này\n- changes[1]: Xã A không còn vào ngày đó\n- Sự kiện đã được áp dụng\n"
    )
  })

  it.each([
    ["broken.json", "JSON hỏng hoặc bị cắt cụt"],
    ["none.json", "không đọc được tệp"]
  ])("asks nothing where the file cannot be read: %s", async (file, why) => {
    const { asked, code, err } = await ntm(["--apply", join(folder, file)])
    expect([code, asked]).toEqual([2, []])
    expect(err).toContain(why)
  })
})

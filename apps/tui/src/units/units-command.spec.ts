import { makeClient } from "@ntm/contract"
import { Unit } from "@ntm/domain/units"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { width } from "../parts/text.ts"
import { readArguments } from "../shell/arguments.ts"
import { ROOM } from "./table.ts"
import { runUnits } from "./units-command.ts"

const unit = (id: number, code: string, type: string, name: string, level: string, rest: object = {}) =>
  Schema.decodeUnknownSync(Unit)({
    id,
    code,
    type,
    name,
    level,
    parentId: null,
    parentCode: null,
    areaKm2: null,
    population: null,
    lon: null,
    lat: null,
    validFrom: null,
    validTo: null,
    ...rest
  })

const before = { validTo: "2025-06-30" }
const city = unit(1, "31", "thành phố", "Hải Phòng", "province", { areaKm2: 3194.72, population: 4_664_124 })
const district = unit(3, "316", "huyện", "Vĩnh Bảo", "district", { ...before, areaKm2: 183.3 })
const town = unit(5, "11824", "thị trấn", "Vĩnh Bảo", "commune", before)
const former = unit(6, "11830", "xã", "Vĩnh An", "commune", { ...before, population: 9_876 })
const commune = unit(9, "11824", "xã", "Vĩnh Bảo", "commune", {
  validFrom: "2025-07-01",
  population: 51_000,
  attributes: { region: "DBSH", programme: true, border: false, leftOutOf: ["xa-ntm-kieu-mau-2025"] }
})

const found = (of: Unit, within: ReadonlyArray<string>) => ({ ...of, within })
const counts = { province: 1, district: 0, commune: 1321, village: 0 }
const hits = [
  {
    unit: found(commune, ["thành phố Hải Phòng"]),
    match: "exact",
    state: "standing",
    now: [],
    formerly: [found(former, []), found(town, [])]
  },
  {
    unit: found(district, ["thành phố Hải Phòng"]),
    match: "exact",
    state: "former",
    now: [found(commune, [])],
    formerly: []
  }
]
const whole = { low: 1, high: 1 }

/** What the API answers, by address. */
const clause = "khoản 62, Nghị quyết 1669/NQ-UBTVQH15"

const answers: Readonly<Record<string, unknown>> = {
  "/units?level=province&limit=1000": { asOf: "2025-07-02", counts, items: [city] },
  "/units/31?as_of=2025-06-30": { asOf: "2025-06-30", unit: city, predecessors: [], successors: [] },
  "/units?parent=31&as_of=2025-06-30&limit=1000": { asOf: "2025-06-30", counts, items: [district] },
  "/units?parent=316&as_of=2025-06-30&limit=1000": { asOf: "2025-06-30", counts, items: [former, town] },
  "/units/11824": {
    asOf: "2025-07-02",
    unit: commune,
    above: [city],
    predecessors: [
      { unit: town, share: "whole", inferred: false },
      { unit: former, share: "part", inferred: true }
    ],
    successors: []
  },
  "/units?q=vinh+bao&limit=20": { asOf: "2025-07-02", counts, items: [commune], hits },
  "/units?q=vinh+bao&limit=100": { asOf: "2025-07-02", counts, items: [commune], hits },
  "/units?q=tan+an&limit=100": { asOf: "2025-07-02", counts, items: [commune, former], hits: [] },
  "/units?q=kh%C3%B4ng&limit=20": { asOf: "2025-07-02", counts, items: [], hits: [] },
  "/units?q=kh%C3%B4ng&limit=100": { asOf: "2025-07-02", counts, items: [], hits: [] },
  "/units/11824/lineage?on=2024-12-31": {
    asOf: "2025-07-02",
    unit: commune,
    predecessors: {
      on: "2024-12-31",
      items: [
        { unit: former, share: { low: 0.2, high: 0.65 }, inferred: true, notes: [clause] },
        { unit: town, share: whole, inferred: false, notes: [clause] },
        { unit: district, share: { low: 0, high: 1 }, inferred: false, notes: [] }
      ]
    },
    successors: null
  },
  "/units/11824/lineage?on=2024-12-31&weight=population": {
    asOf: "2025-07-02",
    unit: commune,
    weight: "population",
    predecessors: {
      on: "2024-12-31",
      items: [{ unit: former, share: { low: 0, high: 0 }, inferred: false, notes: [] }]
    },
    successors: null
  },
  "/units/11824/history": {
    asOf: "2025-07-02",
    unit: commune,
    items: [
      {
        sentence: {
          vi: `Ngày 01/07/2025, xã Vĩnh Bảo (11824) được lập từ toàn bộ thị trấn Vĩnh Bảo (11824) và một phần xã Vĩnh An (11830) (1669/NQ-UBTVQH15)`,
          en: `On 2025-07-01, xã Vĩnh Bảo (11824) was formed`
        },
        own: true,
        inferred: true,
        notes: [clause]
      }
    ]
  }
}

const ntm = async (...args: ReadonlyArray<string>) => {
  const parsed = readArguments(["units", ...args], {})
  if (parsed._tag !== "Run") throw new Error(parsed.message.en)
  let out = ""
  let err = ""
  const output = { out: (text: string) => void (out += text), err: (text: string) => void (err += text), colour: false }
  const client = makeClient((url) => {
    if (args.includes("--server")) throw new TypeError("fetch failed")
    const address = url.replace("/api/v1", "")
    const missing = {
      type: "urn:ntm:problem:unit-not-found",
      title: "Không có đơn vị này",
      titleEn: "No such unit",
      status: 404
    }
    return address in answers
      ? Response.json(answers[address])
      : Response.json({ ...missing, detail: address }, { status: 404 })
  }, "")
  const code = await runUnits(parsed.request, output, client)
  for (const line of args.includes("--json") ? [] : out.split("\n")) expect(width(line)).toBeLessThanOrEqual(ROOM)
  return { code, out, err }
}

describe("ntm units", () => {
  it("lists the provinces with how many units stand on the day", async () => {
    expect(await ntm("tree")).toMatchObject({ code: 0, err: "" })
    expect((await ntm("tree")).out).toMatchInlineSnapshot(`
      "Ngày 02/07/2025 · 1 tỉnh, 1.321 xã

      Đơn vị               Mã  Diện tích (km²)     Dân số
      ───────────────────  ──  ───────────────  ─────────
      thành phố Hải Phòng  31         3.194,72  4.664.124
      "
    `)
  })

  it("draws the tree of a unit down to its communes as of a day", async () => {
    expect((await ntm("tree", "31", "--as-of", "30/6/2025")).out).toMatchInlineSnapshot(`
      "thành phố Hải Phòng (31) · ngày 30/06/2025

      Đơn vị               Mã     Diện tích (km²)  Dân số
      ───────────────────  ─────  ───────────────  ──────
      huyện Vĩnh Bảo       316              183,3
        xã Vĩnh An         11830                    9.876
        thị trấn Vĩnh Bảo  11824
      "
    `)
  })

  it("shows a unit by its code, or by a name that only one unit bears", async () => {
    const { out } = await ntm("show", "11824")
    expect(out).toMatchInlineSnapshot(`
      "xã Vĩnh Bảo (11824)
      ───────────────────
        Trực thuộc        thành phố Hải Phòng
        Tồn tại           từ 01/07/2025
        Dân số            51.000
        Đặc điểm          vùng DBSH, thuộc Chương trình NTM, không phải biên giới,
                          không tính vào mục tiêu xa-ntm-kieu-mau-2025
        Trước là          thị trấn Vĩnh Bảo (11824); xã Vĩnh An (11830), một phần, suy
                          ra, chưa đọc thấy trong văn bản
      "
    `)
    expect((await ntm("show", "vinh", "bao")).out).toBe(out)
  })

  it("finds units, and leads from names of other times to the units of the day", async () => {
    expect((await ntm("find", "vinh", "bao")).out).toMatchInlineSnapshot(`
      "11824  xã Vĩnh Bảo, thành phố Hải Phòng
               trước là xã Vĩnh An (11830), thị trấn Vĩnh Bảo (11824)
      316    huyện Vĩnh Bảo, thành phố Hải Phòng
               đến 30/06/2025 · vào ngày hỏi là xã Vĩnh Bảo (11824)
      "
    `)
    expect((await ntm("find", "không")).out).toBe("Không tìm thấy đơn vị nào.\n")
  })

  it("asks for the shares of one weight, and says which", async () => {
    const { out } = await ntm("lineage", "11824", "--on", "2024-12-31", "--weight", "population")
    expect(out).toContain("Tỷ lệ tính theo dân số.")
    expect(out).toMatch(/xã Vĩnh An\s+0 %/)
    expect((await ntm("show", "11824", "--weight", "population")).err).toContain(
      "--weight không dùng với “units show”."
    )
  })

  it("says the shares of a lineage, known, between bounds, and unknown", async () => {
    expect((await ntm("lineage", "11824", "--on", "2024-12-31")).out).toMatchInlineSnapshot(`
      "xã Vĩnh Bảo (11824) · ngày 02/07/2025

      Ngày 31/12/2024, đất của đơn vị này thuộc:

      Mã     Đơn vị             Phần góp vào  Ghi chú
      ─────  ─────────────────  ────────────  ───────
      11830  xã Vĩnh An              20–65 %  suy ra
      11824  thị trấn Vĩnh Bảo         100 %
      316    huyện Vĩnh Bảo         một phần
      khoản 62, Nghị quyết 1669/NQ-UBTVQH15: xã Vĩnh An, thị trấn Vĩnh Bảo
      "
    `)
  })

  it("tells a history in the language asked for", async () => {
    expect((await ntm("history", "11824")).out).toMatchInlineSnapshot(`
      "xã Vĩnh Bảo (11824)

      • Ngày 01/07/2025, xã Vĩnh Bảo (11824) được lập từ toàn bộ thị trấn Vĩnh Bảo
        (11824) và một phần xã Vĩnh An (11830) (1669/NQ-UBTVQH15) · khoản 62, Nghị
        quyết 1669/NQ-UBTVQH15 [suy ra, chưa đọc thấy trong văn bản]
      "
    `)
    expect((await ntm("history", "11824", "--lang", "en")).out).toContain(
      "• On 2025-07-01, xã Vĩnh Bảo (11824) was formed"
    )
  })

  it("prints exactly the answer with --json", async () => {
    const { out } = await ntm("lineage", "11824", "--on", "2024-12-31", "--json")
    expect(JSON.parse(out)).toEqual(answers["/units/11824/lineage?on=2024-12-31"])
    expect(JSON.parse((await ntm("tree", "31", "--as-of", "2025-06-30", "--json")).out)).toMatchObject({
      unit: { code: "31" },
      children: [{ unit: { code: "316" }, children: [{ unit: { code: "11830" } }, { unit: { code: "11824" } }] }]
    })
  })

  it("says that the server cannot be reached, and how to start it", async () => {
    const { code, err, out } = await ntm("tree", "--server", "http://127.0.0.1:1")
    expect([code, out]).toEqual([69, ""])
    expect(err).toContain("Không kết nối được máy chủ")
    expect(err).toContain("npm start")
  })

  it("says that a code needs a day where nothing carries it", async () => {
    const { code, err } = await ntm("show", "99999")
    expect(code).toBe(2)
    expect(err).toContain("Không có đơn vị này")
    expect(err).toContain("--as-of")
  })

  it("asks for a code where a name means several units, or says that there is none", async () => {
    expect((await ntm("show", "tan", "an")).err).toContain(
      "Có 2 đơn vị ứng với “tan an”; hãy nêu mã: xã Vĩnh Bảo (11824), xã Vĩnh An (11830)"
    )
    expect((await ntm("history", "không")).err).toContain("Không tìm thấy đơn vị “không” vào ngày 02/07/2025")
  })

  it.each([
    [["tre"], "Có phải ý bạn là “tree”?"],
    [["xoa"], "chọn: tree, show, find, lineage, history, reorganise"],
    [["show"], "“units show” cần mã hoặc tên đơn vị."],
    [["reorganise"], "cần đúng một trong --preview TỆP, --apply TỆP, --undo MÃ"],
    [["reorganise", "--apply", "a.json", "--undo", "a"], "cần đúng một trong"],
    [["find", "a", "--apply", "a.json"], "--apply không dùng với “units find”."],
    [["tree", "--as-of", "31/6/2025"], "--as-of: Ngày “31/6/2025” không có trong lịch"],
    [["tree", "--on", "2025-01-01"], "--on không dùng với “units tree”."]
  ])("%j is a misuse that says why", async (args, why) => {
    const { code, err, out } = await ntm(...args)
    expect([code, out]).toEqual([2, ""])
    expect(err).toContain(why)
    expect(err).toContain("ntm help units")
  })
})

import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { command, type Ran } from "../product/command.ts"
import { documents, folderOfTest, programs } from "../product/files.ts"

/** `ntm audit` on documents as they lie in a folder: no server, no database. */
const audit = (args: ReadonlyArray<string>, env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  command(process.execPath, [programs.ntm, "audit", ...args], { env })

const plan = join(documents, "kh-61-2025-haiphong")
const notice = join(documents, "tb-2712-2024-haiphong")
const stack = /\n\s+at /

/** The block of the report about one finding: from its sentence to the next blank line. */
const block = (report: string, ...words: ReadonlyArray<string>): string =>
  report.split("\n\n").find((each) => /^ *\d+\. /.test(each) && words.every((word) => each.includes(word))) ??
  `no finding with ${words.join(", ")}`

const document = {
  number: "1/KH-UBND",
  kind: "Kế hoạch",
  issuer: "UBND tỉnh",
  date: "2025-01-02",
  title: "Kế hoạch thử",
  bases: []
}

const figure = (id: string, value: unknown, more: object = {}) => ({
  id,
  section: "I",
  label: `Số xã ${id}`,
  value,
  unit: "xã",
  asOf: "2025-01-01",
  scope: "toàn tỉnh",
  ...more
})

const parts = { breakdownOf: "tong", breakdownBy: "vùng" }
const consistent = [figure("tong", 10), figure("dong-bang", 4, parts), figure("mien-nui", 6, parts)]

const table = {
  table: "Phụ lục 02",
  title: "Nguồn lực",
  year: 2025,
  unit: "triệu đồng",
  columns: [
    { key: "total", label: "Tổng cộng" },
    { key: "city", label: "Thành phố" },
    { key: "district", label: "Huyện" }
  ],
  rows: [
    { no: null, unit: "Tổng", rowKind: "total", total: 30, city: 20, district: 10 },
    { no: 1, unit: "huyện Một", rowKind: "unit", total: 12, city: 9, district: 3 },
    { no: 2, unit: "huyện Hai", rowKind: "unit", total: 18, city: 11, district: 7 }
  ],
  sums: { columns: { total: ["city", "district"] } }
}

/** A folder of a document with these files; texts and bytes are written as they are, anything else as JSON. */
const folderOf = (files: Readonly<Record<string, unknown>>): string => {
  const folder = join(folderOfTest("audit"), "van-ban")
  mkdirSync(folder)
  for (const [name, content] of Object.entries({ "document.json": document, ...files })) {
    writeFileSync(
      join(folder, name),
      typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content)
    )
  }
  return folder
}

/** Everything in a folder: names, sizes, times of change. */
const picture = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .toSorted()
    .map((name) => {
      const { mtimeMs, size } = statSync(join(folder, name))
      return { name, size, mtimeMs }
    })

describe("ntm audit on the pilot's documents", () => {
  it("finds what cannot be true, with both numbers and the difference, and ends with 1", async () => {
    const { code, err, out } = await audit([plan, notice])
    expect([code, err]).toEqual([1, ""])
    const investment = "Vốn đầu tư công – tổng"
    const rows = [
      ["huyện An Lão", "493.227 triệu đồng", "490.452 triệu đồng", "+2.775 triệu đồng"],
      ["huyện Thủy Nguyên", "896.210 triệu đồng", "895.767 triệu đồng", "+443 triệu đồng"],
      ["huyện Cát Hải", "896.210 triệu đồng", "0 triệu đồng", "+896.210 triệu đồng"],
      ["Tổng", "4.651.993 triệu đồng", "3.752.565 triệu đồng", "+899.428 triệu đồng"]
    ] as const
    for (const [row, stated, expected, difference] of rows) {
      const found = block(out, `dòng “${row}”`, investment)
      expect(found).toMatch(new RegExp(`Văn bản ghi +${stated}\\n`))
      expect(found).toMatch(new RegExp(`Tính ra +${expected}\\n`))
      expect(found).toContain(`Chênh lệch        ${difference}`)
      expect(found).toContain("appendix-02-funding.json → /rows/")
    }
    expect(block(out, "dòng “huyện Cát Hải”")).toMatch(/Có thể do .*dòng liền kề “huyện Thủy Nguyên”/)
    expect(block(out, "18.258 tỷ đồng")).toMatch(/Tính ra +18,258 tỷ đồng\n/)
    expect(block(out, "45 tỷ đồng")).toMatch(/35,918 tỷ đồng/)
    expect(block(out, "3.738 tỷ đồng")).toMatch(/3\.734,307 tỷ đồng/)
    expect(block(out, "81 %")).toMatch(/Tính ra +80,355 %\n/)
    expect(block(out, "81 %")).toMatch(/634[\s\S]*789/)
  })

  it("does not cry wolf: in Phụ lục 02 no other row and no column is called wrong", async () => {
    const { out } = await audit(["--json", plan])
    const found = JSON.parse(out).findings.filter(
      ({ kind }: { kind: string }) => kind === "columnSum" || kind === "rowSum"
    )
    expect(
      found.map(({ difference }: { difference: number }) => difference).toSorted((a: number, b: number) => a - b)
    ).toEqual([443, 2775, 896_210, 899_428])
  })

  it("tells errors before warnings, and counts both in the last line", async () => {
    const { out } = await audit([plan, notice])
    const [errors, warnings] = [out.indexOf("▲ LỖI"), out.indexOf("△ CẢNH BÁO")]
    expect(errors).toBeGreaterThan(0)
    expect(warnings).toBeGreaterThan(errors)
    const numbered = out.match(/^ *\d+\. /gm)?.length
    const [, errorCount, warningCount] = /^(\d+) lỗi, (\d+) cảnh báo/m.exec(out) ?? []
    expect(Number(errorCount) + Number(warningCount)).toBe(numbered)
  })

  it("prints one JSON object and nothing else with --json", async () => {
    const { code, err, out } = await audit([plan, notice, "--json"])
    expect([code, err]).toEqual([1, ""])
    const { documents: read, findings, status, summary } = JSON.parse(out)
    expect(status).toBe("findings")
    expect(read.map(({ id }: { id: string }) => id)).toEqual(["kh-61-2025-haiphong", "tb-2712-2024-haiphong"])
    expect(summary.errors + summary.warnings).toBe(findings.length)
    expect(findings).toContainEqual(
      expect.objectContaining({
        kind: "columnSum",
        severity: "error",
        stated: 896_210,
        expected: 0,
        difference: 896_210,
        unit: "triệu đồng"
      })
    )
  })

  it("reads a folder of documents as it reads them one by one", async () => {
    const { code, out } = await audit(["--json", documents])
    expect(code).toBe(1)
    expect(JSON.parse(out).documents).toHaveLength(4)
  })

  it("speaks English where that is asked for", async () => {
    const { code, out } = await audit(["--lang", "en", plan])
    expect(code).toBe(1)
    expect(out).toMatch(/^\d+ errors?, \d+ warnings? · checked/m)
  })
})

describe("ntm audit on a document without contradiction", () => {
  it("says so and ends with 0", async () => {
    const folder = folderOf({ "figures.json": consistent, "bang.json": table })
    const before = picture(folder)
    const { code, err, out } = await audit([folder])
    expect([code, err]).toEqual([0, ""])
    expect(out).toContain("Không có phát hiện nào")
    expect(JSON.parse((await audit(["--json", folder])).out)).toMatchObject({ status: "clean", findings: [] })
    expect(picture(folder)).toEqual(before)
  })

  it("takes sums that are off by the rounding of their parts for true", async () => {
    const money = (id: string, value: number, more: object = {}) =>
      figure(id, value, { unit: "tỷ đồng", period: "2025", asOf: undefined, ...more })
    const rounded = [money("tong", 10.1), money("mot", 3.4, parts), money("hai", 3.3, parts), money("ba", 3.3, parts)]
    expect((await audit([folderOf({ "figures.json": rounded })])).code).toBe(0)
    const wrong = [money("tong", 9.7), ...rounded.slice(1)]
    expect((await audit([folderOf({ "figures.json": wrong })])).code).toBe(1)
  })

  it("warns of a key that means nothing, on stderr, and reads the rest", async () => {
    const folder = folderOf({
      "figures.json": [figure("tong", 10, { breakdwonOf: "x" })],
      "ghi-chep.txt": "không phải JSON"
    })
    const { code, err } = await audit([folder])
    expect(code).toBe(0)
    expect(err).toContain("breakdwonOf")
    expect(err).not.toContain("ghi-chep.txt")
  })
})

/** Input that cannot be read: the file, the place inside it, and the reason in both languages. */
const bad: ReadonlyArray<{
  readonly name: string
  readonly files: Readonly<Record<string, unknown>>
  readonly tells: ReadonlyArray<string | RegExp>
}> = [
  {
    name: "truncated JSON",
    files: { "figures.json": JSON.stringify(consistent).slice(0, -20) },
    tells: ["figures.json", /bị cắt cụt \(dòng 1, cột \d+\)/, /truncated JSON \(line 1, column \d+\)/]
  },
  {
    name: "JSON that is not UTF-8",
    files: { "figures.json": Buffer.from(JSON.stringify(consistent), "latin1") },
    tells: ["figures.json", "không phải UTF-8", "not UTF-8"]
  },
  {
    name: "JSON in UTF-16",
    files: { "document.json": Buffer.from(`\uFEFF${JSON.stringify(document)}`, "utf16le") },
    tells: ["document.json", "không phải UTF-8", "not UTF-8"]
  },
  {
    name: "an id used twice",
    files: { "figures.json": [...consistent, figure("mien-nui", 7)] },
    tells: ["figures.json → /3/id", "“mien-nui” đã dùng", "/2", "already used"]
  },
  {
    name: "a relation to nothing",
    files: { "figures.json": [figure("tong", 10, { breakdownOf: "khong-co" })] },
    tells: ["figures.json → /0/breakdownOf", "“khong-co”", "not in the document"]
  },
  {
    name: "a cycle of parts",
    files: {
      "figures.json": [
        figure("a", 1, { breakdownOf: "b" }),
        figure("b", 1, { breakdownOf: "c" }),
        figure("c", 1, { breakdownOf: "a" })
      ]
    },
    tells: [/figures\.json → \/\d\/breakdownOf/, /vòng: . → . → ./, "cycle"]
  },
  {
    name: "money without its unit in a table",
    files: { "bang.json": { ...table, unit: null } },
    tells: ["bang.json → /unit", "không ghi đơn vị tính", "does not state its unit"]
  },
  {
    name: "a figure without its unit",
    files: { "figures.json": [figure("von", 10, { unit: undefined })] },
    tells: ["figures.json → /0/unit", "thiếu đơn vị", "unit of the figure is missing"]
  },
  {
    name: "a number written as a text",
    files: { "figures.json": [figure("tong", "1.234")] },
    tells: ["figures.json → /0/value", "“1.234”", "number written as a text"]
  },
  {
    name: "a number written as a text in a table",
    files: {
      "bang.json": { ...table, rows: table.rows.map((row, index) => (index === 1 ? { ...row, city: "9" } : row)) }
    },
    tells: ["bang.json → /rows/1/city", "“9”", "number written as a text"]
  },
  {
    name: "a list where an object belongs",
    files: { "document.json": [] },
    tells: ["document.json", /phải là/, /must be/]
  },
  { name: "an empty file", files: { "figures.json": "" }, tells: ["figures.json", "tệp rỗng", "the file is empty"] }
]

const expectRefused = ({ code, err, out }: Ran, tells: ReadonlyArray<string | RegExp>): void => {
  expect([code, out]).toEqual([2, ""])
  for (const each of tells) expect(err).toMatch(each)
  expect(err).not.toMatch(stack)
}

describe("ntm audit on input that cannot be read", () => {
  for (const { files, name, tells } of bad) {
    it(`says where and why: ${name}`, async () => {
      const folder = folderOf(files)
      const before = picture(folder)
      expectRefused(await audit([folder]), tells)
      expect(picture(folder)).toEqual(before)
    })
  }

  it("does not read a file of 200 MB", async () => {
    const folder = folderOf({ "figures.json": "" })
    truncateSync(join(folder, "figures.json"), 200 * 1024 * 1024)
    const began = performance.now()
    expectRefused(await audit([folder]), ["figures.json", "tệp lớn 200 MB", "the file has 200 MB"])
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  it("says that a folder holds no document, or is not there", async () => {
    const empty = folderOfTest("audit")
    expectRefused(await audit([empty]), [empty, "không có văn bản nào", "holds no document"])
    expect(readdirSync(empty)).toEqual([])
    expectRefused(await audit([join(empty, "khong-co")]), ["khong-co", "không có thư mục này", "no such folder"])
  })

  it("tells everything that is wrong, in JSON where that is asked for, and checks nothing", async () => {
    const folder = folderOf({ "figures.json": [figure("tong", "1"), figure("tong", 2, { unit: undefined })] })
    const { code, out } = await audit(["--json", plan, folder])
    expect(code).toBe(2)
    const { findings, problems, status } = JSON.parse(out)
    expect([status, findings]).toEqual(["unreadable", undefined])
    expect(problems.map(({ path }: { path: string }) => path).toSorted()).toEqual(["/0/value", "/1/id", "/1/unit"])
  })
})

describe("ntm audit as a command among others", () => {
  it("ends without a word when the reader of a long report leaves", async () => {
    const restated = Array.from({ length: 1000 }, (_, index) =>
      figure(`nhac-lai-${index}`, index, { restates: "tong" })
    )
    const folder = folderOf({ "figures.json": [figure("tong", -1), ...restated] })
    // More than a pipe holds: the program is still writing when its reader leaves.
    expect((await audit([plan, folder])).out.length).toBeGreaterThan(256 * 1024)
    const child = spawn(
      "sh",
      ["-c", '"$0" "$1" audit "$2" "$3" | head -1', process.execPath, programs.ntm, plan, folder],
      {
        stdio: ["ignore", "pipe", "pipe"]
      }
    )
    let out = ""
    let err = ""
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text))
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text))
    await once(child, "close")
    expect(out).toMatch(/^Đã đọc 61\/KH-UBND.*\n$/)
    expect(err).toBe("")
  })

  it("writes no colours into a pipe, with NO_COLOR or without", async () => {
    const escape = String.fromCharCode(27)
    const plain = await audit([plan])
    expect(plain.out).not.toContain(escape)
    expect(await audit([plan], { NO_COLOR: "1" })).toEqual(plain)
  })

  it("ends with 2 and names what it does not know", async () => {
    for (const args of [["--khong-co", plan], []]) {
      const { code, err, out } = await audit(args)
      expect([code, out]).toEqual([2, ""])
      expect(err).toContain("ntm help audit")
      expect(err).not.toMatch(stack)
    }
    expect((await audit(["--khong-co", plan])).err).toContain("--khong-co")
  })

  it("needs no server, no data folder and no writable home", async () => {
    const { code } = await audit([plan], {
      HOME: "/nowhere",
      NTM_DATA: "/nowhere",
      DATABASE_URL: "postgres://nobody@127.0.0.1:9/none"
    })
    expect(code).toBe(1)
    expect(readFileSync(join(plan, "document.json"), "utf8")).toContain("61/KH-UBND")
  })
})

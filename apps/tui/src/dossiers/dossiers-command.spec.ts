import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { csvLines } from "@ntm/exchange"
import { afterAll, describe, expect, it } from "vitest"
import { width } from "../parts/text.ts"
import { runOn } from "../testing/asked-commands.ts"
import { dossierAnswers, procedure, procedureOrigin } from "../testing/dossiers-sample.ts"
import { sample } from "../testing/unit-sample.ts"
import { ROOM } from "../units/table.ts"
import { dossiersActions } from "./dossiers-command.ts"

const folder = mkdtempSync(join(tmpdir(), "ntm-dossiers-"))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, ...lines: ReadonlyArray<string>): string => {
  const path = join(folder, name)
  writeFileSync(path, lines.join("\n"))
  return path
}

const { code } = sample.vinhBao
const answers = {
  "/dossiers": dossierAnswers.list,
  "/dossiers/3": dossierAnswers.one,
  "/dossiers/3/rehearsal": dossierAnswers.rehearsal,
  "/dossiers/3/bundle": '{"format":"ntm-dossier-bundle"}\n',
  "/dossiers/check": dossierAnswers.check,
  "/dossiers/procedures": { asOf: "2025-06-20", knownAt: null, items: [{ ...procedure, known: procedureOrigin }] },
  [`/units/${code}`]: { asOf: "2025-06-20", unit: sample.vinhBao }
}

const run = async (args: string, more: object = {}, refusal: object | null = null) => {
  const done = await runOn(["dossiers", ...args.split(" ")], dossiersActions, { ...answers, ...more }, refusal)
  // A table for a spreadsheet is as wide as it is.
  if (!args.includes("--csv")) for (const line of done.out.split("\n")) expect(width(line)).toBeLessThanOrEqual(ROOM)
  return done
}

describe("ntm dossiers", () => {
  it("list: how many stand how, then each with its step, what it wants and when it may end", async () => {
    const { asked, code: exit, out } = await run("list --unit 316 --tier advanced --as-of 20/6/2025")
    expect(exit).toBe(0)
    expect(asked).toEqual(["/dossiers?as_of=2025-06-20&unit=316&tier=advanced"])
    expect(out).toContain("tính đến 20/06/2025 · 2 hồ sơ · 1 đang làm · 1 đã công nhận\n")
    expect(out).toContain("3  huyện Vĩnh Bảo ° · nâng cao\n   đang làm · Khảo sát sự hài lòng · thiếu 1 giấy tờ")
    expect(out).toContain("quá hạn 10 ngày · dự kiến\n   xong 18/07/2025")
  })

  it("list as CSV has what programs need, and says where there are none", async () => {
    const { out } = await run("list --csv")
    const [heading, first] = csvLines(out) ?? []
    expect(heading?.cells.slice(0, 4)).toEqual(["id", "unit", "name", "tier"])
    expect(first?.cells).toEqual(
      ["3", code, "huyện Vĩnh Bảo", "advanced", "huyen-2022", "open", "survey", "2025-04-01", "2025-07-18"].concat([
        "10",
        "1",
        "false",
        "true"
      ])
    )
    const none = { "/dossiers": { ...dossierAnswers.list, items: [] } }
    expect((await run("list", none)).out).toContain("Không có hồ sơ nào.")
  })

  it("show: one with what is wanting; as JSON what the API answers", async () => {
    expect((await run("show 3 --as-of 2025-06-20")).out).toContain("✗ Tờ trình của UBND huyện · thiếu")
    expect(JSON.parse((await run("show 3 --json")).out)).toEqual(dossierAnswers.one)
  })

  it("check: every reason why not, and 1 where it may not be opened", async () => {
    const { asked, code: exit, out } = await run(`check ${code} --tier advanced --set x`)
    expect(exit).toBe(1)
    expect(asked[0]).toBe(`/dossiers/check?unit=${code}&tier=advanced&set=x`)
    expect(out).toContain("✗ Chưa đạt tiêu chí 5")
    const { check } = dossierAnswers.check
    const allowed = { ...dossierAnswers.check, check: { ...check, allowed: true, reasons: [] } }
    expect((await run(`check ${code} --tier advanced`, { "/dossiers/check": allowed })).code).toBe(0)
  })

  it("refuses a tier that there is not, before anything is asked", async () => {
    const { asked, code: exit, err } = await run("list --tier vàng")
    expect([asked, exit]).toEqual([[], 2])
    expect(err).toContain("--tier: phải là một trong: standard, advanced")
    expect((await run("check 316")).err).toContain("cần --tier")
  })

  it("rehearse: what a council would find, 1 where it would send it back; the bundle is of the same day and moment", async () => {
    const out = join(folder, "goi.json")
    const done = await run(`rehearse 3 --margin 7,5 --out ${out}`)
    expect(done.code).toBe(1)
    expect(done.out).toContain("✗ Thiếu Tờ trình của UBND huyện")
    const { asOf, knownAt } = dossierAnswers.rehearsal
    const known = knownAt === null ? "" : `&known_at=${knownAt}`
    expect(done.asked).toEqual(["/dossiers/3/rehearsal?margin=7.5", expect.stringContaining(`as_of=${asOf}`)])
    expect(done.asked[1]).toContain("margin=7.5")
    expect(done.asked[1]).toContain(known)
    expect(readFileSync(out, "utf8")).toBe(answers["/dossiers/3/bundle"])
    expect(done.err).toContain(`ntm verify ${out}`)
    const again = await run(`rehearse 3 --out ${out}`)
    expect([again.code, again.err]).toEqual([2, expect.stringContaining("đã có tệp này")])
    const { rehearsal } = dossierAnswers.rehearsal
    const passing = { ...dossierAnswers.rehearsal, rehearsal: { ...rehearsal, passes: true, findings: [] } }
    expect((await run("rehearse 3", { "/dossiers/3/rehearsal": passing })).code).toBe(0)
  })

  it("open and record: the whole file is sent; what is wrong is told by line and column, and nothing is sent", async () => {
    const heading = "Mã đơn vị;Hạng;Bộ tiêu chí;Kết quả đến ngày;Ngày mở"
    const opened = await run(`open ${file("mo.csv", heading, "316;nâng cao;huyen;31/12/2024;5/1/2025")}`)
    expect(opened.sent).toEqual([
      {
        path: "/dossiers",
        body: {
          rows: [{ unit: "316", tier: "advanced", criteriaSet: "huyen", asOf: "2024-12-31", openedOn: "2025-01-05" }]
        }
      }
    ])
    expect(opened.out).toMatch(/^Đã mở 1 hồ sơ từ .*: số 1\.$/m)
    const wrong = await run(`open ${file("sai.csv", heading, "316;vàng;huyen;31/6/2024;5/1/2025")}`)
    expect([wrong.code, wrong.sent]).toEqual([2, []])
    expect(wrong.err).toContain("dòng 2, cột Kết quả đến ngày:")
    const events = file("dien-bien.csv", "Hồ sơ;Ngày;Việc;Lý do", "3;10/6/2025;Khép lại;trùng")
    const recorded = await run(`record ${events}`)
    expect(recorded.sent[0]?.path).toBe("/dossiers/events")
    expect(recorded.out).toContain("Đã ghi 1 diễn biến hồ sơ")
    const refusal = {
      type: "urn:ntm:problem:dossiers-refused",
      title: "Không ghi được",
      titleEn: "Not recorded",
      status: 422,
      errors: [{ path: "rows[0].body.reason", message: "hồ sơ đã khép lại", messageEn: "given up" }]
    }
    const refused = await run(`record ${events}`, {}, refusal)
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("dòng 2, cột Lý do: hồ sơ đã khép lại")])
  })

  it("survey: CSV by content with the rest as options, JSON as it stands; nothing that would do nothing is taken", async () => {
    const csv = file("khao-sat.csv", "Nội dung,Số hỏi,Số trả lời,Số hài lòng", "Giao thông,400,390,380")
    const told = await run(`survey ${csv} --unit ${code} --day 1/6/2025 --population 1500 --margin 4,5 --input sat`)
    expect(told.sent[0]).toEqual({
      path: "/dossiers/survey",
      body: {
        unit: sample.vinhBao.id,
        day: "2025-06-01",
        population: 1500,
        of: "households",
        confidence: 95,
        margin: 4.5,
        results: [{ content: "Giao thông", asked: 400, answered: 390, satisfied: 380 }],
        input: "sat"
      }
    })
    expect((await run(`survey ${csv} --unit ${code} --day 1/6/2025 --population nhiều`)).err).toContain("--population")
    const json = file("khao-sat.json", '{ "unit": 1 }')
    expect((await run(`survey ${json}`)).sent[0]?.body).toEqual({ unit: 1 })
    const stray = await run(`survey ${json} --population 9`)
    expect([stray.code, stray.sent, stray.err]).toEqual([2, [], expect.stringContaining("--population")])
  })

  it("procedures: steps with who does them and how sure it is, papers by key", async () => {
    const { asked, out } = await run("procedures --level district --tier advanced --as-of 2025-06-20")
    expect(asked).toEqual(["/dossiers/procedures?as_of=2025-06-20&level=district&tier=advanced"])
    expect(out).toContain("  consultation: Lấy ý kiến Nhân dân ~\n")
    expect(out).toContain("      UBND huyện · 20 ngày làm việc · sau survey\n")
    expect(out).toContain("    letter: Tờ trình của UBND huyện\n")
    expect(out).toContain("nạp bởi Nguyễn Thị Lan · 01/01/2025 07:00 · trinh-tu.json")
  })

  it("procedures load: the very file that --source prints is sent, or only asked about; a refusal names file and place in both languages", async () => {
    const { out: source } = await run("procedures --source")
    expect(JSON.parse(source)).toEqual({ procedures: [procedure] })
    const path = file("trinh-tu.json", source)
    const taken = { procedures: [{ id: procedure.id, name: procedure.name, change: "replaced", steps: 3, timed: 1 }] }
    const previews = { "POST /dossiers/procedures/preview": { ...taken, tag: '"v7"' } }
    const loads = { ...previews, "POST /dossiers/procedures": { ...taken, knownFrom: procedureOrigin.knownFrom } }
    const { code: exit, out, sent } = await run(`procedures load ${path}`, loads)
    const post = { path: "/dossiers/procedures?file=trinh-tu.json", body: JSON.parse(source) }
    expect([exit, sent.slice(1)]).toEqual([0, [post]])
    expect(out).toContain("huyen-2022: thay bản đang có · 3 bước, 1 có thời hạn\nĐã nạp")
    const dry = await run(`procedures load ${path} --dry-run`, previews)
    expect(dry.sent).toMatchObject([{ path: "/dossiers/procedures/preview?file=trinh-tu.json" }])
    expect(dry.out).toContain("chưa ghi gì (--dry-run)")
    expect(dry.out).toContain("--seen v7")
    const errors = [
      { path: "procedures[0].steps[0].after[0]", message: "không có bước", messageEn: "there is no step" }
    ]
    const type = "urn:ntm:problem:procedures-refused"
    const refused = { type, title: "Không nạp được", titleEn: "Cannot be loaded", status: 422, errors }
    const told = await run(`procedures load ${path}`, {}, refused)
    expect(told.code).toBe(2)
    expect(told.err).toContain(`${path}: Không nạp được`)
    expect(told.err).toContain("- procedures[0].steps[0].after[0]: không có bước · there is no step")
  })
})

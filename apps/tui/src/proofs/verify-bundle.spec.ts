import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { weekendsOff } from "@ntm/domain/assignments"
import { bundleText, dossierBundle } from "@ntm/domain/dossiers"
import { Day } from "@ntm/domain/values"
import { afterAll, describe, expect, it } from "vitest"
import { dossierStanding } from "../testing/dossiers-sample.ts"
import { verifyFiles } from "./verify.ts"

const folder = mkdtempSync(join(tmpdir(), "ntm-bundle-"))
afterAll(() => rmSync(folder, { recursive: true }))

const { dossier, events, procedure, unit } = dossierStanding
/** The dossier of the samples, whose set could not be judged. */
const bundle = bundleText(
  dossierBundle({
    dossier,
    unit,
    procedure,
    events,
    calendar: weekendsOff,
    day: Day.make("2025-06-20"),
    knownAt: null,
    facts: { assessment: null, overdueDebt: null },
    opening: { allowed: true, reasons: [], remarks: [] },
    tasks: new Map(),
    waiting: [],
    marginPercent: 5,
    stated: [],
    proof: null
  })
)

const verify = async (text: string, json = false) => {
  const file = join(folder, "goi.json")
  writeFileSync(file, text)
  let out = ""
  const output = { out: (more: string) => void (out += more), err: () => undefined, colour: false }
  const code = await verifyFiles({ operands: [file], options: {}, json, lang: "vi" }, output)
  return { code, out }
}

describe("ntm verify of the bundle of a dossier", () => {
  it("finds a true one right: whose it is, what came of its rehearsal, what was checked and what was not", async () => {
    const { code, out } = await verify(bundle)
    expect(code).toBe(0)
    expect(out).toMatch(
      /^ĐÚNG {2}.*goi\.json\n {2}Hồ sơ 3: huyện Vĩnh Bảo \(\d+\) · Huyện nông thôn mới nâng cao · 20\/06\/2025$/m
    )
    expect(out).toMatch(/^ {2}Thẩm định thử: sẽ bị trả lại, \d+ lý do$/m)
    expect(out).toMatch(/^ {2}Niêm phong: SHA-256 [\da-f]{64}$/m)
    expect(out).toContain("    ✓ thẩm định thử, chạy lại trên hồ sơ\n")
    expect(out).toContain("    – nội dung các tệp minh chứng")
  })

  it("tells where one was changed, also where it was only written anew", async () => {
    const changed = await verify(bundle.replace('"opinions":3', '"opinions":4'))
    expect(changed.code).toBe(1)
    expect(changed.out).toContain("KHÔNG KHỚP")
    const spaced = await verify(`${JSON.stringify(JSON.parse(bundle), null, 2)}\n`)
    expect([spaced.code, spaced.out]).toEqual([1, expect.stringContaining("tệp đã được ghi lại")])
  })

  it("says the same as JSON", async () => {
    const { files } = JSON.parse((await verify(bundle, true)).out)
    expect(files[0]).toMatchObject({ status: "right", dossier: 3, passes: false, verdict: null, disagreements: [] })
    expect(files[0].checked).not.toEqual([])
  })
})

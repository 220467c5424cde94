import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { runOn } from "../testing/asked-commands.ts"
import { exportActions } from "./export-command.ts"

const folder = mkdtempSync(join(tmpdir(), "ntm-exports-"))
afterAll(() => rmSync(folder, { recursive: true }))

const answers = {
  "/works/ocds/releases": '{"releases":[]}',
  "/works/ocds/records": '{"records":[]}',
  "/funding/iati": "<iati-activities/>",
  "/observations/sdmx/data": '{"data":{}}',
  "/observations/sdmx/structure": '{"meta":{}}'
}
const run = (...args: ReadonlyArray<string>) => runOn(["export", ...args], exportActions, answers)

describe("ntm export", () => {
  it("asks for each form in its own words and saves it byte by byte", async () => {
    const cases = [
      [
        "ocds-releases",
        ["--batch", "dot-1"],
        "/works/ocds/releases?as_of=2025-03-05&unit=31&batch=dot-1",
        '{"releases":[]}'
      ],
      ["ocds-records", [], "/works/ocds/records?as_of=2025-03-05&unit=31", '{"records":[]}'],
      ["iati", ["--tier", "district"], "/funding/iati?as_of=2025-03-05&unit=31&tier=district", "<iati-activities/>"],
      [
        "sdmx-data",
        ["--input", "roads"],
        "/observations/sdmx/data?as_of=2025-03-05&unit=31&input=roads",
        '{"data":{}}'
      ],
      [
        "sdmx-structure",
        ["--level", "district"],
        "/observations/sdmx/structure?as_of=2025-03-05&unit=31&level=district",
        '{"meta":{}}'
      ]
    ] as const
    for (const [form, options, question, content] of cases) {
      const file = join(folder, `${form}.txt`)
      const told = await run(form, file, "--unit", "31", "--as-of", "5/3/2025", ...options)
      expect([told.code, told.asked, told.err]).toEqual([0, [question], ""])
      expect(told.out).toContain(`Đã lưu ${file}`)
      expect(readFileSync(file, "utf8")).toBe(content)
    }
  })

  it("never writes over a file, and tells what a form does not take", async () => {
    const file = join(folder, "iati.txt")
    const again = await run("iati", file)
    expect([again.code, again.out]).toEqual([2, ""])
    expect(again.err).toContain("đã có tệp này")
    expect(readFileSync(file, "utf8")).toBe("<iati-activities/>")
    const stray = await run("iati", join(folder, "x"), "--batch", "dot-1")
    expect([stray.code, stray.asked]).toEqual([2, []])
    expect(stray.err).toContain("--batch không dùng với “export iati”.")
    expect((await run("sdmx", join(folder, "x"))).code).toBe(2)
  })
})

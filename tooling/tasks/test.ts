// npm test: builds, checks, and runs every spec: rules, store on real PostgreSQL, API, web, terminal, journeys.
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { findBrowser } from "./browser.ts"
import { runChecks } from "./checks.ts"
import { build, endWithParent, run, say } from "./steps.ts"

interface Tally {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly success: boolean
}

endWithParent()
await build("api", "web", "tui")
const checked = process.argv.includes("--no-check") || (await runChecks())

const browser = findBrowser()
if (browser === null && process.env["CI"] !== undefined) {
  say(
    "✗ CI phải có trình duyệt (chromium) để chạy phần kiểm thử web",
    "✗ CI must have a browser (chromium) for the web journeys"
  )
  process.exit(1)
}

const reports = mkdtempSync(join(tmpdir(), "ntm-test-"))
const report = join(reports, "report.json")
const filters = process.argv.slice(2).filter((argument) => argument !== "--no-check")
const code = await run(
  "vitest",
  [
    "run",
    "--config",
    "tooling/vitest.config.ts",
    // Said here, as a project does not take it from the workspace's configuration: left out, each suite had one worker. A third one gains nothing on two
    // cores: measured.
    "--maxWorkers=2",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...filters
  ],
  { env: { ...process.env, ...(browser === null ? {} : { NTM_BROWSER: browser }) } }
)
let tally: Tally
try {
  tally = JSON.parse(readFileSync(report, "utf8")) as Tally
} catch {
  say("✗ các bài kiểm thử không chạy hết", "✗ the specs did not run to the end")
  process.exit(1)
} finally {
  rmSync(reports, { recursive: true, force: true })
}
if (browser === null) {
  const line = "!".repeat(78)
  console.error(line)
  say(
    "ĐÃ BỎ QUA phần kiểm thử trên trình duyệt: không thấy Chromium hay Chrome trên máy (đặt NTM_BROWSER=đường dẫn)",
    "SKIPPED the browser journeys: no Chromium or Chrome on this machine (set NTM_BROWSER=path)"
  )
  console.error(line)
}
if (!checked) say("✗ kiểm mã nguồn không đạt (xem phần đầu)", "✗ the checks of the source failed (see above)")
console.log(`${tally.numPassedTests} passed, ${tally.numFailedTests} failed, ${tally.numPendingTests} skipped`)
process.exit(code === 0 && checked && tally.success ? 0 : 1)

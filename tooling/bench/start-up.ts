import { spawn } from "node:child_process"
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { root } from "../tasks/steps.ts"
import { median, printRow } from "./print.ts"
import { listening, PRODUCT } from "./product.ts"

/** Milliseconds from spawning a program to its end. */
const toEnd = (args: ReadonlyArray<string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const started = performance.now()
    spawn(process.execPath, args, { stdio: "ignore" })
      .on("error", reject)
      .on("exit", () => resolve(performance.now() - started))
  })

/** Milliseconds from spawning the product to its first healthy answer; then it is stopped and waited for. */
const toHealth = async (data: string): Promise<number> => {
  const started = performance.now()
  const { stop } = await listening(PRODUCT, "/api/v1/health", { NTM_DATA: data, DATABASE_URL: "" })
  const ms = performance.now() - started
  await stop()
  return ms
}

/** Start-up of the product and of the command, beside a bare Node process. */
export const benchStartUp = async (): Promise<void> => {
  const folders = Array.from({ length: 3 }, () => mkdtempSync(join(tmpdir(), "ntm-bench-")))
  try {
    // The database runs as an unprivileged account when the product is started by root: it must reach the folder.
    for (const folder of folders) chmodSync(folder, 0o755)
    const bare: Array<number> = []
    const help: Array<number> = []
    const audit: Array<number> = []
    const ntm = join(root, "apps/tui/dist/ntm.js")
    for (let round = 0; round < 7; round++) {
      bare.push(await toEnd(["-e", "0"]))
      help.push(await toEnd([ntm, "help"]))
      audit.push(await toEnd([ntm, "audit", join(root, "packages/reference/data/documents")]))
    }
    const cold: Array<number> = []
    const warm: Array<number> = []
    for (const folder of folders) cold.push(await toHealth(folder))
    for (const folder of folders) warm.push(await toHealth(folder))
    console.log("\nStart-up: medians, beside a Node process that does nothing")
    const base = median(bare)
    printRow("node, nothing (limit)", base, base, "")
    printRow("ntm help", median(help), base, "")
    printRow("ntm audit, four documents of the pilot", median(audit), base, "")
    printRow("server, warm: database and data are there", median(warm), base, "")
    printRow("server, cold: new database, pilot loaded", median(cold), base, "")
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}

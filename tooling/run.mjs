// The one way in for `npm start`, `npm test` and the rest, on any machine that has Node 20 and npm: finds or fetches
// Node 24 and pnpm 12, installs from the lockfile, then hands over to tooling/tasks/<task>.ts under Node 24.
// Plain JavaScript, since it runs before anything is installed. All it says goes to stderr: stdout is the task's.
import { spawn, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
  writeSync
} from "node:fs"
import { delimiter, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const box = join(root, ".toolchain")
const windows = process.platform === "win32"
const english = process.env.NTM_LANG === "en"
const say = (vi, en) => console.error(`[ntm] ${english ? en : vi}`)
const fail = (vi, en) => {
  say(vi, en)
  process.exit(1)
}

const [task, ...rest] = process.argv.slice(2)
const tasks = ["start", "test", "check", "ntm", "bench", "fuzz", "schemas", "sbom", "advisories", "dev"]
if (!tasks.includes(task))
  fail(
    `không có việc “${task ?? ""}”; các việc: ${tasks.join(", ")}`,
    `no task “${task ?? ""}”; tasks: ${tasks.join(", ")}`
  )

// One set-up at a time: a second `npm start` waits for the first to install and build. The lock names its holder, and
// a holder that no longer lives is passed over.
const lockFile = join(box, "setup.lock")
const alive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}
const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
const lock = () => {
  mkdirSync(box, { recursive: true })
  for (let told = false; ;) {
    try {
      const file = openSync(lockFile, "wx")
      writeSync(file, String(process.pid))
      closeSync(file)
      process.on("exit", unlock)
      return
    } catch (error) {
      if (error.code !== "EEXIST") throw error
      let holder = 0
      try {
        holder = Number(readFileSync(lockFile, "utf8"))
      } catch {
        continue
      }
      if (holder > 0 && !alive(holder)) {
        rmSync(lockFile, { force: true })
        continue
      }
      if (!told) say("một lần chạy khác đang chuẩn bị, xin chờ…", "another run is setting up, waiting…")
      told = true
      sleep(200)
    }
  }
}
const unlock = () => {
  try {
    if (readFileSync(lockFile, "utf8") === String(process.pid)) unlinkSync(lockFile)
  } catch {
    // already gone
  }
}

const output = (command, args) => {
  const ran = spawnSync(command, args, {
    encoding: "utf8",
    shell: windows,
    env: { ...process.env, pnpm_config_pm_on_fail: "ignore" }
  })
  return ran.status === 0 ? ran.stdout.trim() : ""
}
const run = (command, args, options) => {
  const ran = spawnSync(command, args, { stdio: ["ignore", 2, 2], shell: windows, ...options })
  if (ran.error) fail(String(ran.error), String(ran.error))
  return ran.signal ? 1 : ran.status
}

const fits = (version) => {
  const [major, minor] = version.replace(/^v/, "").split(".").map(Number)
  return (major === 24 && minor >= 15) || major >= 26
}

/** Folders to put on PATH so that `node` is Node 24 and `pnpm` is pnpm 12. */
const toolchain = () => {
  if (fits(process.version) && Number(output("pnpm", ["--version"]).split(".")[0]) >= 12) return []
  const from = join(root, "tooling", "toolchain")
  const wanted = readFileSync(join(from, "package-lock.json"), "utf8")
  const home = join(box, createHash("sha256").update(wanted).digest("hex").slice(0, 12))
  const bins = [
    join(home, "node_modules", ".bin"),
    join(home, "node_modules", "@pnpm", `exe.${process.platform}-${process.arch}`)
  ]
  const complete = () => existsSync(join(bins[0], "node")) && existsSync(join(bins[1], "pnpm"))
  if (complete()) return bins
  say(
    "đang lấy Node 24 và pnpm 12 về .toolchain (chỉ một lần)…",
    "fetching Node 24 and pnpm 12 into .toolchain (once)…"
  )
  const partial = `${home}.partial`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { recursive: true })
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(from, file), join(partial, file))
  const status = run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], { cwd: partial })
  // npm exits 0 when an optional package could not be downloaded: the files themselves are looked for below.
  rmSync(home, { recursive: true, force: true })
  if (status === 0) renameSync(partial, home)
  if (!complete()) {
    fail(
      "không lấy được Node 24 và pnpm 12 (mất mạng, hoặc hệ máy chưa có gói sẵn). Hãy cài Node từ 24.15 và pnpm 12 rồi chạy lại.",
      "Node 24 and pnpm 12 could not be fetched (no network, or a platform without packages). Install Node 24.15 or later and pnpm 12, then run again."
    )
  }
  return bins
}

const install = (env) => {
  const inputs = ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"]
  const hash = createHash("sha256").update(process.platform + process.arch)
  for (const file of inputs) hash.update(readFileSync(join(root, file)))
  const stamp = join(root, "node_modules", ".ntm-installed")
  const wanted = hash.digest("hex")
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return
  say("đang cài thư viện theo pnpm-lock.yaml…", "installing libraries from pnpm-lock.yaml…")
  const started = Date.now()
  const status = run("pnpm", ["install", "--frozen-lockfile", "--reporter=append-only"], { cwd: root, env })
  if (status !== 0) fail("cài thư viện không xong (xem dòng trên)", "installing libraries failed (see above)")
  writeFileSync(stamp, wanted)
  say(
    `đã cài thư viện sau ${Math.round((Date.now() - started) / 1000)} giây`,
    `libraries installed in ${Math.round((Date.now() - started) / 1000)} s`
  )
}

lock()
const bins = toolchain()
const env = {
  ...process.env,
  PATH: [...bins, join(root, "node_modules", ".bin"), process.env.PATH || ""].join(delimiter),
  pnpm_config_pm_on_fail: "ignore",
  TURBO_TELEMETRY_DISABLED: "1",
  NTM_SETUP_LOCK: lockFile
}
install(env)
const node = bins.length === 0 ? process.execPath : join(bins[0], windows ? "node.exe" : "node")
// Set-up goes on inside the task (building): the lock is handed over to it with its own process id.
const child = spawn(node, [join(root, "tooling", "tasks", `${task}.ts`), ...rest], { cwd: root, env, stdio: "inherit" })
writeFileSync(lockFile, String(child.pid))
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
// npm does not pass a SIGTERM on: when it is gone, what it started ends too.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) child.kill("SIGTERM")
}, 500).unref()
child.on("error", (error) => fail(String(error), String(error)))
child.on("exit", (code, signal) => process.exit(signal ? 1 : code))

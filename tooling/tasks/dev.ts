// npm run dev: the API restarted on every change, the web app with hot reload on http://127.0.0.1:4110.
import { spawn } from "node:child_process"
import { endWithParent, root, say, setUpDone } from "./steps.ts"

setUpDone()
endWithParent()
say(
  "web: http://127.0.0.1:4110 · API: http://127.0.0.1:4100 (Ctrl-C để dừng)",
  "web: http://127.0.0.1:4110 · API: http://127.0.0.1:4100 (Ctrl-C to stop)"
)
const children = [
  spawn(process.execPath, ["--watch", "apps/api/src/main.ts"], { cwd: root, stdio: "inherit" }),
  spawn("vite", ["apps/web", "--clearScreen=false"], { cwd: root, stdio: "inherit" })
]
const stop = (): void => {
  for (const child of children) child.kill("SIGTERM")
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop)
for (const child of children) child.on("exit", stop)

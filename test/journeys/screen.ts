import { spawn } from "@lydell/node-pty"
import xterm from "@xterm/headless"
import { inject, onTestFinished } from "vitest"
import { programs } from "../product/files.ts"
import { until } from "../product/until.ts"

/** What a person types; names for the keys that have no letter. */
export const keys = {
  enter: "\r",
  escape: "\u001b",
  up: "\u001b[A",
  down: "\u001b[B",
  tab: "\t",
  backspace: "\u007f"
} as const

/** The terminal program in a pseudo-terminal, with a terminal of ours that draws what it writes. */
export interface Screen {
  /** The lines as they are seen now, without blanks at their ends. */
  readonly lines: () => ReadonlyArray<string>
  readonly text: () => string
  readonly type: (text: string) => void
  readonly resize: (columns: number, rows: number) => void
  /** Waits until the screen shows `wanted` and none of `unwanted`; resolves with its text. */
  readonly shows: (wanted: string | RegExp, unwanted?: string | RegExp) => Promise<string>
  /** Waits until `holds` is true of the screen's lines. */
  readonly settles: (what: string, holds: (lines: ReadonlyArray<string>) => boolean) => Promise<true>
  readonly alternate: () => boolean
  readonly cursorHidden: () => boolean
  readonly ended: Promise<{ readonly code: number; readonly signal: number | undefined }>
}

const has = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === "string" ? text.includes(wanted) : wanted.test(text)

/** Opens `ntm` with these arguments in a window of `columns` by `rows`; it is closed when the running test is over. */
export const openScreen = (
  args: ReadonlyArray<string>,
  {
    columns = 120,
    rows = 36,
    env = {}
  }: { readonly columns?: number; readonly rows?: number; readonly env?: Readonly<Record<string, string>> } = {}
): Screen => {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true })
  const pty = spawn(process.execPath, [programs.ntm, ...args], {
    name: "xterm-256color",
    cols: columns,
    rows,
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: process.env["HOME"] ?? "",
      TERM: "xterm-256color",
      LANG: "C.UTF-8",
      // On the machine of the data nobody has to sign in: the key that lies there is its owner's.
      NTM_DATA: inject("folder"),
      ...env
    }
  })
  let hidden = false
  // Between the two marks of a synchronised frame a terminal still shows the one before: half a frame is seen by nobody.
  let drawing = false
  const mode = (final: string, set: boolean) =>
    terminal.parser.registerCsiHandler({ prefix: "?", final }, (parameters) => {
      if (parameters.includes(25)) hidden = !set
      if (parameters.includes(2026)) drawing = set
      return false
    })
  mode("h", true)
  mode("l", false)
  pty.onData((data) => terminal.write(data))
  // A program may ask its terminal where the cursor is.
  terminal.onData((answer) => pty.write(answer))
  let over = false
  const ended = new Promise<{ readonly code: number; readonly signal: number | undefined }>((resolve) =>
    pty.onExit(({ exitCode, signal }) => {
      over = true
      // What it wrote last is drawn before anybody looks.
      terminal.write("", () => resolve({ code: exitCode, signal }))
    })
  )
  onTestFinished(async () => {
    if (!over) pty.kill("SIGKILL")
    await ended
    terminal.dispose()
  })
  const lines = () =>
    Array.from({ length: terminal.rows }, (_, row) =>
      (terminal.buffer.active.getLine(terminal.buffer.active.viewportY + row)?.translateToString(true) ?? "").trimEnd()
    )
  const text = () => lines().join("\n")
  return {
    lines,
    text,
    type: (typed) => pty.write(typed),
    resize: (wide, high) => {
      terminal.resize(wide, high)
      pty.resize(wide, high)
    },
    shows: (wanted, unwanted) =>
      until(
        `a screen with ${wanted}${unwanted === undefined ? "" : ` and without ${unwanted}`}`,
        () => {
          if (drawing) return undefined
          const now = text()
          return has(now, wanted) && (unwanted === undefined || !has(now, unwanted)) ? now : undefined
        },
        { seen: text }
      ),
    settles: (what, holds) => until(what, () => !drawing && holds(lines()), { seen: text }),
    alternate: () => terminal.buffer.active.type === "alternate",
    cursorHidden: () => hidden,
    ended
  }
}

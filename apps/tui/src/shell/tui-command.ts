import { both } from "../language/lang.ts"
import { exit, type RunCommand } from "./output.ts"

const noTerminal = both(
  "Chương trình này cần một cửa sổ dòng lệnh (TTY); đầu vào hoặc đầu ra đang nối với tệp hay ống dẫn. Dùng “ntm audit” để chạy không cần màn hình.",
  "This program needs a terminal (TTY); its input or output is a file or a pipe. “ntm audit” runs without a screen."
)

/** `ntm`, `ntm tui`: the terminal program. Ink and React are loaded only once there is a terminal to draw on. */
export const runTui: RunCommand = async (request, output) => {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    output.err(`${noTerminal.vi}\n${noTerminal.en}\n`)
    return exit.misuse
  }
  const { openScreen } = await import("./open-screen.tsx")
  await openScreen(request, output.colour)
  return exit.done
}

import { makeClient } from "@ntm/contract"
import { render } from "ink"
import { both } from "../language/lang.ts"
import { App } from "./app.tsx"
import { exit, type RunCommand } from "./output.ts"

const noTerminal = both(
  "Chương trình này cần một cửa sổ dòng lệnh (TTY); đầu vào hoặc đầu ra đang nối với tệp hay ống dẫn. Dùng “ntm audit” để chạy không cần màn hình.",
  "This program needs a terminal (TTY); its input or output is a file or a pipe. “ntm audit” runs without a screen."
)

/** `ntm`, `ntm tui`: the terminal program, on the alternate screen until it is quit. */
export const runTui: RunCommand = async ({ lang, server }, output) => {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    output.err(`${noTerminal.vi}\n${noTerminal.en}\n`)
    return exit.misuse
  }
  const client = makeClient(fetch, server)
  const app = render(<App client={client} server={server} lang={lang} colour={output.colour} />, {
    alternateScreen: true,
    // A CI variable in the environment must not blind a person's terminal.
    interactive: true,
    incrementalRendering: true,
    patchConsole: false
  })
  await app.waitUntilExit()
  return exit.done
}

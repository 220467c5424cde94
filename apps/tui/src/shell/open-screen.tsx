import { makeClient } from "@ntm/contract"
import { render } from "ink"
import { App } from "./app.tsx"
import type { Request } from "./output.ts"

/** Shows the program on the alternate screen until it is quit. The terminal must be one. */
export const openScreen = async ({ lang, server }: Request, colour: boolean): Promise<void> => {
  const client = makeClient(fetch, server)
  const app = render(<App client={client} server={server} lang={lang} colour={colour} />, {
    alternateScreen: true,
    // A CI variable in the environment must not blind a person's terminal.
    interactive: true,
    incrementalRendering: true,
    patchConsole: false
  })
  await app.waitUntilExit()
}

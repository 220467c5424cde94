import manifest from "../../package.json" with { type: "json" }
import { exit, type RunCommand } from "./output.ts"

/** `ntm version`. */
export const runVersion: RunCommand = async (_request, output) => {
  output.out(`ntm ${manifest.version}\n`)
  return exit.done
}

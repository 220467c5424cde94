import { helpText } from "./help.ts"
import { exit, type RunCommand } from "./output.ts"

/** `ntm help [command]`. */
export const runHelp: RunCommand = async (request, output) => {
  output.out(helpText(request.operands[0], request.lang))
  return exit.done
}

// node tooling/run.mjs schemas: writes down what the types of the contract and of the routes say of answers and errors.
import { checkAnswers, writeAnswers } from "../schemas/written.ts"
import { endWithParent, root, say, setUpDone } from "./steps.ts"

setUpDone()
endWithParent()
if (process.argv.includes("--check")) {
  const { ok, output } = checkAnswers(root)
  if (!ok) console.error(output)
  process.exit(ok ? 0 : 1)
}
const changed = writeAnswers(root)
say(changed ? "đã ghi lại" : "không có gì thay đổi", changed ? "written" : "nothing changed")

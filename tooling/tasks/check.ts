// npm run check: everything that can be said about the code without running it.
import { runChecks } from "./checks.ts"
import { endWithParent, setUpDone } from "./steps.ts"

setUpDone()
endWithParent()
process.exit((await runChecks()) ? 0 : 1)

// npm run ntm -- …: builds what changed, then becomes the `ntm` command, in the folder where it was called.
import { join } from "node:path"
import { build, root } from "./steps.ts"

await build("tui")
process.chdir(process.env["INIT_CWD"] ?? root)
const program = join(root, "apps/tui/dist/ntm.js")
process.argv.splice(1, 1, program)
await import(program)

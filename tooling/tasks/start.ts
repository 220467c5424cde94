// npm start: builds what changed, then becomes the server.
import { join } from "node:path"
import { build, endWithParent, root } from "./steps.ts"

await build("api", "web")
endWithParent()
const program = join(root, "apps/api/dist/main.js")
process.argv.splice(1, 1, program)
await import(program)

import { start } from "../postgres/start.ts"
import { stop } from "../postgres/stop.ts"
import { urlOf } from "../postgres/answers.ts"

/**
 * A program that starts or joins the database of a data folder, says so in one line of JSON, and holds it until its input ends
 * or it is killed. For specs that need other processes.
 */
const [dataDirectory = "", packageRoot] = process.argv.slice(2)
const held = await start({
  dataDirectory,
  durable: true,
  packageRoot,
  say: (message) => process.stderr.write(`${message}\n`)
})
process.stdout.write(
  `${JSON.stringify({ url: urlOf(held.port, held.password), pid: held.pid, joined: held.joined })}\n`
)
for await (const _ of process.stdin) continue
await stop(held)

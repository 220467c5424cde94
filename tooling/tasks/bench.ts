// npm run bench: speed, each beside a peer or a limit measured in the same run, as a ratio. `npm run bench -- http works`: these alone.
import type { National } from "../bench/national.ts"
import { build, endWithParent, say } from "./steps.ts"

/** One kind of speed; what takes the registers of the whole country gets them in a database of its own. */
type Bench = () => Promise<void>

const national =
  (load: () => Promise<(national: National) => Promise<void>>): Bench =>
  async () => {
    const { onNational } = await import("../bench/national.ts")
    await onNational(await load())
  }

const benches: Readonly<Record<string, Bench>> = {
  audit: async () => (await import("../bench/audit.ts")).benchAudit(),
  "start-up": async () => (await import("../bench/start-up.ts")).benchStartUp(),
  search: async () => (await import("../bench/search.ts")).benchSearch(),
  assess: async () => (await import("../bench/assess.ts")).benchAssess(),
  http: async () => (await import("../bench/http.ts")).benchHttp(),
  tree: national(async () => (await import("../bench/tree.ts")).benchTree),
  works: national(async () => (await import("../bench/works.ts")).benchWorks),
  funding: national(async () => (await import("../bench/funding.ts")).benchFunding),
  reorganise: national(async () => (await import("../bench/reorganise.ts")).benchReorganise),
  observations: national(async () => (await import("../bench/observations.ts")).benchObservations),
  changes: national(async () => (await import("../bench/changes.ts")).benchChanges),
  differences: national(async () => (await import("../bench/differences.ts")).benchDifferences),
  verdicts: national(async () => (await import("../bench/verdicts.ts")).benchVerdicts)
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  const names = Object.keys(benches).join(", ")
  say(`không có phép đo ${unknown.join(", ")}; có: ${names}`, `no bench ${unknown.join(", ")}; there are: ${names}`)
  process.exit(2)
}
await build("api", "web", "tui")
endWithParent()
for (const [name, bench] of Object.entries(benches)) if (asked.length === 0 || asked.includes(name)) await bench()

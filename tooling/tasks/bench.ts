// npm run bench: speed, each beside a peer or a limit measured in the same run, as a ratio.
import { build, endWithParent } from "./steps.ts"

await build("api", "web", "tui")
endWithParent()
const { benchAudit } = await import("../bench/audit.ts")
const { benchStartUp } = await import("../bench/start-up.ts")
const { benchSearch } = await import("../bench/search.ts")
const { onNational } = await import("../bench/national.ts")
const { benchReorganise } = await import("../bench/reorganise.ts")
const { benchObservations } = await import("../bench/observations.ts")
const { benchTree } = await import("../bench/tree.ts")
await benchAudit()
await benchStartUp()
await benchSearch()
await onNational(benchTree)
await onNational(benchReorganise)
await onNational(benchObservations)

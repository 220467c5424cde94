// npm run sbom: every library with its version, licence and hash, as CycloneDX. `npm run sbom -- --out ntm.cdx.json --prod`: to a file, of what runs alone.
import { endWithParent, run, setUpDone } from "./steps.ts"

setUpDone()
endWithParent()
process.exit(
  await run("pnpm", ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", ...process.argv.slice(2)])
)

// npm start: builds what changed, then becomes the server.
import { build, endWithParent } from "./steps.ts"

await build("api", "web")
endWithParent()
await import("../../apps/api/dist/main.js")

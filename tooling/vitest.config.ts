import { join } from "node:path"
import { defineConfig } from "vitest/config"

/** All specs of the workspace in one run; each package keeps its own environment. */
export default defineConfig({
  root: join(import.meta.dirname, ".."),
  test: {
    projects: ["packages/*", "apps/*", "test"],
    // The suites that start PostgreSQL, a browser or the product are many: two cores carry two of them.
    maxWorkers: 2
  }
})

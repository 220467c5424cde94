import { join } from "node:path"
import { defineConfig } from "vitest/config"

/**
 * All specs of the workspace in one run; each package keeps its own environment.
 *
 * Suites of packages and apps are not isolated file by file (`isolate: false`): nothing of theirs changes a module, and evaluating effect and the
 * registers anew for each of some 300 files took longer than the specs. Journeys are.
 */
export default defineConfig({
  root: join(import.meta.dirname, ".."),
  test: {
    projects: ["packages/*", "apps/*", "test"],
    // The suites that start PostgreSQL, a browser or the product are many: they wait for each other more than they count, so two cores carry three.
    maxWorkers: 3
  }
})

import { join } from "node:path"
import { defineConfig } from "vitest/config"

/**
 * All specs of the workspace in one run; each package keeps its own environment.
 *
 * Suites without a database or a process (domain, exchange, terminal, web) are not isolated file by file (`isolate: false`): nothing of theirs changes
 * a module, and evaluating effect anew for each of their files took longer than the specs. They run in one worker then, so the long suites stay isolated.
 */
export default defineConfig({
  root: join(import.meta.dirname, ".."),
  test: {
    projects: ["packages/*", "apps/*", "test"],
    // The suites that start PostgreSQL, a browser or the product are many: they wait for each other more than they count, so two cores carry three.
    maxWorkers: 3
  }
})

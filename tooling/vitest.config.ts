import { join } from "node:path"
import { defineConfig } from "vitest/config"

/**
 * All specs of the workspace in one run; each package keeps its own environment.
 *
 * Suites without a database or a process (domain, exchange, terminal, web) are not isolated file by file (`isolate: false`): nothing of theirs changes
 * a module, and evaluating effect anew for each of their files took longer than the specs. The long suites stay isolated.
 */
export default defineConfig({
  root: join(import.meta.dirname, ".."),
  test: {
    projects: ["packages/*", "apps/*", "test"]
  }
})

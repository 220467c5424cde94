import { defineConfig } from "vitest/config"

/** Journeys through the built product, and the rules of the workspace itself. `npm test` builds first. */
export default defineConfig({
  test: {
    name: "test",
    include: ["journeys/**/*.spec.ts", "architecture/**/*.spec.ts"],
    globalSetup: "product/instance.ts",
    // A browser, a server and a terminal mostly wait for each other: two files at once suit two cores. After all other suites.
    maxWorkers: 2,
    sequence: { groupOrder: 1 },
    // A first start loads the pilot province; on two busy cores that takes its time.
    testTimeout: 90_000,
    hookTimeout: 90_000
  }
})

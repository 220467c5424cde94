import { defineConfig } from "vitest/config"

/** Journeys through the built product, and the rules of the workspace itself. `npm test` builds first. */
export default defineConfig({
  test: {
    name: "test",
    isolate: false,
    include: ["journeys/**/*.spec.ts", "architecture/**/*.spec.ts"],
    globalSetup: "product/instance.ts",
    // After all other suites.
    sequence: { groupOrder: 1 },
    // A first start loads the pilot province; on two busy cores that takes its time.
    testTimeout: 90_000,
    hookTimeout: 90_000
  }
})

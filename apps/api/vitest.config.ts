import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    name: "api",
    isolate: false,
    include: ["src/**/*.spec.ts"],
    globalSetup: "../../packages/exchange/src/open/testing/setup.ts",
    // Specs of the pilot read all reference data and load a database: seconds, and more where two run at once.
    testTimeout: 60_000,
    hookTimeout: 60_000
  }
})

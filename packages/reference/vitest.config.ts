import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    name: "reference",
    isolate: false,
    include: ["src/**/*.spec.ts"],
    // The whole of the reference data is read, and the pilot's works are drawn, by several specs.
    testTimeout: 60_000,
    hookTimeout: 60_000
  }
})

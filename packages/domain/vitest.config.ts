import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["src/**/*.spec.ts"],
    isolate: false,
    setupFiles: ["../../tooling/config/fast-check.ts"],
    // Laws on the real registers take seconds where two suites run at once.
    testTimeout: 30_000
  }
})

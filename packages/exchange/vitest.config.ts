import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["src/**/*.spec.ts"],
    setupFiles: ["../../tooling/config/fast-check.ts"],
    globalSetup: "src/open/testing/setup.ts",
    isolate: false
  }
})

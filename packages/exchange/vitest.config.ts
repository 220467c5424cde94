import { defineConfig } from "vitest/config"

export default defineConfig({
  test: { include: ["src/**/*.spec.ts"], setupFiles: ["../../tooling/config/fast-check.ts"], isolate: false }
})

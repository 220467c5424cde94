import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    name: "store",
    isolate: false,
    include: ["src/**/*.spec.ts"],
    // A first start makes a cluster (a second); a server that must end has 17 s for it.
    testTimeout: 40_000,
    hookTimeout: 40_000
  }
})

import tailwindcss from "@tailwindcss/vite"
import solid from "vite-plugin-solid"
import { defineConfig } from "vitest/config"

export default defineConfig({
  plugins: [solid(), tailwindcss()],
  build: {
    target: ["chrome111", "firefox128", "safari16.4"],
    rolldownOptions: {
      // The workspace's own packages declare types, schemas and plain functions: what is not used may go.
      treeshake: { moduleSideEffects: (id) => !/\/packages\/(domain|contract)\/src\//.test(id) }
    }
  },
  server: { port: 4110, proxy: { "/api": { target: "http://127.0.0.1:4100" } } },
  test: {
    environment: "jsdom",
    setupFiles: ["./src/testing/setup.ts"],
    include: ["src/**/*.spec.{ts,tsx}"],
    isolate: false,
    css: false,
    // The router ships its components uncompiled.
    server: { deps: { inline: [/@solidjs\/router/] } }
  }
})

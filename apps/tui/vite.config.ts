import { defineConfig } from "vitest/config"

/**
 * `dist/ntm.js` and its chunks: everything but Node itself is inside, so it starts in one read and runs anywhere that
 * Node 24 does. React runs in its production form; Ink's link to the React developer tools is left out.
 */
export default defineConfig(({ command }) => ({
  ...(command === "build"
    ? {
        define: { "process.env.NODE_ENV": JSON.stringify("production"), "process.env.DEV": JSON.stringify("false") },
        ssr: { noExternal: true, external: ["react-devtools-core"] }
      }
    : {}),
  build: {
    ssr: true,
    target: "node24",
    minify: true,
    rolldownOptions: {
      input: "src/main.ts",
      output: { entryFileNames: "ntm.js", chunkFileNames: "chunks/[name]-[hash].js" }
    }
  },
  test: {
    environment: "node",
    include: ["src/**/*.spec.{ts,tsx}"],
    isolate: false,
    setupFiles: ["../../tooling/config/fast-check.ts"]
  }
}))

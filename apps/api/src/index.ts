export { type AppOptions, makeApp } from "./app.ts"

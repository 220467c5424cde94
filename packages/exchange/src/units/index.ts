export { type BoundariesRead, type KnownUnits, readBoundaries } from "./boundaries-file.ts"

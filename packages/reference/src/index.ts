export type { ReferenceDocument } from "./documents.ts"
export { loadReference, ownDataDirectory, type Reference } from "./load.ts"
export { pilot } from "./pilot.ts"
export { type Problem, ReferenceError } from "./problem.ts"

export { Assignment, DUE_SOON_DAYS, DueState } from "./assignment.ts"
export { Assignments } from "./assignments.ts"
export { dueStateOn } from "./due.ts"

export { Assignment, DUE_SOON_DAYS, DueState } from "./assignment.ts"
export { Assignments } from "./assignments.ts"
export { type AssignmentOnDay, dueStateOn } from "./due.ts"
export { type DueGroup, dueGroups, type GroupedAssignment, nextDue } from "./due-groups.ts"

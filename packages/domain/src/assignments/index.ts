export { unitsMeant } from "./addressees.ts"
export { Agencies } from "./agencies/agencies.ts"
export { Agency, AgencyId, AgencyKind, AgencyName, Passing } from "./agencies/agency.ts"
export type { AgencyDirectory } from "./agencies/directory.ts"
export type { AgencyMeant, Party, UnitsMeant, UnknownParty } from "./agencies/party.ts"
export { Assignment, DUE_SOON_DAYS, DueState } from "./assignment.ts"
export { Assignments } from "./assignments.ts"
export { CalendarDay, HolidayKey, WorkCalendar } from "./calendar/work-calendar.ts"
export { WorkCalendars } from "./calendar/work-calendars.ts"
export { ClosingCondition } from "./closing/condition.ts"
export type { ClosingFacts, ConditionOutcome } from "./closing/facts.ts"
export { type AssignmentOnDay, dueStateOn } from "./due.ts"
export { type DueGroup, dueGroups, type GroupedAssignment, nextDue } from "./due-groups.ts"
export { Duty, DutyDue, DutyRule } from "./duties/duty.ts"
export { assignmentHoldings, provinceOf, targetHoldings } from "./holdings.ts"
export {
  RecommendationEvent,
  RecommendationEventBody,
  RecommendationEventId,
  RecommendationKey,
  RecommendationRecording,
  RecommendationState
} from "./recommendations/event.ts"
export { Limitation } from "./recommendations/limitation.ts"
export { Contrast, FigureRef, Recommendation, RecommendedOption } from "./recommendations/recommendation.ts"
export { Recommendations } from "./recommendations/recommendations.ts"
export { RecommendationProblem, RecommendationProblemKind, RecommendationsRefused } from "./recommendations/refusal.ts"
export type { ContrastShown, RecommendationStanding } from "./recommendations/standing.ts"
export { TaskEvent, TaskEventBody, TaskEventId, TaskEventRecording, TaskState } from "./tasks/event.ts"
export type { HolderLoad } from "./tasks/load.ts"
export type { TaskPlan, TaskSources } from "./tasks/plan.ts"
export { TaskProblem, TaskProblemKind, TasksRefused } from "./tasks/refusal.ts"
export { type Extension, type Holder, type TaskStanding, Timeliness } from "./tasks/standing.ts"
export { TaskKey } from "./tasks/task-key.ts"
export type { Owner, Task, TaskUnit } from "./tasks/task.ts"
export { Dependency, Tasking } from "./tasks/tasking.ts"
export { type RecordedTaskEvents, Tasks, type TaskWriter } from "./tasks/tasks.ts"
export type { Timeline, TimelineFinding, TimelineStep, WaitingLink } from "./tasks/timeline.ts"

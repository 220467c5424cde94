export { unitsMeant } from "./addressees.ts"
export { Agencies } from "./agencies/agencies.ts"
export { Agency, AgencyId, AgencyKind, AgencyName, Passing } from "./agencies/agency.ts"
export { checkAgencies } from "./agencies/check-agencies.ts"
export {
  agencyCalled,
  type AgencyDirectory,
  agencyDirectory,
  agencyHolders,
  agencyNamed,
  agencyNameOn,
  membersOn
} from "./agencies/directory.ts"
export { partyOf, type Reading, unitHolders } from "./agencies/reading.ts"
export type { AgencyMeant, Party, UnitsMeant, UnknownParty } from "./agencies/party.ts"
export { Assignment, DUE_SOON_DAYS, DueState } from "./assignment.ts"
export { Assignments } from "./assignments.ts"
export { checkCalendar } from "./calendar/check-calendar.ts"
export { CalendarDay, HolidayKey, weekendsOff, WorkCalendar } from "./calendar/work-calendar.ts"
export {
  addWorkingDays,
  calendarDay,
  isWorkingDay,
  type Length,
  nextWorkingDay,
  periodEndsOn,
  workingDaysBetween
} from "./calendar/working-days.ts"
export { periodTold } from "./calendar/period-words.ts"
export { WorkCalendars } from "./calendar/work-calendars.ts"
export { ClosingCondition } from "./closing/condition.ts"
export { type ConditionAsked, evaluateCondition } from "./closing/evaluate.ts"
export type { ClosingFacts, ConditionOutcome } from "./closing/facts.ts"
export { type AssignmentOnDay, dueStateOn } from "./due.ts"
export { type DueGroup, dueGroups, type GroupedAssignment, nextDue } from "./due-groups.ts"
export type { DataProblem } from "./data-problem.ts"
export { Duty, DutyDue, DutyRule } from "./duties/duty.ts"
export { type DutyPeriod, dutyDueOn, dutyPeriods } from "./duties/periods.ts"
export { assignmentHoldings, provinceOf, targetHoldings } from "./holdings.ts"
export { type Letter, type LetterFailure, nextAttempt } from "./letters/letter.ts"
export { Letters, type LettersDelivered } from "./letters/letters.ts"
export {
  RecommendationEvent,
  RecommendationEventBody,
  RecommendationEventId,
  RecommendationKey,
  RecommendationRecording,
  RecommendationState
} from "./recommendations/event.ts"
export { type AskedRecommendation, askedRecommendations } from "./recommendations/asked.ts"
export { type CheckingRecommendations, checkRecommendationEvents } from "./recommendations/check-events.ts"
export { Limitation } from "./recommendations/limitation.ts"
export { Contrast, FigureRef, Recommendation, RecommendedOption } from "./recommendations/recommendation.ts"
export { recommendationNext } from "./recommendations/next.ts"
export { Recommendations } from "./recommendations/recommendations.ts"
export { RecommendationProblem, RecommendationProblemKind, RecommendationsRefused } from "./recommendations/refusal.ts"
export { type RecommendationsAsked, recommendationStandings } from "./recommendations/standings.ts"
export {
  type RecommendationActor,
  type RecommendationRule,
  recommendationStateWords,
  recommendationWorkflow
} from "./recommendations/workflow.ts"
export type { ContrastShown, RecommendationStanding } from "./recommendations/standing.ts"
export { type ActingAs, actingAs, isCalled } from "./tasks/acting.ts"
export { type AskedAlone, askedAlone } from "./tasks/asked-alone.ts"
export { type BookAsked, bookOn, type TaskBook } from "./tasks/book.ts"
export { type CheckingTasks, checkTaskEvents } from "./tasks/check-events.ts"
export { checkParties, type PrintedParties } from "./tasks/check-parties.ts"
export { checkTasking } from "./tasks/check-taskings.ts"
export { TaskEvent, TaskEventBody, TaskEventId, TaskEventRecording, TaskState } from "./tasks/event.ts"
export { historyOfTask } from "./tasks/history.ts"
export type { HolderLoad } from "./tasks/load.ts"
export { dueWithin, isOwed, loadOf, tasksOf } from "./tasks/load-of.ts"
export { tasksFor, tasksSeen } from "./tasks/tasks-for.ts"
export { holderId, holderName, holdersOf, ownersOf, unitWritten } from "./tasks/owners.ts"
export { type TaskNext, taskNext } from "./tasks/next.ts"
export { byLateness, byPressure } from "./tasks/order.ts"
export { planOf } from "./tasks/plan-of.ts"
export type { TaskPlan, TaskSources } from "./tasks/plan.ts"
export { TaskProblem, TaskProblemKind, TasksRefused } from "./tasks/refusal.ts"
export { type Extension, type Holder, type TaskStanding, Timeliness } from "./tasks/standing.ts"
export { TaskKey } from "./tasks/task-key.ts"
export type { Owner, Task, TaskUnit } from "./tasks/task.ts"
export { Dependency, Tasking } from "./tasks/tasking.ts"
export { type RecordedTaskEvents, Tasks, type TaskWriter } from "./tasks/tasks.ts"
export { timelineOf } from "./tasks/timeline-of.ts"
export type { Timeline, TimelineFinding, TimelineStep, WaitingLink } from "./tasks/timeline.ts"
export { waitingChain } from "./tasks/waiting.ts"
export { taskStateWords, timelinessWords } from "./tasks/words.ts"
export { type TaskActor, type TaskRule, taskWorkflow } from "./tasks/workflow.ts"

export { recommendationEventForm } from "./recommendation-event-form.ts"
export { taskEventForm } from "./task-event-form.ts"

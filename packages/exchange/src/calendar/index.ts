export { calendarText } from "./icalendar.ts"
export { taskCalendar } from "./tasks.ts"

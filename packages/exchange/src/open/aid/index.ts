export { activitiesHead, activitiesTail, activityTexts, leftOut, type Naming } from "./activities.ts"

export { activitiesHead, activitiesTail, activityTexts, type Naming } from "./activities.ts"
export { isToldStage, toldStages } from "./activity.ts"

export { activitiesHead, activitiesTail, activityTexts, isToldStage, type Naming, toldStages } from "./aid/index.ts"
export {
  type PackageHead,
  recordPackage,
  releasedWorks,
  releasePackage,
  type ReleaseSources
} from "./contracting/index.ts"
export type { AsOf } from "./publisher.ts"
export { type DataMessage, dataMessage, type StatisticsHead, structureMessage } from "./statistics/index.ts"

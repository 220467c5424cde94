export { type DataMessage, dataMessage } from "./data.ts"
export type { StatisticsHead } from "./message.ts"
export { structureMessage } from "./structure.ts"

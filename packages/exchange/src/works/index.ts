export { giftForm, landEventForm } from "./land-forms.ts"
export { reportForm } from "./report-form.ts"
export { type BatchFile, readBatchFile } from "./work-form.ts"

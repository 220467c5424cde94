export { dossierEventForm } from "./event-form.ts"
export { dossierOpeningForm } from "./opening-form.ts"
export { surveyForm } from "./survey-form.ts"

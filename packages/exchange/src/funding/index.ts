export { entryForm } from "./entry-form.ts"

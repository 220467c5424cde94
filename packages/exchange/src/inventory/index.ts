export { checkInventoryRows } from "./check-rows.ts"
export { itemEventForm } from "./item-event-form.ts"
export { itemForm } from "./item-form.ts"

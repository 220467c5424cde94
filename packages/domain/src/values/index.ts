export { Bilingual } from "./bilingual.ts"
export { Day } from "./day.ts"
export { Dong, MoneyUnit } from "./money.ts"

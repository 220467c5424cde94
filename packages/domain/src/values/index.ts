export { Bilingual, bothLanguages, quoted } from "./bilingual.ts"
export {
  addDays,
  compareDays,
  Day,
  dayAt,
  DayError,
  dayNumber,
  dayOf,
  dayOfWeek,
  daysBetween,
  daysInMonth,
  formatDay,
  isDay,
  parseDay
} from "./day.ts"
export { addDong, Dong, dong, sumDong } from "./dong.ts"
export { formProblems } from "./form-problems.ts"
export { formatMoment } from "./moment.ts"
export { formatMoney, parseMoney, type StatedMoney } from "./money.ts"
export { MoneyError } from "./money-error.ts"
export { MoneyUnit, moneyUnitExponent, moneyUnitOf } from "./money-unit.ts"
export { formatNumber, NumberError, parseVietnameseNumber, type ReadNumber, readAsDecimalPoint } from "./number.ts"
export { parsePeriod, PeriodError } from "./parse-period.ts"
export { formatPercent, largestRemainder, percentOf } from "./percent.ts"
export { formatPeriod, Period, periodEnd, periodStart, PeriodYear } from "./period.ts"
export { Moment, Provenance } from "./provenance.ts"
export { type ExactDecimal, exactDecimal, numberAt, powerOfTen, roundHalfUp } from "./rounding.ts"
export { listedProblems, problemLines, rowProblemFields } from "./row-problems.ts"
export { compareNumbered, compareVietnamese, foldVietnamese, matchesFolded } from "./text.ts"
export { writtenAside, type WrittenBy, writtenWords } from "./written.ts"

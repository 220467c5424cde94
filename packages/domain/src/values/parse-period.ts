import { Result, Schema } from "effect"
import { type Bilingual, bothLanguages, quoted } from "./bilingual.ts"
import { parseDay } from "./day.ts"
import { FIRST_DAY, type Period, periodEnd, periodStart } from "./period.ts"
import { foldVietnamese } from "./text.ts"

/** Why a text is not a period: not written as one, not in the calendar (31/6, tháng 13), or an end before its start. */
export class PeriodError extends Schema.TaggedError<PeriodError>()("PeriodError", {
  reason: Schema.Literals(["form", "impossible", "order"]),
  text: Schema.String
}) {
  get sentence(): Bilingual {
    const text = quoted(this.text)
    switch (this.reason) {
      case "form":
        return {
          vi: `${text} không phải là mốc thời gian đọc được (viết như 05/3/2025, quý IV/2025, giai đoạn 2021-2025)`,
          en: `${text} is not a readable time (write 05/03/2025, quý IV/2025, giai đoạn 2021-2025)`
        }
      case "impossible":
        return { vi: `${text} không có trong lịch`, en: `${text} is not in the calendar` }
      case "order":
        return { vi: `${text} có điểm kết thúc trước điểm bắt đầu`, en: `${text} ends before it starts` }
    }
  }
  override get message() {
    return bothLanguages(this.sentence)
  }
}

/** No period takes more characters; a longer text is a paragraph, and not worth the search for separators. */
const LONGEST = 200

type Read = Result.Result<Period, PeriodError["reason"]>

const isYear = (year: number): boolean => year >= 1900 && year <= 2199
const quarters = { i: 1, "1": 1, ii: 2, "2": 2, iii: 3, "3": 3, iv: 4, "4": 4 } as const
const quarterOf = (text: string): 1 | 2 | 3 | 4 | undefined =>
  Object.entries(quarters).find(([written]) => written === text)?.[1]

/** One form: what it looks like, folded, and the period it means; `undefined` for one in no calendar. */
type Form = readonly [RegExp, (first: string, second: string) => Period | undefined]

const month = (monthText: string, yearText: string): Period | undefined => {
  const [number, year] = [Number(monthText), Number(yearText)]
  return number >= 1 && number <= 12 && isYear(year) ? { _tag: "Month", year, month: number } : undefined
}

const forms: ReadonlyArray<Form> = [
  [/^(?:thang |t ?)?(\d{1,2})(?: ?[/-] ?| nam )(\d{4})$/, month],
  [/^thang (\d{1,2}) (\d{4})$/, month],
  [/^(\d{4})-(\d{2})$/, (yearText, monthText) => month(monthText, yearText)],
  [
    /^(?:quy|q) ?([ivx]+|\d)(?: ?[/-] ?| nam | )(\d{4})$/,
    (quarterText, yearText) => {
      const [quarter, year] = [quarterOf(quarterText), Number(yearText)]
      return quarter !== undefined && isYear(year) ? { _tag: "Quarter", year, quarter } : undefined
    }
  ],
  [
    /^(?:0?6 thang|sau thang|nua) (dau|cuoi)(?: nam | ?\/ ?| )(\d{4})$/,
    (which, yearText) => {
      const year = Number(yearText)
      return isYear(year) ? { _tag: "Half", year, half: which === "dau" ? 1 : 2 } : undefined
    }
  ],
  [/^(?:ca )?(?:nam )?((?:19|20|21)\d{2})$/, (yearText) => ({ _tag: "Year", year: Number(yearText) })]
]

/** A day, month, quarter, half or year, without words of direction. */
const readSimple = (folded: string): Read => {
  const text = folded.replace(/^(?:trong|vao) /, "")
  const day = parseDay(text)
  if (Result.isSuccess(day)) return Result.succeed({ _tag: "Day", day: day.success })
  if (day.failure.reason === "impossible") return Result.fail("impossible")
  for (const [shape, meaning] of forms) {
    const match = shape.exec(text)
    if (match === null) continue
    const period = meaning(match[1] ?? "", match[2] ?? "")
    return period === undefined ? Result.fail("impossible") : Result.succeed(period)
  }
  return Result.fail("form")
}

/** Completes a start that leaves out what its end says: "16" or "16/6" before "25/6/2025", "thang 3" likewise. */
const completed = (start: string, end: string): string => {
  const year = /\d{4}$/.exec(end)?.[0]
  if (year === undefined || /\d{4}(?:-\d{2}){0,2}$/.test(start)) return start
  const endDay = parseDay(end)
  if (Result.isSuccess(endDay) && /^(?:ngay )?\d{1,2}$/.test(start))
    return `${start}/${endDay.success.slice(5, 7)}/${year}`
  return /[a-z] ?[\di]+v?$/.test(start) && !/\d[/.-]\d/.test(start)
    ? `${start} nam ${year}`
    : `${start.replace(/[.-]/g, "/")}/${year}`
}

const between = (start: Period, end: Period): Read => {
  if (start._tag === "Year" && end._tag === "Year") {
    return start.year <= end.year
      ? Result.succeed({ _tag: "Years", from: start.year, to: end.year })
      : Result.fail("order")
  }
  const [from, to] = [periodStart(start), periodEnd(end)]
  if (from === null || to === null) return Result.fail("form")
  return from <= to ? Result.succeed({ _tag: "Window", from, to }) : Result.fail("order")
}

/** Two ends: tried at every separator, because a hyphen also stands inside days and months. */
const readWindow = (folded: string): Read => {
  const text = folded.replace(/^(?:trong )?(?:giai doan|thoi ky) /, "").replace(/^tu (?:ngay )?/, "")
  let best: Read = Result.fail("form")
  const hyphens = text.split("-").length - 1
  for (const separator of text.matchAll(/ ?[-–—] ?| den (?:het )?/g)) {
    // "1-2-3-2025": which of several bare hyphens parts the ends cannot be told.
    if (separator[0] === "-" && hyphens > 1) continue
    const endText = text.slice(separator.index + separator[0].length)
    const end = readSimple(endText)
    const start = readSimple(completed(text.slice(0, separator.index), endText))
    if (Result.isSuccess(start) && Result.isSuccess(end)) return between(start.success, end.success)
    if ([start, end].every((side) => Result.isSuccess(side) || side.failure === "impossible"))
      best = Result.fail("impossible")
  }
  return best
}

const latest = "(?:(?:cham|muon) nhat )(?:la )?"
const directions: ReadonlyArray<readonly [RegExp, (inner: Period) => Period | undefined]> = [
  [
    new RegExp(`^(?:den |${latest})?truoc (?:ngay (?=\\d))?(.+)$`),
    (inner) => {
      const day = periodStart(inner)
      return day === null || day === FIRST_DAY ? undefined : { _tag: "Before", day }
    }
  ],
  [
    new RegExp(`^(?:${latest}(?:vao |den )?|den |toi |(?=het ))(?:het )?(.+)$`),
    (inner) => {
      const day = periodEnd(inner)
      return day === null ? undefined : { _tag: "Until", day }
    }
  ],
  [
    /^(?:ke )?tu (.+?)(?: tro di)?$/,
    (inner) => {
      const day = periodStart(inner)
      return day === null ? undefined : { _tag: "From", day }
    }
  ]
]

const readDirected = (folded: string): Read => {
  for (const [shape, meaning] of directions) {
    const inner = shape.exec(folded)?.[1]
    if (inner === undefined) continue
    return Result.flatMap(readSimple(inner), (period) => {
      const directed = meaning(period)
      return directed === undefined ? Result.fail("impossible") : Result.succeed(directed)
    })
  }
  return Result.fail("form")
}

/**
 * Reads a time as documents write it: "Quý IV/2025", "T11/2025", "6 tháng đầu năm 2025", "giai đoạn 2021-2025",
 * "trước 15/02/2025", "chậm nhất 30/6/2025", "từ 16/6/2025 đến 25/6/2025", "16/6 – 25/6/2025", "2025-06".
 *
 * **Details** "Trước X" ends on the day before X begins; "đến X", "đến hết X" and "chậm nhất X" include X to its last
 * day ("đến quý III/2025" is until 30/09/2025). Two years make a giai đoạn, other ends a window of days. Diacritics and
 * case do not matter. Fails with "form", with "impossible" (31/6, tháng 13, quý V) or with "order".
 * **Gotchas** A bare four-digit number is a year only from 1900 to 2199. Words without a date ("sớm", "kịp thời") fail.
 */
export const parsePeriod = (text: string): Result.Result<Period, PeriodError> => {
  if (text.length > LONGEST) return Result.fail(new PeriodError({ reason: "form", text: text.slice(0, LONGEST) }))
  const folded = foldVietnamese(text)
    .replace(/ ?\/ ?/g, "/")
    .replace(/^(?:hoan thanh|xong) /, "")
  let reason: PeriodError["reason"] = "form"
  for (const read of [readSimple, readDirected, readWindow]) {
    const period = read(folded)
    if (Result.isSuccess(period)) return Result.succeed(period.success)
    if (period.failure !== "form") {
      reason = period.failure
      break
    }
  }
  return Result.fail(new PeriodError({ reason, text }))
}

import type { Bilingual } from "../values/index.ts"
import { parseVietnameseNumber, readAsDecimalPoint } from "../values/index.ts"
import type { Cause } from "./cause.ts"
import type { MoneyCells } from "./cells.ts"
import { claimOf } from "./claim.ts"
import type { Report } from "./report.ts"
import { type FigureStatement, printNumber } from "./statement.ts"

/** The statement as it would read with another number. */
const reread = (statement: FigureStatement, value: number, decimals: number): FigureStatement => ({
  ...statement,
  value,
  decimals,
  claim: claimOf(value, decimals, statement.measure, null, null)
})

const commaForThousands: Bilingual = {
  vi: "Dấu phẩy là dấu thập phân nhưng ở đây dùng như dấu hàng nghìn",
  en: "A comma marks decimals, but here it is used between thousands"
}

const dotForDecimals: Bilingual = {
  vi: "Dấu chấm là dấu hàng nghìn nhưng ở đây dùng như dấu thập phân",
  en: "A dot marks thousands, but here it is used as a decimal point"
}

const misreading = (printed: string, value: number): Cause | null => {
  if (readAsDecimalPoint(printed)?.value !== value) return null
  return { kind: "separatorMisread", text: printed.includes(",") ? commaForThousands : dotForDecimals }
}

/** The number of a printed form: without the figure's own unit, where that was printed with it ("18.258 tỷ"). */
const numberIn = (printed: string, unit: string): string => {
  const text = printed.normalize("NFC").trim()
  const word = /^(.*\d)\s*([^\d\s].*)$/u.exec(text)
  const [, number = "", said = ""] = word ?? []
  return said !== "" && unit.normalize("NFC").toLowerCase().startsWith(said.toLowerCase()) ? number : text
}

/**
 * The printed form of a figure against the value that it is taken to have.
 *
 * **Details** In Vietnamese a dot marks thousands: "18.258 tỷ" reads as eighteen thousand tỷ, also where eighteen is
 * meant. A finding names up to three cells of the tables that print the same amount, so that the reader sees which is
 * right. A printed form that is no number by Vietnamese rules ("4.3") is read as the value and is no finding.
 */
export const checkPrintedForm = (report: Report, statement: FigureStatement, cells: MoneyCells): void => {
  if (statement.figure.printed === null) return
  const printed = numberIn(statement.figure.printed, statement.unit)
  const strict = parseVietnameseNumber(printed)
  if (strict._tag === "Failure") return report.undecided()
  const { value, decimals } = strict.success
  if (value === statement.value) return report.holds()
  const against = statement.measure.dimension === "money" ? cells(statement.claim, 3) : []
  const meant = printNumber(statement.value, statement.decimals, statement.unit)
  const says = `${printed} ${statement.unit}`.trim()
  const [cell] = against
  const elsewhere = cell === undefined ? null : printNumber(cell.value, cell.decimals, cell.unit)
  const { label } = statement.figure
  report.doubt({
    kind: "printedForm",
    severity: "error",
    stated: reread(statement, value, decimals),
    against,
    expected: statement.claim.mid,
    cause: misreading(printed, statement.value),
    message: {
      vi: `${label}: in “${says}”, trong khi giá trị là ${meant}${elsewhere === null ? "" : ` (bảng in ${elsewhere})`}`,
      en: `${label}: printed as “${says}”, while the value is ${meant}${elsewhere === null ? "" : ` (the table prints ${elsewhere})`}`
    }
  })
}

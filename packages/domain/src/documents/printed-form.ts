import { parseVietnameseNumber, readAsDecimalPoint } from "../values/index.ts"
import { agree, claimOf } from "./claim.ts"
import type { Report } from "./report.ts"
import { type FigureStatement, printNumber, type Statement } from "./statement.ts"
import { measureOf } from "./measure.ts"

/** The statement as it would read with another number. */
const reread = (statement: FigureStatement, value: number, decimals: number): FigureStatement => ({
  ...statement,
  value,
  decimals,
  claim: claimOf(value, decimals, statement.measure, null, null)
})

/**
 * The printed form of a figure against the value that it is taken to have.
 *
 * **Details** In Vietnamese a dot marks thousands: "18.258 tỷ" reads as eighteen thousand tỷ, also where eighteen is
 * meant. A finding names the cells of the tables that print the same amount, so that the reader sees which is right.
 * A printed form that is no number by Vietnamese rules ("4.3") is read as the value and is no finding.
 */
export const checkPrintedForm = (report: Report, statement: FigureStatement, cells: Iterable<Statement>): void => {
  const { printed } = statement.figure
  if (printed === null) return
  const strict = parseVietnameseNumber(printed)
  if (strict._tag === "Failure") return report.undecided()
  const { value, decimals } = strict.success
  if (value === statement.value) return report.holds()
  const dotted = readAsDecimalPoint(printed)
  const misread = dotted?.value === statement.value
  const same: Array<Statement> = []
  if (measureOf(statement.unit).dimension === "money") {
    for (const cell of cells) if (cell.value !== 0 && agree(cell.claim, statement.claim)) same.push(cell)
  }
  const stated = reread(statement, value, decimals)
  const meant = printNumber(statement.value, statement.decimals, statement.unit)
  const says = `${printed} ${statement.unit}`
  const [cell] = same
  const elsewhere = cell === undefined ? null : printNumber(cell.value, cell.decimals, cell.unit)
  report.doubt({
    kind: "printedForm",
    severity: "error",
    stated,
    against: same.slice(0, 3),
    expected: statement.claim.mid,
    cause: misread
      ? {
          kind: "separatorMisread",
          text: {
            vi: "Dấu chấm là dấu hàng nghìn nhưng ở đây dùng như dấu thập phân",
            en: "A dot marks thousands, but here it is used as a decimal point"
          }
        }
      : null,
    message: {
      vi: `${statement.figure.label}: in “${says}”, trong khi giá trị là ${meant}${elsewhere === null ? "" : ` (bảng in ${elsewhere})`}`,
      en: `${statement.figure.label}: printed as “${says}”, while the value is ${meant}${elsewhere === null ? "" : ` (the table prints ${elsewhere})`}`
    }
  })
}

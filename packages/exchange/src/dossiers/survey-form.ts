import { textCell, wholeCell } from "../files/cells.ts"
import type { RowForm } from "../files/rows-file.ts"

/** Results of a survey: a row for each content. */
export const surveyForm: RowForm = {
  moneyAt: [],
  columns: [
    { field: "content", headings: ["nội dung"], needed: true, read: textCell },
    { field: "asked", headings: ["số hỏi", "số phiếu phát ra"], needed: true, read: wholeCell },
    { field: "answered", headings: ["số trả lời", "số phiếu thu về"], needed: true, read: wholeCell },
    { field: "satisfied", headings: ["số hài lòng"], needed: true, read: wholeCell }
  ],
  row: (fields) => fields
}

import { Result } from "effect"
import { quoted } from "@ntm/domain/values"
import { type CellReader, textCell } from "../files/cells.ts"
import type { RowForm } from "../files/rows-file.ts"

/** An address to which letters can go, without a name beside it: no blank, one @ with something on both sides. */
export const isMailAddress = (text: string): boolean => /^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(text)

const addressCell: CellReader<string> = (text) =>
  isMailAddress(text)
    ? Result.succeed(text)
    : Result.fail({ vi: `${quoted(text)} không phải là địa chỉ thư`, en: `${quoted(text)} is not a mail address` })

/** Who gets the digest of which agency: a row for each address, an agency may have several. */
export const recipientForm: RowForm = {
  moneyAt: [],
  columns: [
    { field: "agency", headings: ["cơ quan", "mã cơ quan"], needed: true, read: textCell },
    { field: "address", headings: ["địa chỉ thư", "thư điện tử", "email"], needed: true, read: addressCell }
  ],
  row: ({ address, agency }) => ({ agency, address })
}

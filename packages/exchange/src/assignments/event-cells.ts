import { dayCell, textCell, yesCell } from "../files/cells.ts"
import type { Tell } from "../files/rows-file.ts"
import type { Fields, SheetColumn } from "../files/sheet.ts"

/** The day that an event is about, which every one has. */
export const dayColumn: SheetColumn = { field: "day", headings: ["ngày"], needed: true, read: dayCell }

/** What stands beside an event of any kind. */
export const besideColumns: ReadonlyArray<SheetColumn> = [
  { field: "document", headings: ["văn bản"], read: textCell },
  { field: "link", headings: ["liên kết minh chứng", "liên kết"], read: textCell, at: ["evidence"] },
  { field: "illustrative", headings: ["số minh họa", "minh họa"], read: yesCell }
]

export const beside = ({ document, illustrative, link }: Fields): object => ({
  document: document ?? null,
  evidence: link === undefined ? [] : [{ link, title: null }],
  illustrative: illustrative ?? false
})

/** Tells which columns a kind of event lacks, and which it does not have. `kind`: as people write it. */
export const tellColumns = (
  kind: string,
  { may, needs }: { readonly needs: ReadonlyArray<string>; readonly may: ReadonlyArray<string> },
  own: ReadonlyArray<string>,
  fields: Fields,
  tell: Tell
): void => {
  for (const field of own) {
    const given = fields[field] !== undefined
    if (!given && needs.includes(field)) tell(field, `việc “${kind}” cần cột này`, `“${kind}” needs this column`)
    if (given && !needs.includes(field) && !may.includes(field))
      tell(field, `không dùng với việc “${kind}”`, `does not go with “${kind}”`)
  }
}

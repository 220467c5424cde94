import type { AuditEntry } from "@ntm/contract"
import { nounWords } from "@ntm/domain/changes"
import { formatMoment } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"

const ops = {
  insert: both("ghi mới", "new"),
  update: both("sửa", "changed"),
  delete: both("bỏ", "removed"),
  truncate: both("xóa hết", "all removed"),
  opening: both("có từ trước", "there before")
} as const

const words = {
  program: both("hệ thống", "the program"),
  rows: both("dòng", "rows"),
  nothing: both("Chưa có thay đổi nào.", "Nothing was changed."),
  more: both("… và các đơn vị khác", "… and other units"),
  batch: both("số hiệu", "numbers")
} as const

const NONE = "–"

const entryLines = (entry: AuditEntry, lang: Lang): ReadonlyArray<string> => {
  const { changed, firstId, lastId, moment, noun, op, origin, person, rows, seq, unitCount, units } = entry
  const where = units.map(({ code, name }) => `${name} (${code})`).join(", ")
  const from = [origin?.question, origin?.address].filter((part) => part !== null && part !== undefined).join(" · ")
  return [
    `${seq}  ${formatMoment(moment)}  ${person?.name ?? say(words.program, lang)}  ${say(nounWords[noun], lang)}: ${say(ops[op], lang)}, ${rows} ${say(words.rows, lang)}`,
    ...(where === "" ? [] : [`   ${where}${unitCount > units.length ? ` ${say(words.more, lang)}` : ""}`]),
    ...(from === "" ? [] : [`   ${from}`]),
    ...(changed.length === 0 && firstId !== null ? [`   ${say(words.batch, lang)} ${firstId}–${lastId}`] : []),
    ...changed.flatMap((fields) =>
      fields.map(({ after, before, words: name }) =>
        op === "update"
          ? `   ${say(name, lang)}: ${before ?? NONE} → ${after ?? NONE}`
          : `   ${say(name, lang)}: ${after ?? before ?? NONE}`
      )
    )
  ]
}

export const auditLines = (entries: ReadonlyArray<AuditEntry>, lang: Lang): ReadonlyArray<string> =>
  entries.length === 0 ? [say(words.nothing, lang)] : entries.flatMap((entry) => [...entryLines(entry, lang), ""])

import type { SetVersion } from "@ntm/domain/criteria"
import { formatMoment } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import type { Answer } from "../units/asking.ts"
import { ROOM, table } from "../units/table.ts"
import type { SetsAsking } from "./sets-show.ts"

const own = {
  from: both("Được biết từ", "Known from"),
  until: both("Đến", "Until"),
  by: both("Từ đâu", "From whom"),
  size: both("Cỡ", "Size"),
  sizes: both("Cỡ: số tiêu chí/số chỉ tiêu", "Size: criteria/indicators"),
  now: both("nay", "now"),
  program: both("kèm chương trình", "with the program"),
  follows: both("đọc lại theo", "because of"),
  frame: both("! mới có khung, chưa dùng để đánh giá", "! a skeleton, nothing is judged by it"),
  shippedChanged: both(
    "Bản kèm chương trình nay khác lúc văn phòng nạp. Bản văn phòng nạp vẫn giữ; muốn dùng bản kèm chương trình thì nạp tệp của nó.",
    "The program has come with another body since the office loaded its own. The office's stays; load the program's file to return to it."
  )
} as const

const byText = ({ file, follows, programVersion, recordedBy }: SetVersion, lang: Lang): string =>
  [
    recordedBy === null ? `${say(own.program, lang)} ${programVersion ?? ""}`.trimEnd() : recordedBy.name,
    ...(follows === null ? [] : [`${say(own.follows, lang)} ${follows}`]),
    ...(file === null ? [] : [file])
  ].join(" · ")

/** `ntm sets versions ID`: everything that a set ever said, the newest first. */
export const listVersions = async ({ client, ids, lang, signal }: SetsAsking): Promise<Answer> => {
  const answer = await client.criteria.versions({ id: ids[0] ?? "" }, signal)
  const rows = answer.items.map((one) => [
    formatMoment(one.knownFrom),
    one.knownUntil === null ? say(own.now, lang) : formatMoment(one.knownUntil),
    `${one.criteria}/${one.indicators}${one.doNotEvaluate ? " !" : ""}`,
    byText(one, lang)
  ])
  const columns = [own.from, own.until, own.size, own.by].map((title) => ({ title: say(title, lang) }))
  return {
    json: answer,
    lines: [
      ...wrap(answer.items[0]?.name ?? "", ROOM),
      "",
      ...table(columns, rows),
      "",
      say(own.sizes, lang),
      ...(answer.items.some(({ doNotEvaluate }) => doNotEvaluate) ? [say(own.frame, lang)] : []),
      ...(answer.items.some(({ shippedChanged }) => shippedChanged)
        ? ["", ...wrap(say(own.shippedChanged, lang), ROOM)]
        : [])
    ]
  }
}

import { verdictWords } from "../criteria/index.ts"
import { type Bilingual, formatDay } from "../values/index.ts"
import { workWords } from "./alert-words.ts"
import type { Slip, WorkStanding } from "./standing.ts"

type Hold = Slip["holds"][number]

/** Of what a work holds back so many things are named; the rest is counted. */
const NAMED = 2

const lower = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`

const lineWords = ({ criterion, indicator, verdict }: Hold, title: Bilingual): Bilingual => {
  const said = { vi: lower(verdictWords[verdict].vi), en: lower(verdictWords[verdict].en) }
  return criterion === null
    ? {
        vi: `điều kiện ${indicator.code} (${lower(title.vi)}) ${said.vi}`,
        en: `condition ${indicator.code} (${lower(title.en)}): ${said.en}`
      }
    : {
        vi: `chỉ tiêu ${indicator.code} của tiêu chí ${criterion.name} (${lower(title.vi)}) ${said.vi}`,
        en: `indicator ${indicator.code} of the criterion ${criterion.name} (${lower(title.en)}): ${said.en}`
      }
}

const named = (words: ReadonlyArray<Bilingual>, vi: string, en: string): Bilingual => {
  const shown = words.slice(0, NAMED)
  const more = words.length - shown.length
  return {
    vi: `${shown.map((one) => one.vi).join("; ")}${more > 0 ? ` và ${more} ${vi}` : ""}`,
    en: `${shown.map((one) => one.en).join("; ")}${more > 0 ? ` and ${more} ${en}` : ""}`
  }
}

/** Each once, by what it says in Vietnamese. */
const distinct = (words: ReadonlyArray<Bilingual>): ReadonlyArray<Bilingual> => [
  ...new Map(words.map((one) => [one.vi, one])).values()
]

/** The way from a late work to the criterion, the recognition and the target, in one sentence. */
export const slipWords = (
  { daysBehind, expectedFinish, work }: Pick<WorkStanding, "daysBehind" | "expectedFinish" | "work">,
  holds: ReadonlyArray<Hold>,
  titleOf: (hold: Hold) => Bilingual
): Bilingual => {
  const { en, vi } = workWords(work)
  const lines = named(distinct(holds.map((hold) => lineWords(hold, titleOf(hold)))), "chỉ tiêu khác", "others")
  const titles = distinct(holds.flatMap(({ recognition }) => recognition ?? []))
  const targets = [
    ...new Map(holds.flatMap((hold) => hold.targets).map((one) => [`${one.document} ${one.id}`, one])).values()
  ]
  const missed = named(
    targets.map(({ by, text }) => ({
      vi: `chỉ tiêu năm ${by.slice(0, 4)} “${text}” hạn ${formatDay(by)} có nguy cơ lỡ`,
      en: `the target of ${by.slice(0, 4)} “${text}”, due on ${by}, may be missed`
    })),
    "chỉ tiêu kế hoạch khác",
    "other targets"
  )
  const waiting =
    titles.length === 0
      ? null
      : {
          vi: `hồ sơ đề nghị công nhận ${titles.map((one) => lower(one.vi)).join(", ")} phải chờ`,
          en: `the case for ${titles.map((one) => lower(one.en)).join(", ")} has to wait`
        }
  const parts = [lines, ...(waiting === null ? [] : [waiting]), ...(targets.length === 0 ? [] : [missed])]
  return {
    vi: `${vi} chậm ${daysBehind} ngày, dự kiến xong ${formatDay(expectedFinish)}: ${parts.map((one) => one.vi).join(", ")}`,
    en: `${en} is ${daysBehind} days late and expected on ${expectedFinish}: ${parts.map((one) => one.en).join(", ")}`
  }
}

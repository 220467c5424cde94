import type { Preflight } from "@ntm/contract"
import { tierWords } from "@ntm/domain/criteria"
import { type HoldingFate, HoldingKind, type HoldingOutcome, type Unit } from "@ntm/domain/units"
import { formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { tierShort } from "../assessments/assess-words.ts"
import { wrap } from "../parts/text.ts"
import { labelOf } from "./asking.ts"
import { ROOM } from "./table.ts"

const own = {
  nothing: both(
    "Không có số liệu, công nhận hay nhiệm vụ nào gắn với các đơn vị này.",
    "No facts, recognitions or assignments rest on these units."
  ),
  holdings: both("Những gì gắn với các đơn vị", "What rests on the units"),
  none: both("Không có", "None of"),
  decisions: both("Cần người quyết định", "A person has to decide"),
  tiers: both("Hạng sau sắp xếp", "Tiers afterwards"),
  provisional: both("tạm thời", "provisional"),
  decided: both("theo quyết định", "as decided"),
  restore: both("mất hạng, có kế hoạch khôi phục", "lost, with a plan to restore"),
  falls: both("Tiêu chí sẽ không còn đạt", "Criteria that would no longer be met"),
  notMet: both("không đạt", "not met"),
  noData: both("thiếu số liệu", "no data"),
  more: both("và {n} việc nữa", "and {n} more")
} as const

const kinds = {
  facts: both("Số liệu", "Facts"),
  recognition: both("Công nhận", "Recognitions"),
  target: both("Chỉ tiêu kế hoạch", "Targets"),
  funding: both("Nguồn vốn", "Funding"),
  work: both("Công trình", "Works"),
  item: both("Sổ theo dõi", "Registers"),
  assignment: both("Nhiệm vụ", "Assignments"),
  dossier: both("Hồ sơ công nhận", "Recognition dossiers"),
  scope: both("Phạm vi người dùng", "Users' scopes")
} as const satisfies Record<HoldingKind, unknown>

const fates = {
  stays: both("giữ nguyên", "stay"),
  follows: both("chuyển theo địa bàn", "follow the ground"),
  derived: both("suy ra, tạm thời", "derived, provisional"),
  shared: both("chung cho các đơn vị nhận", "shared by the takers"),
  decide: both("cần quyết định", "to be decided"),
  history: both("giữ để tra cứu", "kept to be looked up")
} as const satisfies Record<HoldingFate, unknown>

/** Decisions that are listed one by one; the rest is counted. */
const LISTED = 20

const countsOf = (holdings: ReadonlyArray<HoldingOutcome>, lang: Lang): ReadonlyArray<string> => {
  const resting = Map.groupBy(holdings, ({ kind }) => kind)
  const absent = HoldingKind.literals.filter((kind) => !resting.has(kind)).map((kind) => say(kinds[kind], lang))
  const counted = [...resting].map(([kind, all]) => {
    const told = [...Map.groupBy(all, ({ fate }) => fate)].map(([fate, group]) => {
      const count = group.reduce((sum, holding) => sum + holding.count, 0)
      return `${formatNumber(count)} ${say(fates[fate], lang)}`
    })
    return `  ${say(kinds[kind], lang)}: ${told.join(", ")}`
  })
  return absent.length === 0 ? counted : [...counted, `  ${say(own.none, lang)}: ${absent.join(", ").toLowerCase()}`]
}

const decisionsOf = (holdings: ReadonlyArray<HoldingOutcome>, names: ReadonlyMap<number, string>, lang: Lang) => {
  const open = holdings.filter(({ fate }) => fate === "decide")
  if (open.length === 0) return []
  const listed = open.slice(0, LISTED).map(({ because, label, unit }) => {
    const name = names.get(unit)
    return `  ${name === undefined ? "" : `${name}: `}${say(label, lang)} (${say(because, lang)})`
  })
  const left = open.length - listed.length
  const rest = left > 0 ? [`  ${say(own.more, lang).replace("{n}", formatNumber(left))}`] : []
  return ["", `${say(own.decisions, lang)}:`, ...listed, ...rest]
}

const tiersOf = ({ preview, recognitions }: Preflight, lang: Lang): ReadonlyArray<string> => {
  if (recognitions.length === 0) return []
  const levels = new Map(preview.effects.flatMap(({ after }) => (after === null ? [] : [[after.id, after.level]])))
  const counts = new Map<string, number>()
  for (const held of recognitions) {
    const level = levels.get(held.unit)
    if (level === undefined || held.kind === "revoked") continue
    const tier = held.kind === "toRestore" ? held.restore[0].tier : held.tier
    const how = held.kind === "toRestore" ? own.restore : held.kind === "decided" ? own.decided : own.provisional
    const key = `${say(tierWords(tier, level), lang)}, ${say(how, lang)}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return ["", `${say(own.tiers, lang)}:`, ...[...counts].map(([key, count]) => `  ${formatNumber(count)} · ${key}`)]
}

const fallsOf = ({ falls }: Preflight, names: ReadonlyMap<number, string>, lang: Lang): ReadonlyArray<string> => {
  if (falls.length === 0) return []
  const listed = falls.slice(0, LISTED).flatMap(({ criteria, tier, unit }) => {
    const numbers = (verdict: "notMet" | "noData") => {
      const some = criteria.filter((one) => one.verdict === verdict)
      return some.length === 0
        ? []
        : [`${say(own[verdict], lang)} ${some.map(({ name, no }) => `${no} ${name}`).join(", ")}`]
    }
    const name = names.get(unit) ?? `#${unit}`
    const text = `${name}, ${say(tierShort[tier], lang)}: ${[...numbers("notMet"), ...numbers("noData")].join("; ")}`
    return wrap(text, ROOM - 2).map((line) => `  ${line}`)
  })
  const left = falls.length - LISTED
  const rest = left > 0 ? [`  ${say(own.more, lang).replace("{n}", formatNumber(left))}`] : []
  return ["", `${say(own.falls, lang)}:`, ...listed, ...rest]
}

/** What an event makes of everything that rests on units: counted by kind, decisions one by one, tiers afterwards. */
export const preflightLines = (preflight: Preflight, lang: Lang): ReadonlyArray<string> => {
  const { holdings, preview } = preflight
  const units = preview.effects.flatMap(({ after, before }) => [before, after].filter((u): u is Unit => u !== null))
  const names = new Map<number, string>(units.map((unit) => [unit.id, labelOf(unit)]))
  const counted =
    holdings.length === 0 ? [say(own.nothing, lang)] : [`${say(own.holdings, lang)}:`, ...countsOf(holdings, lang)]
  return [
    "",
    ...counted,
    ...decisionsOf(holdings, names, lang),
    ...tiersOf(preflight, lang),
    ...fallsOf(preflight, names, lang)
  ]
}

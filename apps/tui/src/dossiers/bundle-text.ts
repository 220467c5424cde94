import type { BundleVerification } from "@ntm/domain/dossiers"
import { tierWords } from "@ntm/domain/criteria"
import { Schema } from "effect"
import { both, type Lang, say } from "../language/lang.ts"
import { dayText } from "../units/asking.ts"
import { unitName } from "./dossier-lines.ts"
import { dossiersWords, tierNames } from "./dossiers-words.ts"

type CheckedBundle = Extract<BundleVerification, { readonly _tag: "Checked" }>

const own = {
  passes: both("không có lý do trả lại", "no reason to send it back"),
  fails: both("sẽ bị trả lại", "would be sent back"),
  rehearsal: both("Thẩm định thử", "Rehearsal"),
  blocking: both("lý do", "reasons"),
  seal: both("Niêm phong", "Seal"),
  checked: both("Đã kiểm tra lại", "Checked again"),
  notChecked: both("Không kiểm tra được chỉ bằng tệp này", "Not told by this file alone")
} as const

/** What is told of a rehearsal here; whether it is the true one was checked with the bundle. */
const Told = Schema.Struct({
  passes: Schema.Boolean,
  findings: Schema.Array(Schema.Struct({ severity: Schema.Literals(["blocking", "question"]) }))
})
const isTold = Schema.is(Told)

/** Whose dossier a bundle is, what came of its rehearsal, and its seal. */
export const bundleLines = ({ bundle }: CheckedBundle, lang: Lang): ReadonlyArray<string> => {
  if (bundle === null) return []
  const { day, dossier, rehearsal, seal, unit } = bundle
  const tier = unit === null ? tierNames[dossier.tier] : tierWords(dossier.tier, unit.level)
  const head = `${say(dossiersWords.dossier, lang)} ${dossier.id}: ${unitName(unit)}${unit === null ? "" : ` (${unit.code})`}`
  const blocking = isTold(rehearsal) ? rehearsal.findings.filter(({ severity }) => severity === "blocking").length : 0
  const outcome =
    isTold(rehearsal) && rehearsal.passes
      ? say(own.passes, lang)
      : `${say(own.fails, lang)}, ${blocking} ${say(own.blocking, lang)}`
  return [
    `  ${head} · ${say(tier, lang)} · ${dayText(day)}`,
    `  ${say(own.rehearsal, lang)}: ${outcome}`,
    `  ${say(own.seal, lang)}: SHA-256 ${seal.hash}`
  ]
}

/** What was checked again, and what nobody can check by the file alone. */
export const bundleNotes = ({ checked, notChecked }: CheckedBundle, lang: Lang): ReadonlyArray<string> => [
  ...(checked.length === 0 ? [] : [`  ${say(own.checked, lang)}:`]),
  ...checked.map((one) => `    ✓ ${say(one, lang)}`),
  ...(notChecked.length === 0 ? [] : [`  ${say(own.notChecked, lang)}:`]),
  ...notChecked.map((one) => `    – ${say(one, lang)}`)
]

/** What JSON says of a bundle beside its proof. */
export const bundleJson = ({ bundle, checked, notChecked }: CheckedBundle): object => ({
  dossier: bundle?.dossier.id ?? null,
  bundleHash: bundle?.seal.hash ?? null,
  passes: isTold(bundle?.rehearsal) ? bundle.rehearsal.passes : null,
  checked,
  notChecked
})

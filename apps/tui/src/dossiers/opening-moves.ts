import type { Tier } from "@ntm/domain/criteria"
import type { Move } from "../desk/desk.ts"
import { choiceField, dayField, textField } from "../desk/form.ts"
import { both } from "../language/lang.ts"
import type { DossierPage, DossiersKind } from "./dossiers-kind.ts"

const own = {
  open: both("Mở hồ sơ", "Open a dossier"),
  openAnyway: both("Vẫn mở hồ sơ, nêu lý do", "Open a dossier all the same, and say why"),
  openedOn: both("Ngày mở", "Opened on"),
  asOf: both("Kết quả tính đến ngày", "Results as of"),
  set: both("Bộ tiêu chí", "Criteria set"),
  override: both("Lý do vẫn mở", "Why all the same"),
  document: both("Văn bản", "Document")
} as const

/** Opening the dossier that was checked; where the facts do not allow it, only with a reason, and not at all where no reason helps. */
export const openingMoves = (
  { answer: { check }, code, sets }: Extract<DossierPage, { readonly _tag: "Check" }>,
  tier: Tier,
  today: string
): ReadonlyArray<Move<DossiersKind>> => {
  const isPossible = check.allowed || check.reasons.every(({ overridable }) => overridable)
  return !isPossible || sets.length === 0
    ? []
    : [
        {
          key: "open",
          label: check.allowed ? own.open : own.openAnyway,
          fields: [
            dayField("openedOn", own.openedOn, { start: today }),
            choiceField(
              "set",
              own.set,
              sets.map(({ id, name }) => ({ key: id, label: both(name, name) }))
            ),
            dayField("asOf", own.asOf, { start: today }),
            ...(check.allowed ? [] : [textField("override", own.override)]),
            textField("document", own.document, { needed: false })
          ],
          send: ({ text }) => ({
            _tag: "Open",
            row: {
              unit: code,
              tier,
              criteriaSet: text("set"),
              asOf: text("asOf"),
              openedOn: text("openedOn"),
              override: text("override"),
              document: text("document")
            }
          })
        }
      ]
}

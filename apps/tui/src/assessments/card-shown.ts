import type { Scorecard } from "@ntm/contract"
import { type AssessState, cardOf, type CardView, type Frame } from "./assess-state.ts"
import { assessedUnder, type CardRow, cardRows, firstOfCriterion, inputsOf, type LineRow } from "./card-rows.ts"
import { criteriaOf } from "./matrix-rows.ts"
import { whyLines } from "./why-lines.ts"

/** Lines of a card beside its rows: caption, what is held, titles, and two about the chosen row. */
const AROUND = { head: 3, foot: 2 }

export const cardHeight = ({ height }: Frame): number =>
  Math.max(1, height - AROUND.head - (height < 10 ? 1 : AROUND.foot))

/** A card as it is drawn: as tried out, once that was answered. */
export interface ShownCard {
  readonly card: Scorecard
  /** As it stands without what is tried. */
  readonly base: Scorecard
  readonly rows: ReadonlyArray<CardRow>
  readonly cursor: number
}

/** The card on show, and where its cursor stands; undefined while it is being read. */
export const shownCard = (assess: AssessState, view: CardView): ShownCard | undefined => {
  const base = cardOf(assess, view.code)
  if (base === undefined) return undefined
  const card = cardOf(assess, view.code, view.trials) ?? base
  const set = assess.matrix?.set.id ?? ""
  const first = (assessedUnder(card, set) ?? card.sets[0])?.set.id
  const open = view.open ?? new Set(first === undefined ? [] : [first])
  const rows = cardRows(card, open, view.failing)
  const at = view.at ?? firstOfCriterion(card, set, criteriaOf(assess)[assess.column]?.no ?? 0)
  const cursor = rows.findIndex(({ key }) => key === at)
  return { card, base, rows, cursor: Math.max(0, cursor) }
}

/** The line that the cursor stands on; on a criterion its first line. */
export const chosenLine = ({ cursor, rows }: ShownCard): LineRow | undefined => {
  const row = rows[cursor]
  const line = row?._tag === "Criterion" ? rows[cursor + 1] : row
  return line?._tag === "Line" ? line : undefined
}

export const isAttested = (card: Scorecard, line: LineRow, input: string): boolean =>
  line.detail?.measure === "attestation" ||
  (line.line.rule?.op === "attested" && inputsOf(card, line.line).includes(input))

/** Lines of the page of the chosen row. */
export const pageLength = ({ card, cursor, rows }: ShownCard, frame: Frame): number => {
  const row = rows[cursor]
  return row === undefined ? 0 : whyLines(card, row, frame).length
}

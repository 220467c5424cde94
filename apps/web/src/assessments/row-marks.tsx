import type { MatrixRow } from "@ntm/contract"
import { Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { assessmentWords } from "./assessments.words.ts"

/** A letter for what a row rests on; its word for screen readers and pointers. */
export const RowMark = (props: { readonly kind: "provisional" | "illustrative" }) => {
  const t = useWords(assessmentWords)
  return (
    <span
      class="inline-grid size-4.5 shrink-0 place-items-center rounded-sm border border-warning-line bg-warning-soft text-[0.6875rem] leading-none font-semibold text-warning"
      title={t()[props.kind]}
    >
      <span aria-hidden="true">{t().marks[props.kind]}</span>
      <span class="sr-only">{t()[props.kind]}</span>
    </span>
  )
}

/** What a unit's verdicts rest on besides its own reported values. */
export const RowMarks = (props: { readonly row: Pick<MatrixRow, "provisional" | "illustrative"> }) => (
  <>
    <Show when={props.row.provisional}>
      <RowMark kind="provisional" />
    </Show>
    <Show when={props.row.illustrative}>
      <RowMark kind="illustrative" />
    </Show>
  </>
)

import type { MatrixRow } from "@ntm/contract"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { assessmentWords } from "./assessments.words.ts"
import { RowMark } from "./row-marks.tsx"
import { VerdictMark } from "./verdict-mark.tsx"
import { verdictOrder } from "./verdicts.ts"

/** What the signs of the cells and the marks of the rows mean. */
export const Legend = (props: { readonly units: ReadonlyArray<MatrixRow> }) => {
  const t = useWords(assessmentWords)
  return (
    <section aria-label={t().legend} class="text-sm">
      <ul class="flex flex-wrap gap-x-5 gap-y-2">
        <For each={verdictOrder}>
          {(verdict) => (
            <li>
              <VerdictMark verdict={verdict} />
            </li>
          )}
        </For>
      </ul>
      <ul class="mt-2 space-y-1 text-ink-soft">
        <Show when={props.units.some(({ provisional }) => provisional)}>
          <li class="flex gap-2">
            <RowMark kind="provisional" />
            <span>{t().provisionalLong}</span>
          </li>
        </Show>
        <Show when={props.units.some(({ illustrative }) => illustrative)}>
          <li class="flex gap-2">
            <RowMark kind="illustrative" />
            <span>{t().illustrativeLong}</span>
          </li>
        </Show>
      </ul>
    </section>
  )
}

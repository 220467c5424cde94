import type { UseQueryResult } from "@tanstack/solid-query"
import { Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Failure } from "../parts/failure.tsx"
import { scorecardWords } from "./scorecard.words.ts"
import type { Trial } from "./trial.ts"

/** Says all the while that values are only tried, what came of it, and takes them back. */
export const TrialBar = (props: {
  readonly trial: Trial
  readonly answer: UseQueryResult<unknown, Error>
  /** Lines that changed their verdict, in all sets. */
  readonly changed: number
}) => {
  const t = useWords(scorecardWords)
  const count = () => props.trial.values().length
  return (
    <section
      aria-label={t().try.title}
      class="sticky top-0 z-20 rounded-card border-2 border-dashed border-warning-line bg-warning-soft px-4 py-3 sm:px-5"
    >
      <div class="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div>
          <p class="font-semibold text-warning">{t().try.title}</p>
          <p class="text-sm" role="status" aria-busy={props.answer.isFetching}>
            {count() === 0 ? t().try.lead : `${t().try.changed(count())} · ${t().try.result(props.changed)}`}
          </p>
        </div>
        <div class="flex gap-2">
          <button
            type="button"
            class="button disabled:opacity-50"
            disabled={count() === 0}
            onClick={() => props.trial.reset()}
          >
            {t().try.reset}
          </button>
          <button type="button" class="button" onClick={() => props.trial.end()}>
            {t().try.end}
          </button>
        </div>
      </div>
      <Show when={count() > 0 && props.answer.error}>
        {(failure) => (
          <div class="mt-2">
            <Failure failure={failure()} onRetry={() => void props.answer.refetch()} />
          </div>
        )}
      </Show>
    </section>
  )
}

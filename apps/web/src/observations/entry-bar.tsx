import { Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Failure } from "../parts/failure.tsx"
import { observationWords } from "./observations.words.ts"
import type { Entering } from "./entering.ts"

/** How many values wait to be recorded, what became of the last attempt, and the buttons; always in sight. */
export const EntryBar = (props: { readonly entering: Entering }) => {
  const t = useWords(observationWords)
  const entering = () => props.entering
  return (
    <section
      aria-label={t().submit}
      class="no-print sticky bottom-0 z-10 mt-5 rounded-card border border-line-strong bg-surface px-4 py-3 shadow-(--shadow) shadow-lg sm:px-5"
    >
      <div class="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" class="text-sm font-semibold">
          <Show when={entering().saving()} fallback={entering().told() ?? t().filled(entering().count())}>
            {t().saving}
          </Show>
        </p>
        <div class="flex flex-wrap gap-2">
          <button
            type="button"
            class="button disabled:opacity-50"
            disabled={entering().count() === 0}
            onClick={() => entering().discard()}
          >
            {t().discard}
          </button>
          <button
            type="button"
            class="button disabled:opacity-50"
            disabled={entering().count() === 0 || entering().saving()}
            onClick={() => void entering().send("draft")}
          >
            {t().draft}
          </button>
          <button
            type="button"
            class="button border-primary bg-primary-soft text-primary disabled:opacity-50"
            disabled={entering().count() === 0 || entering().saving()}
            onClick={() => void entering().send("submitted")}
          >
            {t().submit}
          </button>
        </div>
      </div>
      <Show when={entering().localOnly()}>
        <p
          role="alert"
          class="mt-2 rounded-lg border border-warning-line bg-warning-soft px-3 py-2 text-sm text-warning"
        >
          {t().local}
        </p>
      </Show>
      <Show when={entering().failure()}>
        {(failure) => (
          <div class="mt-2">
            <Failure failure={failure()} onRetry={() => void entering().send("submitted")} />
          </div>
        )}
      </Show>
    </section>
  )
}

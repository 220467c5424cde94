import { ApiProblem } from "@ntm/contract"
import { For, Show } from "solid-js"
import { language } from "../language/language.ts"
import { useWords } from "../language/words.ts"
import { ErrorIcon } from "./icons.tsx"
import { partsWords } from "./parts.words.ts"

/** A question that was not answered: what happened, and what to do. */
export const Failure = (props: { readonly failure: Error; readonly onRetry: () => void }) => {
  const t = useWords(partsWords)
  const problem = () => (props.failure instanceof ApiProblem ? props.failure.problem : null)
  const title = () => {
    const known = problem()
    if (known === null || known.status === 0) return t().errorTitle
    return language() === "vi" ? known.title : known.titleEn
  }
  const refused = () => {
    const known = problem()
    return known?.status === 403 || known?.status === 401 ? known : undefined
  }
  const advice = () => {
    const status = problem()?.status ?? 500
    if (status === 0) return t().unreachable
    const known = refused()
    // The rule says it best, and who may.
    if (known !== undefined)
      return language() === "vi" ? (known.detail ?? known.title) : (known.detailEn ?? known.titleEn)
    if (status === 404) return t().notFound
    if (status === 400 || status === 422) return t().badQuestion
    return t().failed
  }
  return (
    <div role="alert" class="rounded-card border border-error-line bg-error-soft px-4 py-4">
      <p class="flex items-center gap-2 font-semibold text-error">
        <ErrorIcon />
        {title()}
      </p>
      <p class="mt-1 text-sm text-ink">{advice()}</p>
      <Show when={refused() === undefined && problem()?.errors}>
        {(errors) => (
          <ul class="mt-2 list-disc pl-5 text-sm text-ink">
            <For each={errors()}>
              {(error) => (
                <li>
                  {error.path}: {error.message}
                </li>
              )}
            </For>
          </ul>
        )}
      </Show>
      <button type="button" class="button no-print mt-3" onClick={() => props.onRetry()}>
        {t().retry}
      </button>
    </div>
  )
}

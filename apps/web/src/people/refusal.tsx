import { ApiProblem } from "@ntm/contract"
import { Show } from "solid-js"
import { language } from "../language/language.ts"

/** Why something was not done, in the words of the server; nothing while it was not tried, or was done. */
export const Refusal = (props: { readonly failure: Error | null }) => {
  const text = () => {
    if (!(props.failure instanceof ApiProblem)) return props.failure?.message ?? ""
    const { detail, detailEn, title, titleEn } = props.failure.problem
    return language() === "vi" ? (detail ?? title) : (detailEn ?? titleEn)
  }
  return (
    <Show when={props.failure !== null}>
      <p role="alert" class="rounded-card border border-error-line bg-error-soft px-3 py-2 text-sm text-error">
        {text()}
      </p>
    </Show>
  )
}

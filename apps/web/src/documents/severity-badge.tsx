import type { Severity } from "@ntm/domain/documents"
import { Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { ErrorIcon, WarningIcon } from "../parts/icons.tsx"
import { documentWords } from "./documents.words.ts"

/** Icon of a severity: shape and colour together. */
export const SeverityIcon = (props: { readonly severity: Severity; readonly class?: string }) => (
  <Show when={props.severity === "error"} fallback={<WarningIcon class={props.class ?? "size-4 shrink-0"} />}>
    <ErrorIcon class={props.class ?? "size-4 shrink-0"} />
  </Show>
)

/** A severity in words; with a count where several are meant. */
export const SeverityBadge = (props: { readonly severity: Severity; readonly count?: number }) => {
  const t = useWords(documentWords)
  return (
    <Badge tone={props.severity}>
      <SeverityIcon severity={props.severity} class="size-3.5 shrink-0" />
      {props.count === undefined ? t().severity[props.severity] : t().severityCount[props.severity](props.count)}
    </Badge>
  )
}

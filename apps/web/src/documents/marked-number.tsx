import type { Finding } from "@ntm/domain/documents"
import { Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { documentWords } from "./documents.words.ts"
import { SeverityIcon } from "./severity-badge.tsx"

/**
 * A number in a table; where findings sit on it, a button that opens them, told by icon, colour and words.
 *
 * **Details** `doubted` false draws it lighter: the number is not in doubt itself, it contradicts one elsewhere.
 */
export const MarkedNumber = (props: {
  readonly text: string
  readonly findings: ReadonlyArray<Finding>
  readonly doubted: boolean
  readonly onOpen: () => void
}) => {
  const t = useWords(documentWords)
  const severity = () => (props.findings.some((finding) => finding.severity === "error") ? "error" : "warning")
  const spoken = () =>
    `${t().mark(props.doubted ? t().severity[severity()] : t().elsewhere, props.findings.length)}: ${props.findings
      .map((finding) => inLanguage(finding.message))
      .join("; ")} – ${t().openMark}`
  return (
    <Show when={props.findings.length > 0} fallback={props.text}>
      <button
        type="button"
        class="-mx-1.5 -my-0.5 inline-flex items-center gap-1 rounded border px-1.5 py-0.5 font-semibold whitespace-nowrap"
        classList={{
          "border-error-line text-error": severity() === "error",
          "border-warning-line text-warning": severity() === "warning",
          "bg-error-soft": props.doubted && severity() === "error",
          "bg-warning-soft": props.doubted && severity() === "warning",
          "border-dashed bg-surface": !props.doubted
        }}
        title={props.findings.map((finding) => inLanguage(finding.message)).join("\n")}
        onClick={() => props.onOpen()}
      >
        <SeverityIcon severity={severity()} class="size-3.5 shrink-0" />
        {props.text}
        <span class="sr-only">. {spoken()}</span>
      </button>
    </Show>
  )
}

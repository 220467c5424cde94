import type { Finding, Severity } from "@ntm/domain/documents"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Empty } from "../parts/empty.tsx"
import { documentWords } from "./documents.words.ts"
import { FindingView } from "./finding-view.tsx"
import { anchors } from "./place-link.ts"
import { SeverityIcon } from "./severity-badge.tsx"

const severities: ReadonlyArray<Severity> = ["error", "warning"]

/** Findings grouped by severity, the gravest first. */
export const FindingsList = (props: { readonly findings: ReadonlyArray<Finding> }) => {
  const t = useWords(documentWords)
  const of = (severity: Severity) => props.findings.filter((finding) => finding.severity === severity)
  return (
    <Show when={props.findings.length > 0} fallback={<Empty>{t().noFindings}</Empty>}>
      <div class="space-y-6">
        <For each={severities.filter((severity) => of(severity).length > 0)}>
          {(severity) => (
            <div>
              <h3
                class="mb-3 flex flex-wrap items-center gap-x-2 font-semibold"
                classList={{ "text-error": severity === "error", "text-warning": severity === "warning" }}
              >
                <SeverityIcon severity={severity} class="size-5 shrink-0" />
                {t().severity[severity]} ({of(severity).length})
                <span class="text-sm font-normal text-ink-soft">– {t().severityLead[severity]}</span>
              </h3>
              <ul class="grid gap-3 lg:grid-cols-2">
                <For each={of(severity)}>
                  {(finding) => (
                    <li id={anchors.finding(finding.id)} class="rounded-lg border border-line bg-surface p-4">
                      <FindingView finding={finding} />
                    </li>
                  )}
                </For>
              </ul>
            </div>
          )}
        </For>
      </div>
    </Show>
  )
}

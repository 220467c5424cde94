import { A } from "@solidjs/router"
import type { DocumentSummary } from "@ntm/domain/documents"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Page } from "../shell/page.tsx"
import { DocumentTabs } from "./document-tabs.tsx"
import { useDocuments } from "./documents.queries.ts"
import { documentWords } from "./documents.words.ts"
import { documentHref } from "./place-link.ts"

/** The documents loaded, with what each one holds. */
const DocumentsPage = () => {
  const t = useWords(documentWords)
  const documents = useDocuments()
  return (
    <Page title={t().title} lead={t().lead} controls={<DocumentTabs />}>
      <h2 class="sr-only">{t().documents}</h2>
      <Loaded query={documents}>
        {(answer) => (
          <Show when={answer().items.length > 0} fallback={<Empty>{t().empty}</Empty>}>
            <ul class="space-y-3">
              <For each={answer().items}>{(document) => <DocumentEntry document={document} />}</For>
            </ul>
          </Show>
        )}
      </Loaded>
    </Page>
  )
}

const DocumentEntry = (props: { readonly document: DocumentSummary }) => {
  const t = useWords(documentWords)
  const counts = () => [
    { name: t().figures, count: props.document.counts.figures },
    { name: t().tables, count: props.document.counts.tables },
    { name: t().criteriaSets, count: props.document.counts.criteriaSets },
    { name: t().assignments, count: props.document.counts.assignments }
  ]
  return (
    <li class="flex flex-wrap gap-x-6 gap-y-3 rounded-card border border-line bg-surface p-4 sm:p-5">
      <div class="min-w-0 flex-1 basis-80">
        <p class="text-sm text-ink-soft">
          {props.document.kind} {props.document.number ?? `(${t().noNumber})`} · {props.document.issuer ?? "–"} ·{" "}
          {formatDay(props.document.date)}
        </p>
        <h3 class="mt-0.5 font-semibold">
          <A href={documentHref(props.document.id)} class="link">
            {props.document.title}
          </A>
        </h3>
      </div>
      <div class="flex flex-wrap items-center gap-x-5 gap-y-2">
        <dl class="flex gap-5">
          <For each={counts().filter((each) => each.count > 0)}>
            {(each) => (
              <div class="flex flex-col-reverse text-center">
                <dt class="text-xs text-ink-faint">{each.name}</dt>
                <dd class="font-semibold">{each.count}</dd>
              </div>
            )}
          </For>
        </dl>
        <Show when={props.document.counts.findings > 0}>
          <Badge tone="warning">
            {props.document.counts.findings} {t().findings.toLocaleLowerCase("vi")}
          </Badge>
        </Show>
      </div>
    </li>
  )
}

export default DocumentsPage

import type { DocumentAnswer } from "@ntm/contract"
import { A, useParams } from "@solidjs/router"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { Page } from "../shell/page.tsx"
import { DocumentFacts } from "./document-facts.tsx"
import { DocumentFigures } from "./document-figures.tsx"
import { DocumentResults } from "./document-results.tsx"
import { useDocument, useDocuments } from "./documents.queries.ts"
import { documentWords } from "./documents.words.ts"
import { FindingsList } from "./findings-list.tsx"
import { anchors } from "./place-link.ts"
import { PrintedTableView } from "./printed-table.tsx"
import { useAnchor } from "./use-anchor.ts"

/** One document: what it is, what it states, and what cannot be true of it. */
const DocumentPage = () => {
  const params = useParams<{ readonly id: string }>()
  const t = useWords(documentWords)
  const answer = useDocument(() => params.id)
  return (
    <Show
      when={answer.isSuccess && answer.data}
      fallback={
        <Page title={t().documents}>
          <Loaded query={answer}>{() => null}</Loaded>
        </Page>
      }
    >
      {(loaded) => <DocumentView answer={loaded()} />}
    </Show>
  )
}

const DocumentView = (props: { readonly answer: DocumentAnswer }) => {
  const t = useWords(documentWords)
  const documents = useDocuments()
  const id = () => props.answer.document.id
  const counts = () => (documents.isSuccess ? documents.data.items.find((each) => each.id === id())?.counts : undefined)
  useAnchor()
  const title = () => `${props.answer.document.kind} ${props.answer.document.number ?? `(${t().noNumber})`}`
  const pages = () => [
    { href: "/tieu-chi", name: t().openCriteria, count: counts()?.criteriaSets ?? 0 },
    { href: "/nguon-luc", name: t().openFunding, count: counts()?.fundingTables ?? 0 },
    { href: "/nhiem-vu/phu-luc", name: t().openAssignments, count: counts()?.assignments ?? 0 }
  ]
  return (
    <Page
      title={title()}
      lead={props.answer.document.title}
      controls={
        <For each={pages().filter((page) => page.count > 0)}>
          {(page) => (
            <A href={`${page.href}?van-ban=${encodeURIComponent(id())}`} class="button">
              {page.name}
            </A>
          )}
        </For>
      }
    >
      <div class="space-y-5">
        <DocumentFacts document={props.answer.document} />
        <Card id="phat-hien" title={`${t().findings} (${props.answer.findings.length})`}>
          <FindingsList findings={props.answer.findings} />
        </Card>
        <Show when={(counts()?.criteriaSets ?? 0) > 0}>
          <DocumentResults document={id()} />
        </Show>
        <For each={props.answer.tables}>
          {(table) => (
            <div id={anchors.table(table.key)}>
              <PrintedTableView document={id()} table={table} findings={props.answer.findings} />
            </div>
          )}
        </For>
        <DocumentFigures document={id()} findings={props.answer.findings} count={props.answer.figures.length} />
      </div>
    </Page>
  )
}

export default DocumentPage

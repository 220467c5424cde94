import type { DocumentSummary } from "@ntm/domain/documents"
import { A } from "@solidjs/router"
import { For, type JSX, Show } from "solid-js"
import { useAssignments } from "../assignments/assignments.queries.ts"
import { DueTimeline } from "../assignments/due-timeline.tsx"
import { useResults } from "../criteria/criteria.queries.ts"
import { criteriaWords } from "../criteria/criteria.words.ts"
import { SetsTable } from "../criteria/sets-table.tsx"
import { useDocument, useDocuments } from "../documents/documents.queries.ts"
import { planOf } from "@ntm/domain/documents"
import { usePlan } from "../documents/plan.ts"
import { useFundingTables } from "../funding/funding.queries.ts"
import { fundingWords } from "../funding/funding.words.ts"
import { unitText } from "../funding/money-text.ts"
import { FundingTableView } from "../funding/funding-table-view.tsx"
import { SourceBars } from "../funding/source-bars.tsx"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Page } from "../shell/page.tsx"
import { headlines } from "@ntm/domain/documents"
import { AssignmentsResult, FindingsResult, HeadlineResult, ResourcesResult } from "./key-results.tsx"
import { LateWorksResult, PaidResult } from "./money-results.tsx"
import { overviewWords } from "./overview.words.ts"
import { DossiersResult, RegistersResult } from "./register-results.tsx"

/** The first screen: where the province of the plan stands, with what means, and what is due. */
export const OverviewPage = () => {
  const t = useWords(overviewWords)
  const documents = useDocuments()
  const plan = usePlan()
  return (
    <Show
      when={plan()}
      fallback={
        <Page title={t().title}>
          <Loaded query={documents}>
            {(answer) => (
              <Show when={planOf(answer().items) === undefined}>
                <Empty>{t().noPlan}</Empty>
              </Show>
            )}
          </Loaded>
        </Page>
      }
    >
      {(document) => <PlanOverview plan={document()} />}
    </Show>
  )
}

const More = (props: { readonly href: string; readonly children: JSX.Element }) => (
  <A href={props.href} class="link no-print text-sm font-semibold">
    {props.children}
  </A>
)

const PlanOverview = (props: { readonly plan: DocumentSummary }) => {
  const t = useWords(overviewWords)
  const words = { criteria: useWords(criteriaWords), funding: useWords(fundingWords) }
  const id = () => props.plan.id
  const [asOf, setAsOf] = useAddress("as_of")
  const document = useDocument(id)
  const results = useResults(id)
  const tables = useFundingTables(id)
  const assignments = useAssignments({ document: id, asOf })
  const findings = () => (document.isSuccess ? document.data.findings : [])
  const resultsDay = () => (results.isSuccess ? (results.data.items[0]?.asOf ?? null) : null)
  const planYear = () => {
    const day = props.plan.date
    return day === null ? undefined : Number(day.slice(0, 4))
  }
  const assignmentsHref = () => `/nhiem-vu/phu-luc${asOf() === undefined ? "" : `?as_of=${asOf()}`}`
  return (
    <Page title={t().title} lead={props.plan.title} controls={<DayPicker value={asOf()} onPick={setAsOf} />}>
      <div class="space-y-5">
        <section aria-labelledby="ket-qua-chinh">
          <h2 id="ket-qua-chinh" class="sr-only">
            {t().keyResults}
          </h2>
          <Loaded query={document}>
            {(answer) => (
              <dl class="flex flex-wrap gap-px overflow-hidden rounded-card border border-line bg-line *:grow *:basis-[45%] md:*:basis-[22%]">
                <For each={headlines(answer().figures, resultsDay())}>
                  {(headline) => <HeadlineResult headline={headline} document={id()} />}
                </For>
                <For each={tables.isSuccess ? tables.data.items.slice(0, 1) : []}>
                  {(table) => <ResourcesResult table={table} />}
                </For>
                <For each={tables.isSuccess ? tables.data.items.slice(0, 1) : []}>
                  {(table) => <PaidResult year={table.year} asOf={asOf()} />}
                </For>
                <LateWorksResult asOf={asOf()} />
                <DossiersResult asOf={asOf()} />
                <RegistersResult asOf={asOf()} year={planYear()} />
                <FindingsResult findings={answer().findings} document={id()} />
                <Show when={assignments.isSuccess && assignments.data}>
                  {(list) => <AssignmentsResult asOf={list().asOf} items={list().items} href={assignmentsHref()} />}
                </Show>
              </dl>
            )}
          </Loaded>
        </section>
        <Card
          id="tieu-chi"
          title={t().criteria}
          lead={words.criteria().lead(formatDay(resultsDay()))}
          aside={<More href="/tieu-chi">{t().allOf.criteria}</More>}
        >
          <Loaded query={results}>{(answer) => <SetsTable sets={answer().items} />}</Loaded>
        </Card>
        <Loaded query={tables}>
          {(answer) => (
            <For each={answer().items}>
              {(table) => (
                <Card
                  id={`nguon-luc-${table.table}`}
                  title={t().funding}
                  lead={`${table.name} · ${table.title ?? table.year} · ${unitText("tỷ đồng")}`}
                  aside={<More href="/nguon-luc">{t().allOf.funding}</More>}
                >
                  <div class="mb-4">
                    <SourceBars table={table} unit="tỷ đồng" decimals={0} />
                  </div>
                  <FundingTableView table={table} findings={findings()} unit="tỷ đồng" decimals={1} />
                  <p class="mt-2 text-sm text-ink-soft">{words.funding().legend}</p>
                </Card>
              )}
            </For>
          )}
        </Loaded>
        <Loaded query={assignments}>
          {(answer) => (
            <Card
              id="nhiem-vu"
              title={t().due}
              lead={t().assignments(formatDay(answer().asOf))}
              aside={<More href={assignmentsHref()}>{t().allOf.assignments}</More>}
            >
              <DueTimeline items={answer().items} />
            </Card>
          )}
        </Loaded>
      </div>
    </Page>
  )
}

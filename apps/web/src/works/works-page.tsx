import type { AlertRule, Slip } from "@ntm/domain/works"
import { A } from "@solidjs/router"
import { For, type JSX, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { Empty } from "../parts/empty.tsx"
import { asHeading, formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Page } from "../shell/page.tsx"
import { useRuleText } from "./alert-list.tsx"
import { BatchCompare } from "./batch-compare.tsx"
import { CurveChart } from "./curve-chart.tsx"
import { ledgerWords } from "./ledger.words.ts"
import { summaryWords } from "./summary.words.ts"
import { TallyFigures } from "./tally-figures.tsx"
import { TallySplits } from "./tally-splits.tsx"
import { useWorksScope, type WorksScope } from "./use-works-scope.ts"
import { WorkItems } from "./work-items.tsx"
import { WorksBar } from "./works-bar.tsx"
import { useAlerts, useBatches, useCurve, useSlips, useWorks } from "./works.queries.ts"
import { WorksLead } from "./works-lead.tsx"
import { WorksTabs } from "./works-tabs.tsx"
import { worksWords } from "./works.words.ts"

const PATH = "/cong-trinh"

/** So many of the worst are listed; the rest are on their own pages. */
const LISTED = 6

/** Works together: how many, how far, who is late, what that holds back, what wants attention. */
const WorksPage = () => {
  const t = useWords(worksWords)
  const scope = useWorksScope()
  const worst = useWorks(scope.asked, () => ({ late: "1", sort: "late", limit: LISTED }))
  const all = useWorks(scope.asked, () => ({ limit: 1 }))
  return (
    <Page
      title={t().title}
      lead={<WorksLead scope={scope} path={PATH} asOf={all.data?.asOf} />}
      controls={<WorksTabs scope={scope} />}
    >
      <WorksBar scope={scope} path={PATH} />
      <Loaded query={all}>
        {(answer) => (
          <Show when={answer().tally.works > 0} fallback={<Empty>{t().empty}</Empty>}>
            <div class="space-y-5" aria-busy={all.isPlaceholderData}>
              <TallyFigures tally={answer().tally} within={scope.within} />
              <Curve scope={scope} />
              <div class="grid items-start gap-5 lg:grid-cols-2">
                <Worst scope={scope} query={worst} />
                <Holding scope={scope} />
              </div>
              <Batches scope={scope} />
              <TallySplits tally={answer().tally} within={scope.within} />
              <Alerts scope={scope} />
            </div>
          </Show>
        )}
      </Loaded>
    </Page>
  )
}

const More = (props: { readonly href: string; readonly children: JSX.Element }) => (
  <A href={props.href} class="link no-print text-sm font-semibold">
    {props.children}
  </A>
)

const Curve = (props: { readonly scope: WorksScope }) => {
  const t = useWords(summaryWords)
  const curve = useCurve(() => props.scope.asked())
  return (
    <Card id="duong-cong" title={t().curve.title} lead={t().curve.lead}>
      <Loaded query={curve}>{(answer) => <CurveChart curve={answer().curve} />}</Loaded>
    </Card>
  )
}

const Worst = (props: { readonly scope: WorksScope; readonly query: ReturnType<typeof useWorks> }) => {
  const t = useWords(summaryWords)
  return (
    <Card
      id="cham-nhat"
      title={t().worst}
      lead={t().worstLead}
      aside={
        <More href={props.scope.within("/cong-trinh/danh-sach", { cham: "1", "sap-xep": "late" })}>{t().seeAll}</More>
      }
    >
      <Loaded query={props.query}>
        {(answer) => (
          <Show when={answer().items.length > 0} fallback={<p class="text-sm text-ink-soft">{t().none}</p>}>
            <WorkItems items={answer().items.map((line) => ({ line }))} hrefOf={props.scope.workHref} />
          </Show>
        )}
      </Loaded>
    </Card>
  )
}

const Holding = (props: { readonly scope: WorksScope }) => {
  const t = useWords(summaryWords)
  const slips = useSlips(() => props.scope.asked(), LISTED)
  return (
    <Card id="giu-tieu-chi" title={t().holding} lead={t().holdingLead}>
      <Loaded query={slips}>
        {(answer) => (
          <Show when={answer().items.length > 0} fallback={<p class="text-sm text-ink-soft">{t().none}</p>}>
            <WorkItems
              items={answer().items.map(({ line, ...slip }) => ({
                line,
                below: <Held slip={slip} />
              }))}
              hrefOf={props.scope.workHref}
            />
          </Show>
        )}
      </Loaded>
    </Card>
  )
}

/** In one line what the work holds back; the whole chain is told on its page. */
const Held = (props: { readonly slip: Slip }) => {
  const t = useWords(summaryWords)
  const distinct = (texts: ReadonlyArray<string>) => [...new Set(texts)].join(", ")
  const parts = () => {
    const { holds } = props.slip
    const titles = distinct(holds.flatMap(({ recognition }) => (recognition === null ? [] : [inLanguage(recognition)])))
    const targets = new Set(holds.flatMap((held) => held.targets.map(({ document, id }) => `${document} ${id}`))).size
    return [
      t().holds(distinct(holds.map(({ criterion, indicator }) => criterion?.name ?? indicator.name))),
      ...(titles === "" ? [] : [t().waits(titles)]),
      ...(targets === 0 ? [] : [t().targets(targets)])
    ]
  }
  return <p class="mt-0.5">{asHeading(parts().join("; "))}</p>
}

const Batches = (props: { readonly scope: WorksScope }) => {
  const batches = useBatches(() => props.scope.asked())
  return (
    <Loaded query={batches}>
      {(answer) => (
        <Show when={answer().items.length > 0}>
          <BatchCompare batches={answer().items} asOf={answer().asOf} />
        </Show>
      )}
    </Loaded>
  )
}

/** How often each rule fired, and the worst of each; a rule leads to its alerts. */
const Alerts = (props: { readonly scope: WorksScope }) => {
  const t = useWords(ledgerWords)
  const words = useWords(summaryWords)
  const alerts = useAlerts(() => props.scope.asked(), 1)
  const ruleText = useRuleText()
  return (
    <Card
      id="canh-bao"
      title={t().alerts.title}
      lead={t().alerts.lead}
      aside={<More href={props.scope.within("/cong-trinh/canh-bao")}>{words().seeAll}</More>}
    >
      <Loaded query={alerts}>
        {(answer) => {
          const count = (rule: AlertRule) => answer().counts[answer().rules.indexOf(rule)] ?? 0
          const worst = (rule: AlertRule) => answer().items.find((alert) => alert.rule._tag === rule._tag)
          return (
            <Show when={answer().items.length > 0} fallback={<p class="text-sm text-ink-soft">{t().alerts.none}</p>}>
              <ul class="divide-y divide-line text-sm">
                <For each={answer().rules.filter((rule) => count(rule) > 0)}>
                  {(rule) => (
                    <li class="grid gap-x-4 py-2.5 sm:grid-cols-[4rem_minmax(0,1fr)]">
                      <span class="text-xl font-semibold text-warning">{formatNumber(count(rule))}</span>
                      <div class="min-w-0">
                        <A
                          class="link font-semibold"
                          href={props.scope.within("/cong-trinh/canh-bao", { loc: rule._tag })}
                        >
                          {ruleText(rule)}
                        </A>
                        <Show when={worst(rule)}>
                          {(alert) => <p class="text-ink-soft">{inLanguage(alert().sentence)}</p>}
                        </Show>
                      </div>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          )
        }}
      </Loaded>
    </Card>
  )
}

export default WorksPage

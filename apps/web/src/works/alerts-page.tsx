import type { AnswerOf, api } from "@ntm/contract"
import type { Alert, AlertRule } from "@ntm/domain/works"
import { createMemo, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { createPart, MoreButton } from "../parts/more-button.tsx"
import { Page } from "../shell/page.tsx"
import { AlertList, useRuleText } from "./alert-list.tsx"
import { ledgerWords } from "./ledger.words.ts"
import { useWorksScope } from "./use-works-scope.ts"
import { WorksBar } from "./works-bar.tsx"
import { useAlerts } from "./works.queries.ts"
import { WorksLead } from "./works-lead.tsx"
import { WorksTabs } from "./works-tabs.tsx"

const PATH = "/cong-trinh/canh-bao"

/** So many of each rule are listed, the worst first; and so many while no rule is chosen. */
const LISTED = 500
const GLANCED = 5

/** A rule with how often it fired, and its worst alerts. */
interface Fired {
  readonly rule: AlertRule
  readonly count: number
  readonly items: ReadonlyArray<Alert>
}

const firedOf = ({ counts, items, rules }: AnswerOf<typeof api.works.alerts>): ReadonlyArray<Fired> =>
  rules.map((rule, index) => ({
    rule,
    count: counts[index] ?? 0,
    items: items.filter((alert) => alert.rule._tag === rule._tag)
  }))

/** What wants attention, rule by rule. */
const AlertsPage = () => {
  const t = useWords(ledgerWords)
  const scope = useWorksScope()
  const [chosen, setChosen] = useAddress("loc")
  const alerts = useAlerts(scope.asked, LISTED)
  const ruleText = useRuleText()
  const rules = createMemo(() => (alerts.isSuccess ? firedOf(alerts.data) : []))
  const shown = () =>
    rules().filter(({ count, rule }) => count > 0 && (chosen() === undefined || chosen() === rule._tag))
  return (
    <Page
      title={t().alerts.title}
      lead={<WorksLead scope={scope} path={PATH} asOf={alerts.data?.asOf} />}
      controls={<WorksTabs scope={scope} />}
    >
      <WorksBar scope={scope} path={PATH} />
      <Loaded query={alerts}>
        {() => (
          <div class="space-y-5" aria-busy={alerts.isPlaceholderData}>
            <ul class="no-print flex flex-wrap gap-2">
              <For each={rules()}>
                {({ count, rule }) => (
                  <li>
                    <button
                      type="button"
                      class="button"
                      classList={{
                        "border-primary text-primary": chosen() === rule._tag,
                        "text-ink-soft": count === 0
                      }}
                      aria-pressed={chosen() === rule._tag}
                      onClick={() => setChosen(chosen() === rule._tag ? undefined : rule._tag)}
                    >
                      {ruleText(rule)} <span class="font-semibold">{formatNumber(count)}</span>
                    </button>
                  </li>
                )}
              </For>
            </ul>
            <Show when={shown().length > 0} fallback={<Empty>{t().alerts.none}</Empty>}>
              <For each={shown()}>
                {(fired) => (
                  <Group
                    fired={fired}
                    whole={chosen() !== undefined}
                    onWhole={() => setChosen(fired.rule._tag)}
                    hrefOf={scope.workHref}
                  />
                )}
              </For>
            </Show>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

const Group = (props: {
  readonly fired: Fired
  readonly whole: boolean
  readonly onWhole: () => void
  readonly hrefOf: (id: number) => string
}) => {
  const t = useWords(ledgerWords)
  const ruleText = useRuleText()
  const part = createPart(() => props.fired.items)
  return (
    <Card
      id={`canh-bao-${props.fired.rule._tag}`}
      title={ruleText(props.fired.rule)}
      aside={<span class="text-lg font-semibold text-warning">{formatNumber(props.fired.count)}</span>}
    >
      <Show
        when={props.whole}
        fallback={
          <>
            <AlertList items={props.fired.items.slice(0, GLANCED)} hrefOf={props.hrefOf} />
            <Show when={props.fired.count > GLANCED}>
              <p class="no-print mt-3 text-center">
                <button type="button" class="button" onClick={() => props.onWhole()}>
                  {t().alerts.all(formatNumber(props.fired.count))}
                </button>
              </p>
            </Show>
          </>
        }
      >
        <AlertList items={part.shown()} hrefOf={props.hrefOf} />
        <MoreButton part={part} />
        <Show when={props.fired.count > props.fired.items.length && part.left() === 0}>
          <p class="mt-3 text-sm text-ink-soft">{t().alerts.limited(formatNumber(props.fired.items.length))}</p>
        </Show>
      </Show>
    </Card>
  )
}

export default AlertsPage

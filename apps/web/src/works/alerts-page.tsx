import { createMemo, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { createPart, MoreButton } from "../parts/more-button.tsx"
import { Page } from "../shell/page.tsx"
import type { Alert } from "@ntm/domain/works"
import { AlertList, useRuleText } from "./alert-list.tsx"
import { ledgerWords } from "./ledger.words.ts"
import { useWorksScope } from "./use-works-scope.ts"
import { WorksBar } from "./works-bar.tsx"
import { MOST_ALERTS, useAlerts } from "./works.queries.ts"
import { WorksLead } from "./works-lead.tsx"
import { WorksTabs } from "./works-tabs.tsx"

const PATH = "/cong-trinh/canh-bao"

/** What wants attention, rule by rule. */
const AlertsPage = () => {
  const t = useWords(ledgerWords)
  const scope = useWorksScope()
  const [rule, setRule] = useAddress("loc")
  const alerts = useAlerts(scope.asked)
  const ruleText = useRuleText()
  const items = () => (alerts.isSuccess ? alerts.data.items : [])
  const groups = createMemo(() => [...Map.groupBy(items(), (alert) => alert.rule._tag)])
  const shown = () => groups().filter(([tag]) => rule() === undefined || rule() === tag)
  return (
    <Page
      title={t().alerts.title}
      lead={<WorksLead scope={scope} asOf={alerts.data?.asOf} />}
      controls={<WorksTabs scope={scope} />}
    >
      <WorksBar scope={scope} path={PATH} />
      <Loaded query={alerts}>
        {(answer) => (
          <div class="space-y-5" aria-busy={alerts.isPlaceholderData}>
            <ul class="flex flex-wrap gap-2">
              <For each={answer().rules}>
                {(each) => {
                  const count = () => items().filter((alert) => alert.rule._tag === each._tag).length
                  return (
                    <li>
                      <button
                        type="button"
                        class="button"
                        classList={{
                          "border-primary text-primary": rule() === each._tag,
                          "text-ink-soft": count() === 0
                        }}
                        aria-pressed={rule() === each._tag}
                        onClick={() => setRule(rule() === each._tag ? undefined : each._tag)}
                      >
                        {ruleText(each)} <span class="font-semibold">{formatNumber(count())}</span>
                      </button>
                    </li>
                  )
                }}
              </For>
            </ul>
            <Show when={shown().length > 0} fallback={<Empty>{t().alerts.none}</Empty>}>
              <For each={shown()}>{([tag, found]) => <Group tag={tag} items={found} hrefOf={scope.workHref} />}</For>
            </Show>
            <Show when={items().length === MOST_ALERTS}>
              <p class="text-sm text-ink-soft">{t().alerts.limited(formatNumber(MOST_ALERTS))}</p>
            </Show>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

const Group = (props: {
  readonly tag: string
  readonly items: ReadonlyArray<Alert>
  readonly hrefOf: (id: number) => string
}) => {
  const t = useWords(ledgerWords)
  const ruleText = useRuleText()
  const part = createPart(() => props.items)
  const title = () => {
    const [first] = props.items
    return first === undefined ? t().alerts.title : ruleText(first.rule)
  }
  return (
    <Card id={`canh-bao-${props.tag}`} title={title()} aside={<span>{formatNumber(props.items.length)}</span>}>
      <AlertList items={part.shown()} hrefOf={props.hrefOf} />
      <MoreButton part={part} />
    </Card>
  )
}

export default AlertsPage

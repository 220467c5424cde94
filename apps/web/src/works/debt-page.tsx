import type { AnswerOf, api } from "@ntm/contract"
import type { DebtStanding } from "@ntm/domain/works"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { RowMark } from "../assessments/row-marks.tsx"
import { readableMoney } from "../funding/money-text.ts"
import { useWords } from "../language/words.ts"
import { Bar } from "../parts/bar.tsx"
import { Card } from "../parts/card.tsx"
import { Empty } from "../parts/empty.tsx"
import { BLANK, formatDay, formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { createPart, MoreButton } from "../parts/more-button.tsx"
import { TableFrame } from "../parts/table-frame.tsx"
import { Page } from "../shell/page.tsx"
import { ageBins } from "./age-bins.ts"
import { ledgerWords } from "./ledger.words.ts"
import { useWorksScope, type WorksScope } from "./use-works-scope.ts"
import { WorksBar } from "./works-bar.tsx"
import { useDebt } from "./works.queries.ts"
import { WorksLead } from "./works-lead.tsx"
import { WorksTabs } from "./works-tabs.tsx"

type Answer = AnswerOf<typeof api.works.debt>

const PATH = "/cong-trinh/no-dong"
const LIMIT = 1000

/** What is accepted and not paid: how old, of which units, for which works. */
const DebtPage = () => {
  const t = useWords(ledgerWords)
  const scope = useWorksScope()
  const debt = useDebt(scope.asked, LIMIT)
  return (
    <Page
      title={t().debt.title}
      lead={<WorksLead scope={scope} path={PATH} asOf={debt.data?.asOf} />}
      controls={<WorksTabs scope={scope} />}
    >
      <WorksBar scope={scope} path={PATH} />
      <Loaded query={debt}>
        {(answer) => (
          <div class="space-y-5" aria-busy={debt.isPlaceholderData}>
            <p class="max-w-prose text-sm text-ink-soft">{t().debt.rule(answer().limitDays)}</p>
            <Show when={answer().owed.amount > 0} fallback={<Empty>{t().debt.none}</Empty>}>
              <Shown answer={answer()} scope={scope} />
            </Show>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

const Shown = (props: { readonly answer: Answer; readonly scope: WorksScope }) => {
  const t = useWords(ledgerWords)
  return (
    <>
      <div class="grid gap-5 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <dl class="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line lg:grid-cols-1">
          <div class="bg-surface px-4 py-3.5">
            <dt class="text-xs text-ink-soft">{t().debt.total}</dt>
            <dd class="text-2xl font-semibold">{readableMoney(props.answer.owed.amount)}</dd>
          </div>
          <div class="bg-surface px-4 py-3.5">
            <dt class="text-xs text-ink-soft">{t().debt.overdue(props.answer.limitDays)}</dt>
            <dd class="text-2xl font-semibold" classList={{ "text-error": props.answer.owed.overdue > 0 }}>
              {readableMoney(props.answer.owed.overdue)}
            </dd>
          </div>
        </dl>
        <Ages debt={props.answer.owed} />
      </div>
      <Units answer={props.answer} scope={props.scope} />
      <Works answer={props.answer} scope={props.scope} />
    </>
  )
}

/** The debt by its age, the oldest last. */
const Ages = (props: { readonly debt: DebtStanding }) => {
  const t = useWords(ledgerWords)
  const bins = () => ageBins(props.debt.parts)
  const most = () => Math.max(1, ...bins().map(({ amount }) => amount))
  return (
    <Card id="tuoi-no" title={t().debt.ages}>
      <ul class="space-y-2 text-sm">
        <For each={bins()}>
          {(bin, index) => (
            <li class="grid grid-cols-[8.5rem_minmax(0,1fr)_8.5rem] items-center gap-3 max-sm:grid-cols-[7rem_minmax(0,1fr)_7rem]">
              <span>{t().debt.bins[index()]}</span>
              <Bar share={bin.amount / most()} tone={index() > 2 ? "error" : "good"} class="h-3 w-full" />
              <span class="text-right font-semibold">{readableMoney(bin.amount)}</span>
            </li>
          )}
        </For>
      </ul>
    </Card>
  )
}

const head = "border-b border-line bg-raised px-3 py-2"
const cell = "border-b border-line px-3 py-2"

const Heads = (props: { readonly names: ReadonlyArray<string> }) => (
  <thead class="text-xs">
    <tr>
      <For each={props.names}>
        {(name, index) => (
          <th scope="col" class={`${head} ${index() === 0 ? "text-left" : "text-right"}`}>
            {name}
          </th>
        )}
      </For>
    </tr>
  </thead>
)

/** How many days the oldest part has been owed. */
const oldest = (debt: DebtStanding): number => Math.max(0, ...debt.parts.map(({ ageDays }) => ageDays))

const Amounts = (props: { readonly debt: DebtStanding }) => {
  const t = useWords(ledgerWords)
  return (
    <>
      <td class={`${cell} text-right font-semibold whitespace-nowrap`}>{readableMoney(props.debt.amount)}</td>
      <td
        class={`${cell} text-right whitespace-nowrap`}
        classList={{ "font-semibold text-error": props.debt.overdue > 0, "text-ink-faint": props.debt.overdue === 0 }}
      >
        {props.debt.overdue > 0 ? readableMoney(props.debt.overdue) : BLANK}
      </td>
      <td class={`${cell} text-right whitespace-nowrap`}>{t().debt.age(formatNumber(oldest(props.debt)))}</td>
    </>
  )
}

const Units = (props: { readonly answer: Answer; readonly scope: WorksScope }) => {
  const t = useWords(ledgerWords)
  const words = () => t().debt.columns
  const owing = () => props.answer.units.filter(({ debt }) => debt.amount > 0)
  return (
    <Show when={owing().length > 0}>
      <Card id="theo-don-vi" title={t().debt.byUnit}>
        <TableFrame label={t().debt.byUnit} tall>
          <table class="w-full border-separate border-spacing-0 text-sm">
            <Heads names={[words().unit, words().works, words().amount, words().overdue, words().oldest]} />
            <tbody>
              <For each={owing()}>
                {(line) => (
                  <tr>
                    <th scope="row" class={`${cell} text-left font-normal`}>
                      <A class="link" href={props.scope.hrefOf(PATH)(line.unit.code)}>
                        {line.unit.type} {line.unit.name}
                      </A>
                    </th>
                    <td class={`${cell} text-right`}>{formatNumber(line.works)}</td>
                    <Amounts debt={line.debt} />
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableFrame>
      </Card>
    </Show>
  )
}

const Works = (props: { readonly answer: Answer; readonly scope: WorksScope }) => {
  const t = useWords(ledgerWords)
  const words = () => t().debt.columns
  const part = createPart(() => props.answer.items)
  return (
    <Card id="theo-cong-trinh" title={t().debt.byWork}>
      <TableFrame label={t().debt.byWork}>
        <table class="w-full border-separate border-spacing-0 text-sm">
          <Heads names={[words().work, words().amount, words().overdue, words().oldest]} />
          <tbody>
            <For each={part.shown()}>
              {({ debt, line }) => (
                <tr>
                  <th scope="row" class={`${cell} min-w-60 text-left font-normal`}>
                    <span class="flex items-start gap-1.5">
                      <A class="link" href={props.scope.workHref(line.id)}>
                        {line.name}
                      </A>
                      <Show when={line.illustrative}>
                        <RowMark kind="illustrative" />
                      </Show>
                    </span>
                    <span class="block text-xs text-ink-soft">
                      {line.unit === null ? "" : `${line.unit.type} ${line.unit.name} · `}
                      {debt.parts.map(({ acceptedOn }) => t().debt.accepted(formatDay(acceptedOn))).join(", ")}
                    </span>
                  </th>
                  <Amounts debt={debt} />
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </TableFrame>
      <MoreButton part={part} />
    </Card>
  )
}

export default DebtPage

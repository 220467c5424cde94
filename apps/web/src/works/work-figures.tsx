import type { WorkStanding } from "@ntm/domain/works"
import { Dong, formatPercent } from "@ntm/domain/values"
import { type JSX, Show } from "solid-js"
import { moneyText, readableMoney } from "../funding/money-text.ts"
import { useWords } from "../language/words.ts"
import { BLANK, formatDay } from "../parts/format.ts"
import { WarningIcon } from "../parts/icons.tsx"
import { ProgressBars } from "./progress-bars.tsx"
import { workWords } from "./work.words.ts"

const Figure = (props: {
  readonly name: string
  readonly value: string
  readonly below: JSX.Element
  readonly wrong?: boolean
}) => (
  <div class="flex min-w-0 flex-col gap-1 bg-surface px-4 py-3.5">
    <dt class="text-xs text-ink-soft">{props.name}</dt>
    <dd class="flex flex-1 flex-col gap-1.5">
      <span class="text-xl font-semibold" classList={{ "text-error": props.wrong === true }}>
        {props.value}
      </span>
      <span class="mt-auto text-xs text-ink-soft">{props.below}</span>
    </dd>
  </div>
)

const rounded = (amount: number): Dong => Dong.make(Math.round(amount))

/** Worth, built, paid, owed, when it will be done, and who has it then. */
export const WorkFigures = (props: { readonly standing: WorkStanding }) => {
  const t = useWords(workWords)
  const of = () => props.standing
  const percent = (value: number) => formatPercent(value, 1)
  return (
    <section aria-label={t().figures.title} class="space-y-2">
      <dl class="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line md:grid-cols-3 xl:grid-cols-6">
        <Figure
          name={t().figures.value}
          value={readableMoney(of().value)}
          below={t().figures.valueBelow(readableMoney(of().work.cost))}
        />
        <Figure
          name={t().figures.built}
          value={percent(of().donePercent)}
          below={
            <>
              <ProgressBars built={of().donePercent} planned={of().plannedPercent} paid={of().paidPercent} />
              {t().figures.builtBelow(percent(of().plannedPercent), readableMoney(of().done))}
            </>
          }
        />
        <Figure name={t().figures.paid} value={percent(of().paidPercent)} below={readableMoney(of().paid)} />
        <Figure
          name={t().figures.debt}
          value={of().debt.amount === 0 ? "0" : readableMoney(of().debt.amount)}
          below={of().debt.amount === 0 ? t().figures.noDebt : t().figures.debtBelow(readableMoney(of().debt.overdue))}
          wrong={of().debt.overdue > 0}
        />
        <Figure
          name={t().figures.finish}
          value={formatDay(of().expectedFinish)}
          below={t().figures.finishBelow(formatDay(of().plannedFinish))}
          wrong={of().daysBehind > 0}
        />
        <Figure
          name={t().figures.operator}
          value={
            of().handedOverOn === null
              ? t().figures.notHandedOver
              : t().figures.handedOver(formatDay(of().handedOverOn), of().handedOverTo ?? BLANK)
          }
          below={of().operator === null ? t().figures.noOperator : t().figures.operates(of().operator ?? "")}
        />
      </dl>
      <ul class="space-y-1 text-sm">
        <Show when={of().builtAhead > 0}>
          <li class="flex items-center gap-2 text-warning">
            <WarningIcon />
            {t().builtAhead(readableMoney(of().builtAhead))}
          </li>
        </Show>
        <Show when={of().paidAhead > 0}>
          <li class="flex items-center gap-2 text-error">
            <WarningIcon />
            {t().paidAhead(readableMoney(of().paidAhead))}
          </li>
        </Show>
        <Show when={of().state === "building" && of().forecast}>
          {(forecast) => (
            <li class="text-ink-soft">
              {t().forecast(formatDay(forecast().finish), moneyText(rounded(forecast().perDay), "triệu đồng", 1))}
            </li>
          )}
        </Show>
      </ul>
    </section>
  )
}

import type { WorksTally } from "@ntm/domain/works"
import { formatPercent, percentOf } from "@ntm/domain/values"
import { A } from "@solidjs/router"
import type { JSX } from "solid-js"
import { readableMoney } from "../funding/money-text.ts"
import { useWords } from "../language/words.ts"
import { BLANK, formatNumber } from "../parts/format.ts"
import { ProgressBars } from "./progress-bars.tsx"
import { summaryWords } from "./summary.words.ts"

const Figure = (props: {
  readonly name: string
  readonly href: string
  readonly value: string
  readonly below: JSX.Element
  readonly wrong?: boolean
}) => (
  <div class="flex min-w-0 flex-col gap-1 bg-surface px-4 py-3.5">
    <dt class="text-xs text-ink-soft">{props.name}</dt>
    <dd class="flex flex-1 flex-col gap-1.5">
      <A
        href={props.href}
        class="w-fit text-2xl font-semibold underline decoration-line-strong decoration-1 underline-offset-4 hover:decoration-current"
        classList={{ "text-error": props.wrong === true }}
      >
        {props.value}
      </A>
      <div class="mt-auto text-xs text-ink-soft">{props.below}</div>
    </dd>
  </div>
)

/** Works together in six numbers, each leading to the works behind it. */
export const TallyFigures = (props: {
  readonly tally: WorksTally
  readonly within: (path: string, more?: Readonly<Record<string, string>>) => string
}) => {
  const t = useWords(summaryWords)
  const list = (more: Readonly<Record<string, string>> = {}) => props.within("/cong-trinh/danh-sach", more)
  const percent = (value: number) => formatPercent(value, 1)
  const paid = () => percentOf(props.tally.paid, props.tally.value, 1)
  return (
    <section aria-label={t().tally.title}>
      <dl class="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line md:grid-cols-3 xl:grid-cols-6">
        <Figure
          name={t().tally.works}
          href={list()}
          value={formatNumber(props.tally.works)}
          below={t().tally.communes(formatNumber(props.tally.communes))}
        />
        <Figure
          name={t().tally.built}
          href={list()}
          value={percent(props.tally.donePercent)}
          below={
            <>
              <ProgressBars built={props.tally.donePercent} planned={props.tally.plannedPercent} paid={paid() ?? 0} />
              {t().tally.builtBelow(percent(props.tally.plannedPercent), percent(props.tally.communeMeanPercent))}
            </>
          }
        />
        <Figure
          name={t().tally.paid}
          href={props.within("/nguon-luc/giai-ngan")}
          value={paid() === null ? BLANK : percent(paid() ?? 0)}
          below={t().tally.paidBelow(readableMoney(props.tally.paid), readableMoney(props.tally.value))}
        />
        <Figure
          name={t().tally.debt}
          href={props.within("/cong-trinh/no-dong")}
          value={readableMoney(props.tally.debt.amount)}
          below={t().tally.debtBelow(readableMoney(props.tally.debt.overdue))}
          wrong={props.tally.debt.overdue > 0}
        />
        <Figure
          name={t().tally.late}
          href={list({ cham: "1" })}
          value={formatNumber(props.tally.late)}
          below={
            props.tally.late === 0 ? t().tally.noneLate : t().tally.lateBelow(formatNumber(props.tally.daysBehindWorst))
          }
          wrong={props.tally.late > 0}
        />
        <Figure
          name={t().tally.notHandedOver}
          href={list({ "tinh-trang": "accepted" })}
          value={formatNumber(props.tally.notHandedOver)}
          below={t().tally.notHandedOverBelow(formatNumber(props.tally.withoutOperator))}
        />
      </dl>
    </section>
  )
}

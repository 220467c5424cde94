import { formatPercent } from "@ntm/domain/values"
import { A } from "@solidjs/router"
import { Show } from "solid-js"
import { readableMoney } from "../funding/money-text.ts"
import { useStages } from "../funding/funding.queries.ts"
import { useWords } from "../language/words.ts"
import { addressWith } from "../parts/address.ts"
import { formatNumber } from "../parts/format.ts"
import { Illustrative } from "../parts/illustrative.tsx"
import { useUnitAsked } from "../units/use-province.ts"
import { useWorks } from "../works/works.queries.ts"
import { big, KeyResult } from "./key-results.tsx"
import { overviewWords } from "./overview.words.ts"

/** How much of the money of a year was paid, of what was planned and given. */
export const PaidResult = (props: { readonly year: number; readonly asOf: string | undefined }) => {
  const t = useWords(overviewWords)
  const unit = useUnitAsked(() => props.asOf)
  const stages = useStages(() => ({
    unit: unit(),
    asOf: props.asOf,
    knownAt: undefined,
    boundaries: undefined,
    year: props.year
  }))
  const paid = () => {
    const total = stages.isSuccess ? stages.data.comparison.lines[0] : undefined
    if (total === undefined || total.disbursed === null || total.disbursedPercent === null) return undefined
    const given = total.allocated ?? total.mobilised
    return given === null ? undefined : { ...total, disbursed: total.disbursed, given }
  }
  return (
    <Show when={paid()}>
      {(line) => (
        <KeyResult
          name={t().paid(props.year)}
          below={
            <span class="flex flex-wrap items-center gap-1">
              {t().paidBelow(readableMoney(line().disbursed), readableMoney(line().given))}
              <Show when={line().illustrative}>
                <Illustrative part />
              </Show>
            </span>
          }
        >
          <A href={addressWith("/nguon-luc/giai-ngan", { nam: props.year, as_of: props.asOf })} class={big}>
            {formatPercent(line().disbursedPercent ?? 0, 1)}
          </A>
        </KeyResult>
      )}
    </Show>
  )
}

/** How many works are late, of how many. */
export const LateWorksResult = (props: { readonly asOf: string | undefined }) => {
  const t = useWords(overviewWords)
  const unit = useUnitAsked(() => props.asOf)
  const works = useWorks(
    () => ({ unit: unit(), batch: undefined, asOf: props.asOf, knownAt: undefined }),
    () => ({ limit: 1 })
  )
  const tally = () => (works.isSuccess && works.data.tally.works > 0 ? works.data.tally : undefined)
  return (
    <Show when={tally()}>
      {(all) => (
        <KeyResult
          name={t().lateWorks}
          below={
            <span class="flex flex-wrap items-center gap-1">
              {all().late === 0 ? t().noneLate : t().lateBelow(formatNumber(all().daysBehindWorst))}
              <Show when={all().illustrative}>
                <Illustrative part />
              </Show>
            </span>
          }
        >
          <A href={addressWith("/cong-trinh", { as_of: props.asOf })} class={big}>
            {formatNumber(all().late)}
          </A>{" "}
          <span class="text-sm text-ink-soft">{t().ofWorks(formatNumber(all().works))}</span>
        </KeyResult>
      )}
    </Show>
  )
}

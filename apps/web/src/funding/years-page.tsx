import type { AnswerOf, api } from "@ntm/contract"
import { type Dong, formatMoney, formatPercent } from "@ntm/domain/values"
import { createMemo, For, Show } from "solid-js"
import { RowMark } from "../assessments/row-marks.tsx"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { Empty } from "../parts/empty.tsx"
import { asHeading, BLANK, formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { TableFrame } from "../parts/table-frame.tsx"
import { Page } from "../shell/page.tsx"
import { FundingTabs } from "./funding-tabs.tsx"
import { useYears, type YearAtStage } from "./funding.queries.ts"
import { glanceDecimals, shownUnit } from "./money-unit.ts"
import { unitText } from "./money-text.ts"
import { sourceText } from "./pivot-head.tsx"
import { pivotWords } from "./pivot.words.ts"
import { ScopeBar } from "./scope-bar.tsx"
import { depthOf } from "./source-tree.ts"
import { stageOf, useFundingScope } from "./use-funding-scope.ts"
import { yearsWords } from "./years.words.ts"

type Answer = AnswerOf<typeof api.funding.years>

const PATH = "/nguon-luc/so-sanh"

/** "2024-mobilised", as the address has it. */
const keyOf = ({ stage, year }: YearAtStage) => `${year}-${stage}`
const ofKey = (key: string | undefined): YearAtStage | undefined => {
  const [year = "", stage] = (key ?? "").split("-")
  const found = stageOf(stage)
  return found === undefined || !/^\d{4}$/.test(year) ? undefined : { year: Number(year), stage: found }
}

/** A year against another by source: how much more or less, each year at its own stage. */
const YearsPage = () => {
  const t = useWords(yearsWords)
  const words = useWords(pivotWords)
  const scope = useFundingScope()
  const [namedFrom, setFrom] = useAddress("tu")
  const [namedTo, setTo] = useAddress("den")
  /** What the plan's table states, against the plan of the year after; else the latest against the year before it. */
  const usual = createMemo((): readonly [YearAtStage, YearAtStage] | undefined => {
    const all = scope.years()
    const printed = scope.usual()
    const after = all.find(({ year }) => year === (printed?.year ?? 0) + 1)
    if (printed !== undefined && after !== undefined) return [printed, after]
    const [latest] = all
    const before = all.find(({ year }) => year < (latest?.year ?? 0))
    return latest === undefined || before === undefined ? undefined : [before, latest]
  })
  const from = () => ofKey(namedFrom()) ?? usual()?.[0]
  const to = () => ofKey(namedTo()) ?? usual()?.[1]
  const years = useYears(() => ({ ...scope.about(), from: from(), to: to() }))
  const nameOf = ({ stage, year }: YearAtStage) => t().at(words().stages[stage].toLocaleLowerCase("vi"), year)
  const lead = () => {
    if (!years.isSuccess) return undefined
    const { asOf, from: before, to: after, unit } = years.data
    const name = unit === null ? words().country : asHeading(`${unit.type} ${unit.name}`)
    return t().lead(name, nameOf(after), nameOf(before), formatDay(asOf))
  }
  const options = (here: YearAtStage | undefined) => {
    const known = scope.years().map((each) => ({ value: keyOf(each), name: nameOf(each) }))
    return here === undefined || known.some(({ value }) => value === keyOf(here))
      ? known
      : [{ value: keyOf(here), name: nameOf(here) }, ...known]
  }
  const chosen = (each: YearAtStage | undefined) => (each === undefined ? "" : keyOf(each))
  return (
    <Page title={t().title} lead={lead()} controls={<FundingTabs />}>
      <ScopeBar scope={scope} path={PATH} withYear={false}>
        <Select label={t().before} value={chosen(from())} options={options(from())} onPick={setFrom} />
        <Select label={t().after} value={chosen(to())} options={options(to())} onPick={setTo} />
      </ScopeBar>
      <Show
        when={!(scope.stated.isSuccess && (from() === undefined || to() === undefined))}
        fallback={<Empty>{t().empty}</Empty>}
      >
        <Loaded query={years}>
          {(answer) => (
            <Show when={answer().lines.length > 0} fallback={<Empty>{t().empty}</Empty>}>
              <div aria-busy={years.isPlaceholderData}>
                <Compared answer={answer()} nameOf={nameOf} />
              </div>
            </Show>
          )}
        </Loaded>
      </Show>
    </Page>
  )
}

const Compared = (props: { readonly answer: Answer; readonly nameOf: (each: YearAtStage) => string }) => {
  const t = useWords(yearsWords)
  const words = useWords(pivotWords)
  const most = () => Math.max(1, ...props.answer.lines.flatMap(({ after, before }) => [after ?? 0, before ?? 0]))
  const money = (amount: Dong | null, sign = false) =>
    amount === null
      ? BLANK
      : `${sign && amount > 0 ? "+" : ""}${formatMoney(amount, { unit: shownUnit(), decimals: glanceDecimals[shownUnit()], withUnit: false })}`
  const tierOf = (side: "from" | "to") => words().tiers[props.answer[side].tier].toLocaleLowerCase("vi")
  const wide = (amount: Dong | null) => `${(Math.max(0, amount ?? 0) / most()) * 100}%`
  return (
    <Card
      id="so-sanh"
      title={t().table}
      lead={`${asHeading(unitText(shownUnit()))}; ${t().tableLead(props.nameOf(props.answer.from), props.nameOf(props.answer.to))}. ${t().tiers(tierOf("from"), tierOf("to"))}`}
    >
      <TableFrame label={t().table}>
        <table class="w-full border-separate border-spacing-0 text-sm">
          <thead class="text-xs">
            <tr>
              <Head>{t().columns.source}</Head>
              <Head right>{props.nameOf(props.answer.from)}</Head>
              <Head right>{props.nameOf(props.answer.to)}</Head>
              <Head right>{t().columns.change}</Head>
              <Head right>{t().columns.percent}</Head>
              <Head>{t().columns.bars}</Head>
            </tr>
          </thead>
          <tbody>
            <For each={props.answer.lines}>
              {(line) => (
                <tr classList={{ "font-semibold": depthOf(line.source) === 0 }}>
                  <th
                    scope="row"
                    class="sticky left-0 border-r border-b border-line bg-surface px-3 py-2 text-left font-normal max-sm:w-36 max-sm:min-w-36 sm:whitespace-nowrap"
                  >
                    <span
                      class="flex items-center gap-1.5"
                      classList={{ "font-semibold": depthOf(line.source) <= 1 }}
                      style={{ "padding-left": `${Math.max(0, depthOf(line.source) - 1)}rem` }}
                    >
                      {sourceText(line.source)}
                      <Show when={line.illustrative}>
                        <RowMark kind="illustrative" />
                      </Show>
                    </span>
                  </th>
                  <td class="border-b border-line px-2.5 py-2 text-right whitespace-nowrap">{money(line.before)}</td>
                  <td class="border-b border-line px-2.5 py-2 text-right whitespace-nowrap">{money(line.after)}</td>
                  <td
                    class="border-b border-line px-2.5 py-2 text-right font-semibold whitespace-nowrap"
                    classList={{
                      "text-error": (line.change ?? 0) < 0,
                      "text-primary": (line.change ?? 0) > 0
                    }}
                  >
                    {money(line.change, true)}
                  </td>
                  <td class="border-b border-line px-2.5 py-2 text-right whitespace-nowrap">
                    {line.changePercent === null
                      ? line.after === null
                        ? BLANK
                        : t().fromNothing
                      : `${line.changePercent > 0 ? "+" : ""}${formatPercent(line.changePercent, 1)}`}
                  </td>
                  <td class="w-full min-w-56 border-b border-line px-3 py-2">
                    <svg class="h-5 w-full" aria-hidden="true">
                      <rect y="1" width={wide(line.before)} height="8" rx="2" class="fill-line-strong" />
                      <rect y="11" width={wide(line.after)} height="8" rx="2" class="fill-primary-bar" />
                    </svg>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </TableFrame>
    </Card>
  )
}

const Head = (props: { readonly right?: boolean; readonly children: string }) => (
  <th
    scope="col"
    class="border-b border-line bg-raised px-2.5 py-2 align-bottom whitespace-nowrap"
    classList={{ "text-right": props.right === true, "text-left": props.right !== true }}
  >
    {props.children}
  </th>
)

export default YearsPage

import type { AnswerOf, api } from "@ntm/contract"
import { type StageLine, stageNames } from "@ntm/domain/funding"
import { type Dong, formatPercent } from "@ntm/domain/values"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { addressWith, useAddress } from "../parts/address.ts"
import { Badge } from "../parts/badge.tsx"
import { Bar } from "../parts/bar.tsx"
import { Card } from "../parts/card.tsx"
import { Empty } from "../parts/empty.tsx"
import { asHeading, BLANK, formatDay, formatNumber } from "../parts/format.ts"
import { Illustrative } from "../parts/illustrative.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { Page } from "../shell/page.tsx"
import { levels } from "../units/levels.ts"
import { COUNTRY } from "../units/use-province.ts"
import { FlagList } from "./flag-list.tsx"
import { FundingTabs } from "./funding-tabs.tsx"
import { useStages } from "./funding.queries.ts"
import { glanceDecimals, shownUnit } from "./money-unit.ts"
import { moneyText } from "./money-text.ts"
import { sourceText } from "./pivot-head.tsx"
import { pivotWords } from "./pivot.words.ts"
import { ScopeBar } from "./scope-bar.tsx"
import { depthOf } from "./source-tree.ts"
import { StageBullet } from "./stage-bullet.tsx"
import { stagesWords } from "./stages.words.ts"
import { useFundingScope } from "./use-funding-scope.ts"

type Answer = AnswerOf<typeof api.funding.stages>

const PATH = "/nguon-luc/giai-ngan"

const text = (amount: Dong | null) =>
  amount === null ? BLANK : moneyText(amount, shownUnit(), glanceDecimals[shownUnit()])

/** How much of what was planned was given, and how much of that was paid, against the calendar of the budget year. */
const StagesPage = () => {
  const t = useWords(stagesWords)
  const words = useWords(pivotWords)
  const scope = useFundingScope()
  const [tier, setTier] = useAddress("cap")
  const stages = useStages(() => ({ ...scope.about(), year: scope.year(), tier: tier() }))
  const tiers = () => {
    const stated = scope.stated.isSuccess ? scope.stated.data.items : []
    const here = stages.isSuccess ? [stages.data.tier] : []
    const known = new Set([...here, ...stated.filter(({ year }) => year === scope.year()).map((each) => each.tier)])
    return levels.filter((level) => known.has(level))
  }
  const lead = () => {
    if (!stages.isSuccess) return undefined
    const { asOf, comparison, unit } = stages.data
    const name = unit === null ? words().country : asHeading(`${unit.type} ${unit.name}`)
    return t().lead(name, comparison.year, formatDay(asOf))
  }
  const entriesOf = (source: string) =>
    addressWith("/nguon-luc/but-toan", {
      "don-vi": scope.unit() ?? COUNTRY,
      nam: scope.year(),
      "ranh-gioi": scope.boundaries(),
      nguon: source === "all" ? undefined : source,
      as_of: scope.asOf(),
      known_at: scope.knownAt()
    })
  return (
    <Page title={t().title} lead={lead()} controls={<FundingTabs />}>
      <ScopeBar scope={scope} path={PATH}>
        <Show when={tiers().length > 1}>
          <Select
            label={words().tier}
            value={stages.isSuccess ? stages.data.tier : ""}
            options={tiers().map((level) => ({ value: level, name: words().tiers[level] }))}
            onPick={setTier}
          />
        </Show>
      </ScopeBar>
      <Show
        when={!(scope.stated.isSuccess && scope.years().length === 0 && scope.year() === undefined)}
        fallback={<Empty>{words().empty}</Empty>}
      >
        <Loaded query={stages}>
          {(answer) => (
            <Show when={answer().comparison.lines.length > 0} fallback={<Empty>{t().empty}</Empty>}>
              <div class="space-y-5" aria-busy={stages.isPlaceholderData}>
                <Shown answer={answer()} entriesOf={entriesOf} />
              </div>
            </Show>
          )}
        </Loaded>
      </Show>
    </Page>
  )
}

const Shown = (props: { readonly answer: Answer; readonly entriesOf: (source: string) => string }) => {
  const t = useWords(stagesWords)
  const words = useWords(pivotWords)
  const lines = () => props.answer.comparison.lines
  const total = () => lines()[0]
  const own = () => props.answer.ownBudget
  const ownStage = () => {
    const { stage } = own()
    return stage === null ? "" : words().stages[stage]
  }
  return (
    <>
      <div class="grid gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Show when={total()}>
          {(line) => (
            <Card
              id="tong"
              title={sourceText(line().source)}
              lead={t().calendar(formatPercent(line().calendarPercent, 1), formatDay(props.answer.comparison.lastDay))}
              aside={<Pace line={line()} />}
            >
              <Funnel line={line()} />
            </Card>
          )}
        </Show>
        <Card id="tu-chu" title={t().own}>
          <Show when={own().percent !== null} fallback={<p class="text-sm text-ink-soft">{t().ownNone}</p>}>
            <p class="text-3xl font-semibold">{formatPercent(own().percent ?? 0, 1)}</p>
            <Bar share={(own().percent ?? 0) / 100} tone="good" class="my-2 h-2 w-full" />
            <p class="text-sm text-ink-soft">
              {t().ownText(text(own().own), text(own().budget), ownStage().toLocaleLowerCase("vi"))}
            </p>
          </Show>
        </Card>
      </div>
      <Card
        id="theo-nguon"
        title={t().bySource}
        lead={`${asHeading(t().bySourceLead)}. ${t().tier(words().tiers[props.answer.tier].toLocaleLowerCase("vi"))}`}
      >
        <Legend />
        <ul class="divide-y divide-line">
          <For each={lines().slice(1)}>{(line) => <Line line={line} href={props.entriesOf(line.source)} />}</For>
        </ul>
      </Card>
      <FlagList flags={props.answer.comparison.flags} />
    </>
  )
}

/** How far the payments are behind, or ahead of, the calendar. */
const Pace = (props: { readonly line: StageLine }) => {
  const t = useWords(stagesWords)
  return (
    <span class="flex flex-wrap gap-1.5 lg:justify-end">
      <Show when={props.line.disbursed !== null && props.line.behindPoints !== null}>
        <Badge tone={(props.line.behindPoints ?? 0) > 0 ? "warning" : "good"}>
          {(props.line.behindPoints ?? 0) === 0
            ? t().onTime
            : (props.line.behindPoints ?? 0) > 0
              ? t().behind(formatNumber(props.line.behindPoints, 1))
              : t().ahead(formatNumber(-(props.line.behindPoints ?? 0), 1))}
        </Badge>
      </Show>
      <Show when={props.line.illustrative}>
        <Illustrative part />
      </Show>
    </span>
  )
}

const stagesOf = ["planned", "allocated", "mobilised", "disbursed"] as const

/** The total from the plan to the payment, stage below stage on one scale. */
const Funnel = (props: { readonly line: StageLine }) => {
  const t = useWords(stagesWords)
  const most = () => Math.max(1, ...stagesOf.map((stage) => props.line[stage] ?? 0))
  return (
    <dl class="grid grid-cols-[max-content_minmax(0,1fr)] items-center gap-x-4 gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)_max-content]">
      <For each={stagesOf}>
        {(stage) => (
          <>
            <dt class="text-sm text-ink-soft">{inLanguage(stageNames[stage])}</dt>
            <dd class="max-sm:order-none max-sm:col-span-2 max-sm:row-start-auto" aria-hidden="true">
              <Bar
                share={(props.line[stage] ?? 0) / most()}
                tone={stage === "disbursed" ? "good" : "plain"}
                class="h-4 w-full"
              />
            </dd>
            <dd class="text-right font-semibold whitespace-nowrap max-sm:col-span-2">
              <Show when={props.line[stage] !== null} fallback={<span class="text-ink-faint">{t().notStated}</span>}>
                {text(props.line[stage])}
                <Show when={stage === "disbursed" && props.line.disbursedPercent !== null}>
                  <span class="font-normal text-ink-soft"> · {formatPercent(props.line.disbursedPercent ?? 0, 1)}</span>
                </Show>
              </Show>
            </dd>
          </>
        )}
      </For>
    </dl>
  )
}

const Legend = () => {
  const t = useWords(stagesWords)
  const items = [
    ["planned", "fill-line stroke-line-strong"],
    ["given", "fill-primary-soft stroke-primary-bar"],
    ["paid", "fill-primary-bar"]
  ] as const
  return (
    <ul class="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-soft">
      <For each={items}>
        {([key, look]) => (
          <li class="flex items-center gap-1.5">
            <svg class="h-3 w-5" aria-hidden="true">
              <rect x="0.5" y="0.5" width="19" height="11" rx="2" class={look} />
            </svg>
            {t().legend[key]}
          </li>
        )}
      </For>
      <li class="flex items-center gap-1.5">
        <svg class="h-3 w-1" aria-hidden="true">
          <line x1="2" x2="2" y1="0" y2="12" stroke-width="2" class="stroke-warning" />
        </svg>
        {t().legend.calendar}
      </li>
    </ul>
  )
}

const Line = (props: { readonly line: StageLine; readonly href: string }) => {
  const t = useWords(stagesWords)
  const name = () => sourceText(props.line.source)
  return (
    <li class="grid gap-x-6 gap-y-1.5 py-3 lg:grid-cols-[18rem_minmax(0,1fr)_15rem]">
      <div class="min-w-0" style={{ "padding-left": `${Math.max(0, depthOf(props.line.source) - 1)}rem` }}>
        <p classList={{ "font-semibold": depthOf(props.line.source) <= 1 }}>{name()}</p>
        <A class="link text-xs" href={props.href} aria-label={t().entries(name())}>
          {t().seeEntries}
        </A>
      </div>
      <div class="min-w-0 self-center">
        <StageBullet line={props.line} />
        <p class="mt-1 flex flex-wrap gap-x-4 text-xs text-ink-soft">
          <For each={stagesOf.filter((stage) => props.line[stage] !== null)}>
            {(stage) => (
              <span>
                {inLanguage(stageNames[stage])} <span class="font-semibold text-ink">{text(props.line[stage])}</span>
              </span>
            )}
          </For>
        </p>
      </div>
      <div class="flex flex-wrap items-start gap-1.5 self-center text-sm lg:flex-col lg:items-end">
        <Show
          when={props.line.disbursed !== null && props.line.disbursedPercent !== null}
          fallback={<span class="text-xs text-ink-soft">{t().notPaid}</span>}
        >
          <span class="font-semibold">{t().disbursed(formatPercent(props.line.disbursedPercent ?? 0, 1))}</span>
        </Show>
        <Pace line={props.line} />
      </div>
    </li>
  )
}

export default StagesPage

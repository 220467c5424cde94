import { addressOf, type AnswerOf, type api } from "@ntm/contract"
import type { FundingSourceKey } from "@ntm/domain/funding"
import { createSignal, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { DownloadCsv } from "../parts/download-csv.tsx"
import { Empty } from "../parts/empty.tsx"
import { asHeading, formatDay } from "../parts/format.ts"
import { Illustrative } from "../parts/illustrative.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { Page } from "../shell/page.tsx"
import { useStops } from "../units/units.queries.ts"
import { FlagList } from "./flag-list.tsx"
import { FundingTabs } from "./funding-tabs.tsx"
import { type PivotAsked, pivotFields, usePivot } from "./funding.queries.ts"
import { shownUnit } from "./money-unit.ts"
import { unitText } from "./money-text.ts"
import { PivotCellPanel } from "./pivot-cell-panel.tsx"
import type { ShownRow } from "./pivot-marks.ts"
import { PivotShares } from "./pivot-shares.tsx"
import { PivotTable } from "./pivot-table.tsx"
import { pivotWords } from "./pivot.words.ts"
import { ScopeBar } from "./scope-bar.tsx"
import { TierChoice } from "./tier-choice.tsx"
import { type FundingScope, useFundingScope } from "./use-funding-scope.ts"

type Answer = AnswerOf<typeof api.funding.pivot>

const PATH = "/nguon-luc"

/** Any source by any unit, for a year and a stage: Phụ lục 02 for whatever one asks, with what does not add up in place. */
const PivotPage = () => {
  const t = useWords(pivotWords)
  const scope = useFundingScope()
  const [tier] = useAddress("cap")
  const stops = useStops()
  const asked = (): PivotAsked => ({
    ...scope.about(),
    year: scope.year(),
    stage: scope.stage(),
    tier: tier()
  })
  const pivot = usePivot(asked)
  const lead = () => {
    if (!pivot.isSuccess) return undefined
    const { asOf, pivot: table } = pivot.data
    const unit = table.unit === null ? t().country : asHeading(`${table.unit.type} ${table.unit.name}`)
    return t().lead(unit, t().stages[table.stage], table.year, formatDay(asOf))
  }
  const days = () => {
    const known = stops.isSuccess ? stops.data.map(String) : []
    const here = scope.boundaries()
    return [...new Set(here === undefined ? known : [...known, here])].toSorted()
  }
  return (
    <Page title={t().title} lead={lead()} controls={<FundingTabs />}>
      <ScopeBar
        scope={scope}
        path={PATH}
        unitsOn={pivot.isSuccess && !pivot.isPlaceholderData ? pivot.data.boundaries : undefined}
        withStage
      >
        <Select
          label={t().boundaries}
          value={scope.boundaries() ?? ""}
          options={[
            { value: "", name: t().usualBoundaries },
            ...days().map((day) => ({ value: day, name: formatDay(day) }))
          ]}
          onPick={(day) => scope.setBoundaries(day === "" ? undefined : day)}
        />
      </ScopeBar>
      <Show
        when={!(scope.stated.isSuccess && scope.years().length === 0 && scope.year() === undefined)}
        fallback={<Empty>{t().empty}</Empty>}
      >
        <Loaded query={pivot}>
          {(answer) => (
            <Show when={answer().pivot.sources.length > 0} fallback={<Empty>{t().empty}</Empty>}>
              <div class="space-y-5" aria-busy={pivot.isPlaceholderData}>
                <Shown answer={answer()} scope={scope} asked={asked()} />
              </div>
            </Show>
          )}
        </Loaded>
      </Show>
    </Page>
  )
}

const Shown = (props: { readonly answer: Answer; readonly scope: FundingScope; readonly asked: PivotAsked }) => {
  const t = useWords(pivotWords)
  const [, setTier] = useAddress("cap")
  const [open, setOpen] = createSignal<ReadonlySet<FundingSourceKey>>(new Set(["all"]))
  const [cell, setCell] = createSignal<{ readonly row: ShownRow; readonly source: FundingSourceKey }>()
  const pivot = () => props.answer.pivot
  const hrefOf = (code: string) => props.scope.hrefOf(PATH)(code)
  const toggle = (key: FundingSourceKey) =>
    setOpen((now) => (now.has(key) ? new Set([...now].filter((each) => each !== key)) : new Set([...now, key])))
  const label = () => t().table(pivot().year)
  return (
    <>
      <Card
        id="co-cau"
        title={t().shares}
        lead={t().sharesLead}
        aside={
          <Show when={pivot().total.some((each) => each?.illustrative)}>
            <Illustrative part />
          </Show>
        }
      >
        <PivotShares pivot={pivot()} unit={shownUnit()} onCell={(source) => setCell({ row: null, source })} />
      </Card>
      <Card
        id="bang-nguon-von"
        title={label()}
        lead={`${t().boundariesOn(formatDay(props.answer.boundaries))} ${asHeading(unitText(shownUnit()))}.`}
        aside={
          <DownloadCsv
            address={addressOf("/funding/pivot", pivotFields(props.asked))}
            name={`nguon-von-${pivot().unit?.code ?? "ca-nuoc"}-${pivot().year}-${pivot().stage}.csv`}
          />
        }
      >
        <div class="mb-3 flex flex-wrap items-end justify-between gap-3">
          <TierChoice pivot={pivot()} onPick={setTier} />
          <div class="no-print flex flex-wrap gap-2">
            <button type="button" class="button" onClick={() => setOpen(new Set(pivot().sources))}>
              {t().openAll}
            </button>
            <button type="button" class="button" onClick={() => setOpen(new Set(["all"]))}>
              {t().closeAll}
            </button>
          </div>
        </div>
        <PivotTable
          pivot={pivot()}
          label={label()}
          unit={shownUnit()}
          open={open()}
          onToggle={toggle}
          hrefOf={hrefOf}
          onCell={(row, source) => setCell({ row, source })}
        />
        <p class="mt-2 text-sm text-ink-soft">
          <span class="no-print">{t().keys} </span>
          {t().legend}
        </p>
      </Card>
      <FlagList flags={pivot().flags} />
      <Show when={cell()} keyed>
        {(shown) => (
          <PivotCellPanel
            pivot={pivot()}
            row={shown.row}
            source={shown.source}
            about={props.scope.about()}
            hrefOf={hrefOf}
            onClose={() => setCell(undefined)}
          />
        )}
      </Show>
    </>
  )
}

export default PivotPage

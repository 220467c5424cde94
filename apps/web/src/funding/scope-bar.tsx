import type { FundingStage } from "@ntm/domain/funding"
import { type JSX, Show } from "solid-js"
import { KnownPicker } from "../assessments/known-picker.tsx"
import { useWords } from "../language/words.ts"
import { DayPicker } from "../parts/day-picker.tsx"
import { Select } from "../parts/select.tsx"
import { UnitPath } from "../units/unit-path.tsx"
import { MoneyUnitSwitch } from "./money-unit-switch.tsx"
import { pivotWords } from "./pivot.words.ts"
import { stages, type FundingScope } from "./use-funding-scope.ts"

/** Chooses the unit, the year, the stage and the day; what else a page lets one choose stands behind. */
export const ScopeBar = (props: {
  readonly scope: FundingScope
  readonly path: string
  /** The day on which units are read, where the answer tells it. */
  readonly unitsOn?: string | undefined
  readonly withStage?: boolean
  readonly withYear?: boolean
  readonly children?: JSX.Element
}) => {
  const t = useWords(pivotWords)
  const years = () => {
    const known = props.scope.years().map(({ year }) => year)
    const here = props.scope.year()
    return [...new Set(here === undefined ? known : [here, ...known])].toSorted((a, b) => b - a)
  }
  const stagesOfYear = (): ReadonlyArray<FundingStage> =>
    stages.filter(
      (stage) =>
        stage === props.scope.stage() ||
        props.scope.years().some((each) => each.year === props.scope.year() && each.stage === stage)
    )
  return (
    <div class="no-print mb-5 space-y-3">
      <Show when={props.scope.unit() !== undefined}>
        <UnitPath
          code={props.scope.unit() ?? null}
          asOf={props.unitsOn ?? props.scope.unitsOn() ?? props.scope.asOf()}
          hrefOf={props.scope.hrefOf(props.path)}
        />
      </Show>
      <div class="flex flex-wrap items-end gap-3">
        <Show when={props.withYear !== false}>
          <Select
            label={t().year}
            value={String(props.scope.year() ?? "")}
            options={years().map((year) => ({ value: String(year), name: String(year) }))}
            onPick={props.scope.setYear}
          />
        </Show>
        <Show when={props.withStage === true}>
          <Select
            label={t().stage}
            value={props.scope.stage() ?? ""}
            options={stagesOfYear().map((stage) => ({ value: stage, name: t().stages[stage] }))}
            onPick={props.scope.setStage}
          />
        </Show>
        {props.children}
        <DayPicker value={props.scope.asOf()} onPick={props.scope.setAsOf} />
        <KnownPicker value={props.scope.knownAt()} onPick={props.scope.setKnownAt} />
        <MoneyUnitSwitch />
      </div>
    </div>
  )
}

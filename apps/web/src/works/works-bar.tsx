import { type JSX, Show } from "solid-js"
import { KnownPicker } from "../assessments/known-picker.tsx"
import { useWords } from "../language/words.ts"
import { DayPicker } from "../parts/day-picker.tsx"
import { Select } from "../parts/select.tsx"
import { UnitPath } from "../units/unit-path.tsx"
import type { WorksScope } from "./use-works-scope.ts"
import { useBatches } from "./works.queries.ts"
import { worksWords } from "./works.words.ts"

/** Chooses the unit, the batch and the day; what else a page lets one choose stands before the day. */
export const WorksBar = (props: {
  readonly scope: WorksScope
  readonly path: string
  readonly children?: JSX.Element
}) => {
  const t = useWords(worksWords)
  const batches = useBatches(() => props.scope.asked())
  const options = () => [
    { value: "", name: t().anyBatch },
    ...(batches.isSuccess ? batches.data.items : []).map(({ batch }) => ({ value: String(batch.id), name: batch.name }))
  ]
  return (
    <div class="no-print mb-5 space-y-3">
      <Show when={props.scope.unit() !== undefined}>
        <UnitPath code={props.scope.unit() ?? null} asOf={props.scope.asOf()} hrefOf={props.scope.hrefOf(props.path)} />
      </Show>
      <div class="flex flex-wrap items-end gap-3">
        <Select
          label={t().batch}
          value={props.scope.batch() ?? ""}
          options={options()}
          onPick={(batch) => props.scope.setBatch(batch === "" ? undefined : batch)}
          class="max-w-full sm:max-w-64"
        />
        {props.children}
        <DayPicker value={props.scope.asOf()} onPick={props.scope.setAsOf} />
        <KnownPicker value={props.scope.knownAt()} onPick={props.scope.setKnownAt} />
      </div>
    </div>
  )
}

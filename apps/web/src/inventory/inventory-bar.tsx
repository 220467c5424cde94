import { allItemKinds } from "@ntm/domain/inventory"
import { type JSX, Show } from "solid-js"
import { KnownPicker } from "../assessments/known-picker.tsx"
import { useWords } from "../language/words.ts"
import { DayPicker } from "../parts/day-picker.tsx"
import { Select } from "../parts/select.tsx"
import { UnitPath } from "../units/unit-path.tsx"
import { inventoryWords } from "./inventory.words.ts"
import type { InventoryScope } from "./use-inventory-scope.ts"

/** Chooses the unit, the register and the day; what else a page lets one choose stands between. */
export const InventoryBar = (props: {
  readonly scope: InventoryScope
  readonly path: string
  readonly children?: JSX.Element
}) => {
  const t = useWords(inventoryWords)
  return (
    <div class="no-print mb-5 space-y-3">
      <Show when={props.scope.unit() !== undefined}>
        <UnitPath code={props.scope.unit() ?? null} asOf={props.scope.asOf()} hrefOf={props.scope.hrefOf(props.path)} />
      </Show>
      <div class="flex flex-wrap items-end gap-3">
        <Select
          label={t().kind}
          value={props.scope.kind() ?? ""}
          options={[
            { value: "", name: t().anyKind },
            ...allItemKinds.map((kind) => ({ value: kind, name: t().kinds[kind] }))
          ]}
          onPick={(kind) => props.scope.setKind(kind === "" ? undefined : kind)}
        />
        {props.children}
        <DayPicker value={props.scope.asOf()} onPick={props.scope.setAsOf} />
        <KnownPicker value={props.scope.knownAt()} onPick={props.scope.setKnownAt} />
      </div>
    </div>
  )
}

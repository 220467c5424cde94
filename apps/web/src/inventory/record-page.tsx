import { type ItemKind, itemKinds } from "@ntm/domain/inventory"
import { allItemKinds } from "@ntm/domain/inventory"
import { useQuery } from "@tanstack/solid-query"
import { Show } from "solid-js"
import { useClient } from "../data/client.ts"
import { useWords } from "../language/words.ts"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { asHeading } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { Allowed } from "../people/allowed.tsx"
import { Page } from "../shell/page.tsx"
import { UnitPath } from "../units/unit-path.tsx"
import { unitQuery } from "../units/units.queries.ts"
import { InventoryTabs } from "./inventory-tabs.tsx"
import { useItems } from "./inventory.queries.ts"
import { inventoryWords } from "./inventory.words.ts"
import { ItemForm } from "./item-form.tsx"
import { itemFormWords } from "./item-form.words.ts"
import { useInventoryScope } from "./use-inventory-scope.ts"

const PATH = "/so-theo-doi/ghi"

/** Where an entry is put into a register, for the unit that the page speaks of. */
const RecordPage = () => {
  const t = useWords(itemFormWords)
  const words = useWords(inventoryWords)
  const client = useClient()
  const scope = useInventoryScope()
  const kind = (): ItemKind => scope.kind() ?? "ocop"
  const code = () => scope.unit() ?? undefined
  const story = useQuery(() => ({ ...unitQuery(client, code() ?? "", scope.asOf()), enabled: code() !== undefined }))
  // The entries of the unit say whether somebody may add one.
  const items = useItems(scope.asked, () => ({ limit: 1 }))
  const fits = (level: string) => itemKinds[kind()].levels?.some((each) => each === level) ?? true
  return (
    <Page title={t().title} lead={t().lead} controls={<InventoryTabs scope={scope} />}>
      <div class="no-print mb-5 space-y-3">
        <Show when={scope.unit() !== undefined}>
          <UnitPath code={scope.unit() ?? null} asOf={scope.asOf()} hrefOf={scope.hrefOf(PATH)} />
        </Show>
        <div class="flex flex-wrap items-end gap-3">
          <Select
            label={t().kind}
            value={kind()}
            options={allItemKinds.map((each) => ({ value: each, name: words().kinds[each] }))}
            onPick={(next) => scope.setKind(next)}
          />
          <DayPicker value={scope.asOf()} onPick={scope.setAsOf} />
        </div>
      </div>
      <Show when={scope.unit() !== null} fallback={<Empty>{t().country}</Empty>}>
        <Loaded query={story}>
          {(answer) => (
            <Show when={fits(answer().unit.level)} fallback={<Empty>{t().levels}</Empty>}>
              <Allowed action="registers.record" here={items.isSuccess ? items.data.allowed : undefined} told>
                <ItemForm
                  unit={answer().unit.code}
                  into={t().into(asHeading(`${answer().unit.type} ${answer().unit.name}`))}
                  kind={kind()}
                  asOf={answer().asOf}
                />
              </Allowed>
            </Show>
          )}
        </Loaded>
      </Show>
    </Page>
  )
}

export default RecordPage

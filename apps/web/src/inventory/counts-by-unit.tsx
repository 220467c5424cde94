import type { AnswerOf, api } from "@ntm/contract"
import { allItemKinds, type ItemCount, type ItemKind, itemKinds } from "@ntm/domain/inventory"
import { A } from "@solidjs/router"
import { createMemo, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { formatNumber } from "../parts/format.ts"
import { TableFrame } from "../parts/table-frame.tsx"
import { inventoryWords } from "./inventory.words.ts"
import { TargetBar } from "./target-bar.tsx"
import type { InventoryScope } from "./use-inventory-scope.ts"

const PATH = "/so-theo-doi"

interface Row {
  readonly key: string
  readonly of: ItemCount
  readonly byKind: ReadonlyMap<ItemKind, ItemCount>
}

const rowsOf = (counts: ReadonlyArray<ItemCount>): ReadonlyArray<Row> =>
  [...Map.groupBy(counts, ({ place, unit }) => `${place} ${unit?.id ?? ""}`)].flatMap(([key, own]) => {
    const [of] = own
    return of === undefined ? [] : [{ key, of, byKind: new Map(own.map((count) => [count.kind, count])) }]
  })

/** What is counted of a kind: entries of the year for what is held, entries that stand for the rest. */
const numberOf = (count: ItemCount): number => (itemKinds[count.kind].held ? count.added : count.total)

/** Unit by unit, register by register; with one register alone, each unit's bar against its targets. */
export const CountsByUnit = (props: {
  readonly answer: AnswerOf<typeof api.inventory.counts>
  readonly scope: InventoryScope
}) => {
  const t = useWords(inventoryWords)
  const rows = createMemo(() => rowsOf(props.answer.units))
  const kinds = () => {
    const there = new Set(props.answer.total.map(({ kind }) => kind))
    return allItemKinds.filter((kind) => there.has(kind))
  }
  const alone = () => kinds().length === 1
  const name = ({ of: { place, unit } }: Row) => {
    const own = unit === null ? "" : `${unit.type} ${unit.name}`
    return place === "unit" ? own : [own, t().places[place]].filter((text) => text !== "").join(" – ")
  }
  return (
    <Show when={rows().length > 0}>
      <Card id="theo-don-vi" title={t().byUnit} lead={t().byUnitLead}>
        <TableFrame label={t().byUnit} tall>
          <table class="w-full border-separate border-spacing-0 text-sm">
            <thead class="sticky top-0 z-10 text-xs">
              <tr>
                <th scope="col" class="sticky left-0 border-b border-line bg-raised px-3 py-2 text-left align-bottom">
                  {t().unit}
                </th>
                <For each={kinds()}>
                  {(kind) => (
                    <th scope="col" class="border-b border-line bg-raised px-3 py-2 text-right align-bottom">
                      {t().kinds[kind]}
                    </th>
                  )}
                </For>
                <Show when={alone()}>
                  <th scope="col" class="border-b border-line bg-raised px-3 py-2 text-left align-bottom">
                    {t().targets}
                  </th>
                </Show>
              </tr>
            </thead>
            <tbody>
              <For each={rows()}>
                {(row) => (
                  <tr>
                    <th
                      scope="row"
                      class="sticky left-0 border-b border-line bg-surface px-3 py-1.5 text-left font-normal"
                    >
                      <Show when={row.of.place === "unit" && row.of.unit} fallback={name(row)}>
                        {(unit) => (
                          <A class="link" href={props.scope.hrefOf(PATH)(unit().code)}>
                            {name(row)}
                          </A>
                        )}
                      </Show>
                    </th>
                    <For each={kinds()}>
                      {(kind) => (
                        <td class="border-b border-line px-3 py-1.5 text-right whitespace-nowrap">
                          <Show when={row.byKind.get(kind)}>{(count) => <Cell count={count()} />}</Show>
                        </td>
                      )}
                    </For>
                    <Show when={alone()}>
                      <td class="min-w-48 border-b border-line px-3 py-1.5">
                        <For each={kinds().flatMap((kind) => row.byKind.get(kind)?.targets ?? [])}>
                          {(target) => <TargetBar target={target} />}
                        </For>
                      </td>
                    </Show>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableFrame>
      </Card>
    </Show>
  )
}

const Cell = (props: { readonly count: ItemCount }) => {
  const t = useWords(inventoryWords)
  const met = () => props.count.targets.length > 0 && props.count.targets.every((target) => target.met)
  return (
    <>
      {formatNumber(numberOf(props.count))}
      <Show when={met()}>
        <span class="text-primary" aria-hidden="true">
          {" "}
          ✓
        </span>
        <span class="sr-only"> ({t().met})</span>
      </Show>
    </>
  )
}

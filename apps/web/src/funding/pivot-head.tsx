import { type FundingPivot, type FundingSourceKey, sourceOf } from "@ntm/domain/funding"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { MinusIcon, PlusIcon } from "../parts/icons.tsx"
import { pivotWords } from "./pivot.words.ts"
import type { SourceHead } from "./source-columns.ts"
import { hasParts } from "./source-tree.ts"

/** A source by its name in the tree. */
export const sourceText = (key: FundingSourceKey): string => inLanguage(sourceOf(key).name)

/** The tree of sources as the head of a table; a source with parts opens and closes. */
export const PivotHead = (props: {
  readonly pivot: FundingPivot
  readonly head: SourceHead
  readonly onToggle: (key: FundingSourceKey) => void
}) => {
  const t = useWords(pivotWords)
  const toggled = (key: string) => {
    const found = props.pivot.sources.find((each) => each === key)
    if (found !== undefined) props.onToggle(found)
  }
  return (
    <thead class="sticky top-0 z-20 text-xs">
      <For each={props.head.rows}>
        {(row, depth) => (
          <tr>
            <Show when={depth() === 0}>
              <th
                scope="col"
                rowspan={props.head.rows.length}
                class="sticky left-0 z-10 border-r border-b border-line bg-raised px-3 py-2 text-left align-bottom"
              >
                {t().unit}
              </th>
            </Show>
            <For each={row}>
              {(cell) => {
                const opens = () => cell.kind === "leaf" && hasParts(props.pivot.sources, cell.source.key)
                return (
                  <th
                    scope={cell.kind === "group" ? "colgroup" : "col"}
                    colspan={cell.colSpan}
                    rowspan={cell.rowSpan}
                    class="border-b border-line bg-raised px-2.5 py-1.5"
                    classList={{
                      "border-x text-center": cell.kind === "group",
                      "min-w-24 text-right align-bottom": cell.kind !== "group"
                    }}
                  >
                    <Show
                      when={(opens() && cell.source.key !== "all") || cell.kind === "group"}
                      fallback={
                        <Show when={cell.kind === "sum"} fallback={cell.source.label}>
                          {t().sum}
                          <span class="sr-only"> {cell.source.label}</span>
                        </Show>
                      }
                    >
                      <button
                        type="button"
                        class="inline-flex min-h-7 items-center gap-1 rounded border border-line-strong bg-surface px-1.5 font-semibold hover:text-primary"
                        aria-expanded={cell.kind === "group"}
                        aria-label={(cell.kind === "group" ? t().closeParts : t().openParts)(cell.source.label)}
                        onClick={() => toggled(cell.source.key)}
                      >
                        {cell.kind === "group" ? (
                          <MinusIcon class="no-print size-3.5 shrink-0" />
                        ) : (
                          <PlusIcon class="no-print size-3.5 shrink-0" />
                        )}
                        {cell.source.label}
                      </button>
                    </Show>
                  </th>
                )
              }}
            </For>
          </tr>
        )}
      </For>
    </thead>
  )
}

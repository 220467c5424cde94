import type { AuditHead } from "@ntm/contract"
import type { ChangedRow } from "@ntm/domain/changes"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"
import { TableFrame } from "../parts/table-frame.tsx"
import { changesWords } from "./changes.words.ts"
import { Told } from "./told.tsx"

/** What became of each row, line by line in words: before and after of what was changed, all that it says of what began or ended. */
export const AuditRows = (props: { readonly entry: AuditHead; readonly rows: ReadonlyArray<ChangedRow> }) => {
  const t = useWords(changesWords)
  const sides = (): ReadonlyArray<"before" | "after"> => {
    if (props.entry.op === "update") return ["before", "after"]
    return props.entry.op === "delete" ? ["before"] : ["after"]
  }
  const heading = (side: "before" | "after") =>
    sides().length === 2 ? t()[side] : side === "before" ? t().removed : t().content
  return (
    <>
      <TableFrame label={t().entry(formatNumber(props.entry.seq))}>
        <table class="w-full text-sm" classList={{ "sm:min-w-[34rem]": sides().length === 2 }}>
          <thead>
            <tr class="border-b border-line text-left">
              <th scope="col" class="w-1/3 px-3 py-1.5 sm:w-56">
                {t().field}
              </th>
              <For each={sides()}>
                {(side) => (
                  <th scope="col" class="px-3 py-1.5">
                    {heading(side)}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <For each={props.rows}>
            {(row) => (
              <tbody>
                <Show when={props.entry.rows > 1}>
                  <tr>
                    <th
                      scope="rowgroup"
                      colspan={sides().length + 1}
                      class="bg-raised px-3 py-1 text-left text-xs text-ink-soft"
                    >
                      {t().row(formatNumber(row.no))}
                    </th>
                  </tr>
                </Show>
                <For each={row.changed.flatMap(({ lines }) => lines)}>
                  {(line) => (
                    <tr class="border-t border-line align-top">
                      <th scope="row" class="px-3 py-1.5 text-left font-normal text-ink-soft first-letter:uppercase">
                        {inLanguage(line.words)}
                      </th>
                      <For each={sides()}>
                        {(side) => (
                          <td class="px-3 py-1.5 wrap-anywhere">
                            <Told value={line[side]} />
                          </td>
                        )}
                      </For>
                    </tr>
                  )}
                </For>
              </tbody>
            )}
          </For>
        </table>
      </TableFrame>
    </>
  )
}

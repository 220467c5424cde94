import type { Finding } from "@ntm/domain/documents"
import type { FundingTable } from "@ntm/domain/funding"
import { type Dong, formatMoney, type MoneyUnit } from "@ntm/domain/values"
import { A } from "@solidjs/router"
import { createMemo, createSignal, For, Show } from "solid-js"
import { FindingPanel } from "../documents/finding-panel.tsx"
import { doubtsTable, findingsByCell } from "@ntm/domain/documents"
import { MarkedNumber } from "../documents/marked-number.tsx"
import { anchors, documentHref } from "../documents/place-link.ts"
import { useWords } from "../language/words.ts"
import { BLANK } from "../parts/format.ts"
import { TableFrame } from "../parts/table-frame.tsx"
import { fundingWords } from "./funding.words.ts"
import { sourceHead } from "./source-columns.ts"
import { groupName, sourceName } from "./source-name.ts"

/** Resources by unit and source, the sources' tree in the head, and the findings in the cells where they sit. */
export const FundingTableView = (props: {
  readonly table: FundingTable
  readonly findings: ReadonlyArray<Finding>
  readonly unit: MoneyUnit
  readonly decimals: number
}) => {
  const t = useWords(fundingWords)
  const head = createMemo(() => sourceHead(props.table.sources))
  const inCell = createMemo(() => findingsByCell(props.findings, props.table.document, props.table.table))
  const [open, setOpen] = createSignal<{ readonly title: string; readonly findings: ReadonlyArray<Finding> }>()
  const money = (amount: Dong | null | undefined) =>
    amount === null || amount === undefined
      ? BLANK
      : formatMoney(amount, { unit: props.unit, decimals: props.decimals, withUnit: false })
  return (
    <>
      <TableFrame label={props.table.title ?? props.table.name} tall>
        <table class="w-full border-separate border-spacing-0 text-sm">
          <thead class="sticky top-0 z-20 text-xs">
            <For each={head().rows}>
              {(row, depth) => (
                <tr>
                  <Show when={depth() === 0}>
                    <th
                      scope="col"
                      rowspan={head().rows.length}
                      class="sticky left-0 z-10 border-r border-b border-line bg-raised px-3 py-2 text-left align-bottom"
                    >
                      {t().unit}
                    </th>
                  </Show>
                  <For each={row}>
                    {(cell) => (
                      <th
                        scope={cell.kind === "group" ? "colgroup" : "col"}
                        colspan={cell.colSpan}
                        rowspan={cell.rowSpan}
                        class="border-b border-line bg-raised px-2.5 py-1.5"
                        classList={{
                          "border-x text-center": cell.kind === "group",
                          "min-w-22 text-right align-bottom": cell.kind !== "group"
                        }}
                      >
                        <Show
                          when={cell.kind === "sum"}
                          fallback={cell.kind === "group" ? groupName(cell.source) : sourceName(cell.source)}
                        >
                          {t().sum}
                          <span class="sr-only"> {groupName(cell.source)}</span>
                        </Show>
                      </th>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </thead>
          <tbody>
            <For each={props.table.rows}>
              {(row) => (
                <tr class="group" classList={{ "font-semibold": row.kind === "total" }}>
                  <th
                    scope="row"
                    class="sticky left-0 border-r border-b border-line px-3 py-1.5 text-left max-sm:w-30 max-sm:min-w-30 sm:whitespace-nowrap"
                    classList={{
                      "bg-primary-soft": row.kind === "total",
                      "bg-surface font-normal group-hover:bg-raised": row.kind !== "total"
                    }}
                  >
                    <A
                      href={documentHref(props.table.document, anchors.row(props.table.table, row.row))}
                      class="underline decoration-line-strong underline-offset-4 hover:decoration-current"
                    >
                      {row.unit}
                    </A>
                  </th>
                  <For each={head().columns}>
                    {(column) => {
                      const found = () => inCell()(row.row, column.key)
                      return (
                        <td
                          class="border-b border-line px-2.5 py-1.5 text-right whitespace-nowrap"
                          classList={{
                            "bg-primary-soft": row.kind === "total",
                            "group-hover:bg-raised": row.kind !== "total",
                            "text-ink-faint": row.amounts[column.index] === null
                          }}
                        >
                          <MarkedNumber
                            text={money(row.amounts[column.index])}
                            findings={found()}
                            doubted={found().some((finding) =>
                              doubtsTable(finding, props.table.document, props.table.table)
                            )}
                            onOpen={() => setOpen({ title: `${row.unit} · ${sourceName(column)}`, findings: found() })}
                          />
                        </td>
                      )
                    }}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </TableFrame>
      <Show when={open()}>
        {(cell) => <FindingPanel title={cell().title} findings={cell().findings} onClose={() => setOpen(undefined)} />}
      </Show>
    </>
  )
}

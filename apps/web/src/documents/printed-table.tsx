import type { Finding, PrintedTable } from "@ntm/domain/documents"
import { createMemo, createSignal, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { formatNumber } from "../parts/format.ts"
import { TableFrame } from "../parts/table-frame.tsx"
import { documentWords } from "./documents.words.ts"
import { FindingPanel } from "./finding-panel.tsx"
import { doubtsTable, findingsByCell } from "@ntm/domain/documents"
import { MarkedNumber } from "./marked-number.tsx"
import { anchors } from "./place-link.ts"

/** A table as its document prints it, in the unit that it was printed in, with the findings in their cells. */
export const PrintedTableView = (props: {
  readonly document: string
  readonly table: PrintedTable
  readonly findings: ReadonlyArray<Finding>
}) => {
  const t = useWords(documentWords)
  const [open, setOpen] = createSignal<{ readonly title: string; readonly findings: ReadonlyArray<Finding> }>()
  const inCell = createMemo(() => findingsByCell(props.findings, props.document, props.table.key))
  const columns = () =>
    props.table.columns.map((column, index) => ({ ...column, index })).filter((column) => column.numeric)
  return (
    <Card
      id={`bang-so-lieu-${props.table.key}`}
      title={props.table.name}
      lead={
        <>
          {props.table.title}
          {props.table.unit === null ? "" : ` · ${t().unit(props.table.unit)}`}
        </>
      }
    >
      <TableFrame label={props.table.name}>
        <table class="w-full border-separate border-spacing-0 text-sm">
          <thead class="text-xs">
            <tr>
              <th scope="col" class="sticky left-0 z-10 border-b border-line bg-raised px-3 py-2 text-left">
                {t().row}
              </th>
              <For each={columns()}>
                {(column) => (
                  <th scope="col" class="min-w-24 border-b border-line bg-raised px-3 py-2 text-right align-bottom">
                    {column.label}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.table.rows}>
              {(row, index) => (
                <tr id={anchors.row(props.table.key, index())} class={row.kind === "total" ? "font-semibold" : ""}>
                  <th
                    scope="row"
                    class="sticky left-0 border-b border-line bg-surface px-3 py-1.5 text-left whitespace-nowrap"
                    classList={{ "font-normal": row.kind !== "total" }}
                  >
                    {row.label}
                  </th>
                  <For each={columns()}>
                    {(column) => {
                      const found = () => inCell()(index(), column.key)
                      return (
                        <td class="border-b border-line px-3 py-1.5 text-right whitespace-nowrap">
                          <MarkedNumber
                            text={formatNumber(row.cells[column.index] ?? null, row.decimals[column.index] ?? 0)}
                            findings={found()}
                            doubted={found().some((finding) => doubtsTable(finding, props.document, props.table.key))}
                            onOpen={() => setOpen({ title: `${row.label} · ${column.label}`, findings: found() })}
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
    </Card>
  )
}

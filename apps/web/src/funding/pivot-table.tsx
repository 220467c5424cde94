import { type FundingPivot, type FundingSourceKey, type PivotRow, sourceOf } from "@ntm/domain/funding"
import { type Dong, formatMoney } from "@ntm/domain/values"
import { A } from "@solidjs/router"
import { createMemo, createSignal, For, Show } from "solid-js"
import { nextPlace, type Place } from "../assessments/cell-keys.ts"
import { RowMark } from "../assessments/row-marks.tsx"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { BLANK } from "../parts/format.ts"
import { ErrorIcon } from "../parts/icons.tsx"
import { TableFrame } from "../parts/table-frame.tsx"
import { glanceDecimals, type ShownUnit } from "./money-unit.ts"
import { moneyText } from "./money-text.ts"
import { cellAt, isMarked, type ShownRow } from "./pivot-marks.ts"
import { PivotHead, sourceText } from "./pivot-head.tsx"
import { pivotWords } from "./pivot.words.ts"
import { sourceHead } from "./source-columns.ts"
import { shownSources } from "./source-tree.ts"

/** The name of a row, in words. */
export const rowText = (
  row: ShownRow,
  words: { readonly total: string; readonly rows: Record<"whole" | "own" | "rest", string> }
) => {
  if (row === null) return words.total
  if (row.kind === "whole" || row.kind === "own" || row.kind === "rest") return words.rows[row.kind]
  if (row.kind === "agency") return row.agency ?? words.rows.own
  return row.unit === null ? words.rows.own : `${row.unit.type} ${row.unit.name}`
}

/**
 * Any source by any unit, sources as a tree that opens, what is unexplained marked where it sits.
 *
 * **Details** The numbers are one stop of the Tab key: arrows, Home, End and Page keys go from one to the next, Enter opens where it comes from.
 */
export const PivotTable = (props: {
  readonly pivot: FundingPivot
  readonly label: string
  readonly unit: ShownUnit
  readonly open: ReadonlySet<FundingSourceKey>
  readonly onToggle: (key: FundingSourceKey) => void
  /** Where a unit's own table is. */
  readonly hrefOf: (code: string) => string
  readonly onCell: (row: ShownRow, source: FundingSourceKey) => void
}) => {
  const t = useWords(pivotWords)
  let table: HTMLTableElement | undefined
  const [place, setPlace] = createSignal<Place>({ row: 0, column: 1 })
  const shown = createMemo(() => shownSources(props.pivot.sources, props.open))
  const head = createMemo(() =>
    sourceHead(shown().map((key) => ({ key, label: sourceText(key), parent: sourceOf(key).parent })))
  )
  const columns = createMemo(() => head().columns.flatMap(({ key }) => shown().find((each) => each === key) ?? []))
  const rows = createMemo((): ReadonlyArray<ShownRow> => [null, ...props.pivot.rows])
  const money = (amount: Dong) =>
    formatMoney(amount, { unit: props.unit, decimals: glanceDecimals[props.unit], withUnit: false })
  const placeOf = (event: Event): Place | undefined => {
    const at = event.target instanceof Element ? event.target.closest("[data-at]")?.getAttribute("data-at") : null
    const [row, column] = (at ?? "").split(":").map(Number)
    return row === undefined || column === undefined ? undefined : { row, column }
  }
  const press = ({ column, row }: Place) => {
    const source = columns()[column - 1]
    const of = rows()[row]
    if (source !== undefined && of !== undefined) props.onCell(of, source)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event)
    if (at === undefined || event.altKey || event.metaKey) return
    const next = nextPlace(at, event.key, event.ctrlKey, { row: rows().length - 1, column: columns().length })
    if (next !== undefined) {
      event.preventDefault()
      const inside = { row: Math.max(0, next.row), column: next.column }
      setPlace(inside)
      const cell = table?.querySelector<HTMLElement>(`[data-at="${inside.row}:${inside.column}"]`)
      cell?.focus({ preventScroll: true })
      cell?.scrollIntoView({ block: "nearest", inline: "nearest" })
    } else if ((event.key === "Enter" || event.key === " ") && at.column > 0) {
      event.preventDefault()
      press(at)
    }
  }
  const stop = (row: number, column: number) => {
    const { column: last } = place()
    const here = { row: Math.min(place().row, rows().length - 1), column: Math.min(last, columns().length) }
    return here.row === row && here.column === column ? 0 : -1
  }
  const allMadeUp = createMemo(() => props.pivot.total.every((cell) => cell === null || cell.illustrative))
  return (
    <TableFrame label={props.label} tall>
      <table
        ref={table}
        role="grid"
        class="w-full border-separate border-spacing-0 text-sm"
        aria-label={props.label}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => {
          const at = placeOf(event)
          if (at !== undefined) setPlace(at)
        }}
        onClick={(event) => {
          const at = placeOf(event)
          if (at !== undefined && at.column > 0) press(at)
        }}
      >
        <PivotHead pivot={props.pivot} head={head()} onToggle={props.onToggle} />
        <tbody>
          <For each={rows()}>
            {(row, at) => (
              <tr class="group" classList={{ "font-semibold": row === null }}>
                <th
                  scope="row"
                  class="sticky left-0 z-10 border-r border-b border-line px-3 py-1.5 text-left max-sm:w-32 max-sm:min-w-32 sm:whitespace-nowrap"
                  classList={{
                    "bg-primary-soft": row === null,
                    "bg-surface font-normal group-hover:bg-raised": row !== null
                  }}
                >
                  <RowName
                    row={row}
                    at={at()}
                    tabindex={stop(at(), 0)}
                    hrefOf={props.hrefOf}
                    marked={!allMadeUp() && row !== null && row.cells.some((cell) => cell?.illustrative)}
                  />
                </th>
                <For each={columns()}>
                  {(source, column) => {
                    const cell = () => cellAt(props.pivot, row, source)
                    const marked = () => isMarked(props.pivot, row, source, shown())
                    return (
                      <td
                        class="cursor-pointer border-b border-line px-2.5 py-1.5 text-right whitespace-nowrap -outline-offset-3"
                        classList={{
                          "bg-primary-soft": row === null && !marked(),
                          "group-hover:bg-raised": row !== null && !marked(),
                          "bg-error-soft font-semibold text-error": marked(),
                          "text-ink-faint": cell() === null
                        }}
                        data-at={`${at()}:${column() + 1}`}
                        data-marked={marked() ? "" : undefined}
                        tabindex={stop(at(), column() + 1)}
                      >
                        <Show when={cell()} fallback={BLANK}>
                          {(there) => (
                            <span class="inline-flex items-center gap-1">
                              <Show when={marked()}>
                                <ErrorIcon class="size-3.5 shrink-0" />
                              </Show>
                              {money(there().amount)}
                              <Show when={marked()}>
                                <span class="sr-only">
                                  ,{" "}
                                  {t().unexplained(
                                    moneyText(there().unexplained, props.unit, glanceDecimals[props.unit])
                                  )}
                                </span>
                              </Show>
                            </span>
                          )}
                        </Show>
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
  )
}

const RowName = (props: {
  readonly row: ShownRow
  readonly at: number
  readonly tabindex: number
  readonly hrefOf: (code: string) => string
  readonly marked: boolean
}) => {
  const t = useWords(pivotWords)
  const text = () => rowText(props.row, t())
  /** The unit whose own table the row opens: a commune has none below it. */
  const down = (row: PivotRow) => (row.kind === "unit" && row.unit !== null ? row.unit.code : null)
  return (
    <span class="flex flex-wrap items-center gap-x-1.5">
      <Show
        when={props.row !== null && down(props.row)}
        fallback={
          <span data-at={`${props.at}:0`} tabindex={props.tabindex}>
            {text()}
          </span>
        }
      >
        {(code) => (
          <A
            href={props.hrefOf(code())}
            class="underline decoration-line-strong underline-offset-4 hover:decoration-current"
            data-at={`${props.at}:0`}
            tabindex={props.tabindex}
          >
            {text()}
          </A>
        )}
      </Show>{" "}
      <Show when={props.row?.kind === "ended"}>
        <Badge tone="plain">{t().rows.ended}</Badge>
      </Show>
      <Show when={props.row?.kind === "agency"}>
        <Badge tone="plain">{t().agency}</Badge>
      </Show>
      <Show when={props.marked}>
        <RowMark kind="illustrative" />
      </Show>
    </span>
  )
}

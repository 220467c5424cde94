import type { AssessmentMatrix, MatrixRow } from "@ntm/contract"
import { verdictWords } from "@ntm/domain/criteria"
import { A, useNavigate } from "@solidjs/router"
import { createEffect, createMemo, createSignal, For, type JSX, on, onCleanup, onMount, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { assessmentWords } from "./assessments.words.ts"
import { nextPlace, type Place } from "./cell-keys.ts"
import { HeatFoot } from "./heat-foot.tsx"
import type { Counts } from "./matrix-order.ts"
import { RowMarks } from "./row-marks.tsx"
import { signs, verdictAt } from "./verdicts.ts"
import { inSight, scrolledTo } from "./window.ts"

/** As `.heat tbody tr` has it. */
const ROW_PX = 34

/** Up to so many criteria there is room for their names as people write them. */
const FEW = 9

/**
 * The cells, in a window of their own: head, names and foot stay in sight, and of many rows only those in sight are drawn.
 *
 * **Details** One stop of the Tab key; arrows, Home, End and Page keys go from cell to cell, Enter opens the unit's scorecard.
 */
export const HeatTable = (props: {
  readonly matrix: AssessmentMatrix
  readonly rows: ReadonlyArray<MatrixRow>
  readonly counts: ReadonlyArray<Counts>
  readonly failing: number | null
  readonly onFailing: (criterion: number | null) => void
  readonly hrefOf: (code: string, criterion?: number) => string
  readonly whyOf: (number: string) => string
  /** How many of how many are shown. */
  readonly status: JSX.Element
}) => {
  const t = useWords(assessmentWords)
  const navigate = useNavigate()
  let frame: HTMLDivElement | undefined
  let table: HTMLTableElement | undefined
  const [top, setTop] = createSignal(0)
  const [height, setHeight] = createSignal(0)
  const [printing, setPrinting] = createSignal(false)
  const [place, setPlace] = createSignal<Place>({ row: 0, column: 0 })
  const [told, setTold] = createSignal<Place>()
  const criteria = () => props.matrix.criteria
  const span = createMemo(() => inSight(props.rows.length, ROW_PX, top(), printing() ? 0 : height()), undefined, {
    equals: (a, b) => a.from === b.from && a.to === b.to
  })
  /** Names that more than one unit carries: their codes tell them apart. */
  const shared = createMemo(() => {
    const seen = Map.groupBy(props.matrix.items, ({ unit }) => `${unit.type} ${unit.name}`)
    return new Set([...seen].filter(([, { length }]) => length > 1).map(([name]) => name))
  })
  const drawn = createMemo(() => props.rows.slice(span().from, span().to))

  onMount(() => {
    const measure = () => setHeight(frame?.clientHeight ?? 0)
    measure()
    const [before, after] = [() => setPrinting(true), () => setPrinting(false)]
    window.addEventListener("resize", measure)
    window.addEventListener("beforeprint", before)
    window.addEventListener("afterprint", after)
    onCleanup(() => {
      window.removeEventListener("resize", measure)
      window.removeEventListener("beforeprint", before)
      window.removeEventListener("afterprint", after)
    })
  })
  createEffect(
    on(
      () => props.rows,
      () => {
        setPlace({ row: 0, column: 0 })
        frame?.scrollTo?.({ top: 0 })
        setTop(0)
      },
      { defer: true }
    )
  )

  const placeOf = (event: Event): Place | undefined => {
    const at = event.target instanceof Element ? event.target.closest("[data-at]")?.getAttribute("data-at") : null
    const [row, column] = (at ?? "").split(":").map(Number)
    return row === undefined || column === undefined ? undefined : { row, column }
  }
  const goTo = ({ column, row }: Place) => {
    setPlace({ row, column })
    if (frame !== undefined && row >= 0) {
      const head = table?.tHead?.offsetHeight ?? 0
      const foot = table?.tFoot?.offsetHeight ?? 0
      frame.scrollTop = scrolledTo(row, ROW_PX, { top: frame.scrollTop, height: frame.clientHeight, head, foot })
      setTop(frame.scrollTop)
    }
    const cell = table?.querySelector<HTMLElement>(`[data-at="${row}:${column}"]`)
    cell?.focus({ preventScroll: row >= 0 })
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event)
    if (at === undefined || event.altKey || event.metaKey) return
    const next = nextPlace(at, event.key, event.ctrlKey, { row: props.rows.length - 1, column: criteria().length + 1 })
    if (next !== undefined) {
      event.preventDefault()
      goTo(next)
    } else if (event.key === "Enter" && at.row >= 0 && at.column > 0) open(at)
  }
  const open = ({ column, row }: Place) => {
    const unit = props.rows[row]?.unit
    if (unit !== undefined) navigate(props.hrefOf(unit.code, criteria()[column - 2]?.no))
  }
  const stop = (row: number, column: number) => (place().row === row && place().column === column ? 0 : -1)
  const readout = () => {
    const { column = 0, row = -1 } = told() ?? {}
    const [unit, criterion] = [props.rows[row], criteria()[column - 2]]
    if (unit === undefined || criterion === undefined) return undefined
    return t().readout(
      `${unit.unit.type} ${unit.unit.name}`,
      t().criterion(criterion.no, criterion.name),
      inLanguage(verdictWords[verdictAt(unit, column - 2)])
    )
  }
  return (
    <div class="space-y-1">
      <div class="flex flex-wrap items-center justify-between gap-x-6 text-sm">
        {props.status}
        <p class="no-print min-w-0 truncate text-ink-soft" aria-hidden="true">
          {readout() ?? t().readoutHint}
        </p>
      </div>
      <div
        ref={frame}
        class="frame relative max-h-[78vh] overflow-auto rounded-lg border border-line-strong bg-surface"
        onScroll={() => setTop(frame?.scrollTop ?? 0)}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => {
          const at = placeOf(event)
          if (at !== undefined) setPlace(at)
          setTold(at)
        }}
        onPointerOver={(event) => setTold(placeOf(event))}
      >
        <table
          ref={table}
          role="grid"
          class="heat"
          classList={{ few: criteria().length <= FEW }}
          aria-label={t().heat(props.matrix.set.name)}
          aria-rowcount={props.rows.length + 4}
          aria-colcount={criteria().length + 2}
        >
          <thead>
            <tr aria-rowindex="1">
              <th scope="col" class="corner px-3 pb-2 text-left align-bottom">
                {t().unit}
              </th>
              <th scope="col" class="px-2 pb-2 text-right align-bottom">
                {t().met}
              </th>
              <For each={criteria()}>
                {(criterion, at) => (
                  <th scope="col" class="p-0 align-bottom">
                    <button
                      type="button"
                      class="criterion"
                      data-at={`-1:${at() + 2}`}
                      tabindex={stop(-1, at() + 2)}
                      aria-pressed={props.failing === at()}
                      title={`${t().failing}: ${t().criterion(criterion.no, criterion.name)}`}
                      onClick={() => props.onFailing(props.failing === at() ? null : at())}
                    >
                      <span>{criterion.name}</span>
                      <span class="font-semibold">{criterion.no}</span>
                    </button>
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody
            onClick={(event) => {
              const at = placeOf(event)
              if (at !== undefined && at.column > 0) open(at)
            }}
          >
            <tr aria-hidden="true" style={{ height: `${span().from * ROW_PX}px` }} hidden={span().from === 0} />
            <For each={drawn()}>
              {(row, index) => {
                const at = () => span().from + index()
                return (
                  <tr aria-rowindex={at() + 2}>
                    <th scope="row" class="px-3 text-left font-normal">
                      <span class="flex items-center gap-1.5">
                        <A
                          href={props.hrefOf(row.unit.code)}
                          class="max-w-44 truncate hover:underline"
                          data-at={`${at()}:0`}
                          tabindex={stop(at(), 0)}
                        >
                          {row.unit.type} {row.unit.name}
                        </A>{" "}
                        <Show when={shared().has(`${row.unit.type} ${row.unit.name}`)}>
                          <span class="text-xs text-ink-faint">{row.unit.code}</span>
                        </Show>
                        <RowMarks row={row} />
                      </span>
                    </th>
                    <td
                      class="sum cursor-pointer px-2 text-right font-semibold whitespace-nowrap"
                      data-at={`${at()}:1`}
                      tabindex={stop(at(), 1)}
                    >
                      {row.met}
                      <span class="font-normal text-ink-faint">/{criteria().length}</span>
                    </td>
                    <For each={criteria()}>
                      {(_, criterion) => {
                        const verdict = verdictAt(row, criterion())
                        return (
                          <td
                            class="cursor-pointer"
                            data-verdict={verdict}
                            data-at={`${at()}:${criterion() + 2}`}
                            tabindex={stop(at(), criterion() + 2)}
                            aria-label={inLanguage(verdictWords[verdict])}
                          >
                            {signs[verdict]}
                          </td>
                        )
                      }}
                    </For>
                  </tr>
                )
              }}
            </For>
            <tr
              aria-hidden="true"
              style={{ height: `${(props.rows.length - span().to) * ROW_PX}px` }}
              hidden={span().to === props.rows.length}
            />
          </tbody>
          <HeatFoot counts={props.counts} criteria={criteria()} whyOf={props.whyOf} />
        </table>
      </div>
    </div>
  )
}

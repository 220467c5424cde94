import type { Unit, UnitLevel } from "@ntm/domain/units"
import { createEffect, createMemo, createSignal, For, Match, Show, Switch } from "solid-js"
import { useWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"
import { ChevronIcon } from "../parts/icons.tsx"
import { typeCounts } from "./type-counts.ts"
import { UnitLink } from "./unit-link.tsx"
import { useUnits } from "./units.queries.ts"
import { unitWords } from "./units.words.ts"

/** What the rows share: which of them are open, and which one the Tab key reaches. */
export interface TreeState {
  readonly isOpen: (code: string) => boolean
  readonly isActive: (code: string) => boolean
  readonly onActive: (code: string) => void
  readonly onToggle: (code: string, open: boolean) => void
}

interface Shared {
  readonly asOf: string | undefined
  /** The lowest level that has units on the day: nothing below it can be opened. */
  readonly deepest: UnitLevel
  readonly state: TreeState
}

/** Rows of units that stand side by side, each with the rows below it while it is open. */
export const TreeBranch = (props: Shared & { readonly units: ReadonlyArray<Unit>; readonly depth: number }) => {
  // Rows are kept by code while the day changes, so that the focus and the open branches stay.
  const codes = createMemo(() => props.units.map(({ code }) => code))
  const byCode = createMemo(() => new Map(props.units.map((unit) => [String(unit.code), unit])))
  return (
    <For each={codes()}>
      {(code, index) => (
        <Show when={byCode().get(code)}>
          {(unit) => (
            <TreeRowView
              unit={unit()}
              depth={props.depth}
              position={index() + 1}
              size={props.units.length}
              asOf={props.asOf}
              deepest={props.deepest}
              state={props.state}
            />
          )}
        </Show>
      )}
    </For>
  )
}

type RowProps = Shared & {
  readonly unit: Unit
  readonly depth: number
  readonly position: number
  readonly size: number
}

const TreeRowView = (props: RowProps) => {
  const closed = () => props.unit.level === props.deepest
  const open = () => !closed() && props.state.isOpen(props.unit.code)
  const [below, setBelow] = createSignal<ReadonlyArray<Unit>>()
  return (
    <>
      <Row {...props} expanded={closed() ? undefined : open()} below={open() ? below() : undefined} />
      <Show when={open()}>
        <Below {...props} onAnswer={setBelow} />
      </Show>
    </>
  )
}

/** The rows below an open one, once they are there. */
const Below = (props: RowProps & { readonly onAnswer: (units: ReadonlyArray<Unit> | undefined) => void }) => {
  const t = useWords(unitWords)
  const below = useUnits(() => ({ asOf: props.asOf, parent: props.unit.code }))
  const items = () => (below.isSuccess ? below.data.items : undefined)
  createEffect(() => props.onAnswer(items()))
  return (
    <Switch fallback={<Notice depth={props.depth + 1}>{t().opening}</Notice>}>
      <Match when={below.isError}>
        <Notice depth={props.depth + 1}>{t().notOpened}</Notice>
      </Match>
      <Match when={items()?.length === 0}>
        <Notice depth={props.depth + 1}>{t().nothingBelow}</Notice>
      </Match>
      <Match when={items()}>
        {(units) => (
          <TreeBranch
            units={units()}
            depth={props.depth + 1}
            asOf={props.asOf}
            deepest={props.deepest}
            state={props.state}
          />
        )}
      </Match>
    </Switch>
  )
}

/** A line in place of rows: why there are none. */
const Notice = (props: { readonly depth: number; readonly children: string }) => (
  <tr role="row" aria-level={props.depth} class="border-t border-line text-ink-soft">
    <td role="gridcell" colspan="4" class="px-3 py-1.5" style={indent(props.depth)}>
      {props.children}
    </td>
  </tr>
)

const indent = (depth: number) => ({ "padding-left": `${0.5 + (depth - 1) * 1.25}rem` })

const Row = (
  props: RowProps & {
    readonly expanded: boolean | undefined
    readonly below: ReadonlyArray<Unit> | undefined
  }
) => {
  const t = useWords(unitWords)
  const toggle = () => {
    if (props.expanded !== undefined) props.state.onToggle(props.unit.code, !props.expanded)
  }
  return (
    <tr
      role="row"
      aria-level={props.depth}
      aria-posinset={props.position}
      aria-setsize={props.size}
      aria-expanded={props.expanded}
      data-code={props.unit.code}
      data-name={props.unit.name}
      tabindex={props.state.isActive(props.unit.code) ? 0 : -1}
      class="scroll-mt-10 border-t border-line -outline-offset-3 hover:bg-raised"
      classList={{ "font-semibold": props.depth === 1 }}
      onFocus={() => props.state.onActive(props.unit.code)}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest("a") === null) toggle()
      }}
    >
      <td role="gridcell" class="py-1 pr-3" style={indent(props.depth)}>
        <span class="flex items-center gap-1.5">
          <span class="grid size-6 shrink-0 place-items-center rounded text-ink-soft" aria-hidden="true">
            <Show when={props.expanded !== undefined} fallback={<span class="size-1 rounded-full bg-line-strong" />}>
              <ChevronIcon
                class={`size-4 transition-transform motion-reduce:transition-none ${props.expanded === true ? "rotate-90" : ""}`}
              />
            </Show>
          </span>
          <span class="flex flex-wrap items-baseline gap-x-3">
            <UnitLink unit={props.unit} asOf={props.asOf} tab={props.state.isActive(props.unit.code)} />
            <Show when={props.below}>
              {(units) => (
                <span class="text-xs font-normal text-ink-soft">
                  {t().countsByType(units().length, typeCounts(units()))}
                </span>
              )}
            </Show>
          </span>
        </span>
      </td>
      <td role="gridcell" class="px-3 py-1 text-right font-normal max-md:hidden">
        {formatNumber(props.unit.areaKm2)}
      </td>
      <td role="gridcell" class="px-3 py-1 text-right font-normal">
        {formatNumber(props.unit.population)}
      </td>
      <td role="gridcell" class="px-3 py-1 text-right font-normal text-ink-soft max-sm:hidden">
        {props.unit.code}
      </td>
    </tr>
  )
}

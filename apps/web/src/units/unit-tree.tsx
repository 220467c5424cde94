import type { Unit } from "@ntm/domain/units"
import { useNavigate } from "@solidjs/router"
import { createEffect, createSignal, on } from "solid-js"
import { useWords } from "../language/words.ts"
import { TableFrame } from "../parts/table-frame.tsx"
import { moveOf, type TreeRow, typedAhead } from "./tree-keys.ts"
import { TreeBranch, type TreeState } from "./tree-branch.tsx"
import { unitAddress } from "./unit-day.ts"
import { unitWords } from "./units.words.ts"

/** Milliseconds after which typing begins a new word. */
const WORD_MS = 700

/** The units of a day as a tree: provinces, and below each what it holds, asked for when it is opened. */
export const UnitTree = (props: {
  readonly provinces: ReadonlyArray<Unit>
  readonly asOf: string | undefined
  readonly deepest: Unit["level"]
  readonly open: ReadonlySet<string>
  readonly onOpen: (codes: ReadonlySet<string>) => void
}) => {
  const t = useWords(unitWords)
  const navigate = useNavigate()
  const [active, setActive] = createSignal<string>()
  let body: HTMLTableSectionElement | undefined
  const elements = (): ReadonlyArray<HTMLTableRowElement> => [
    ...(body?.querySelectorAll<HTMLTableRowElement>("tr[data-code]") ?? [])
  ]
  // A code names a unit only together with a day: on another day the focus begins anew.
  createEffect(
    on(
      () => props.asOf,
      () => setActive(undefined),
      { defer: true }
    )
  )
  const toggle = (code: string, open: boolean) => {
    const codes = new Set(props.open)
    if (open) codes.add(code)
    else codes.delete(code)
    props.onOpen(codes)
  }
  const state: TreeState = {
    isOpen: (code) => props.open.has(code),
    isActive: (code) => (active() ?? props.provinces[0]?.code) === code,
    onActive: setActive,
    onToggle: toggle
  }

  let typed = ""
  let typedAt = 0
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof Element)) return
    const element = event.target.closest<HTMLTableRowElement>("tr[data-code]")
    const code = element?.dataset["code"]
    if (element === null || code === undefined) return
    const found = elements()
    const at = found.indexOf(element)
    const rows = found.map((row): TreeRow => ({
      level: Number(row.getAttribute("aria-level")),
      name: row.dataset["name"] ?? "",
      expanded: row.hasAttribute("aria-expanded") ? row.getAttribute("aria-expanded") === "true" : null
    }))
    const go = (index: number | undefined) => {
      if (index !== undefined) found[index]?.focus()
    }
    const move = moveOf(rows, at, event.key)
    const typing = typed !== "" && event.timeStamp - typedAt <= WORD_MS
    const here = event.target === element
    if (move !== undefined) {
      typed = ""
      if (typeof move === "object") go(move.to)
      else toggle(code, move === "expand")
    } else if (event.key === "Enter" && here) {
      navigate(unitAddress(code, props.asOf))
    } else if (event.key === " " && here && !typing) {
      if (rows[at]?.expanded !== null) toggle(code, rows[at]?.expanded === false)
    } else if (event.key.length === 1 && (event.key !== " " || typing)) {
      typed = typing ? typed + event.key : event.key
      typedAt = event.timeStamp
      go(typedAhead(rows, at, typed))
    } else return
    event.preventDefault()
  }

  return (
    <TableFrame label={t().tree} tall>
      <table
        role="treegrid"
        aria-label={t().tree}
        aria-describedby="cay-phim"
        class="w-full text-sm"
        onKeyDown={onKeyDown}
      >
        <thead class="sticky top-0 z-10 bg-raised text-xs">
          <tr>
            <th scope="col" class="px-3 py-2 text-left">
              {t().name}
            </th>
            <th scope="col" class="px-3 py-2 text-right max-md:hidden">
              {t().area}
            </th>
            <th scope="col" class="px-3 py-2 text-right">
              {t().population}
            </th>
            <th scope="col" class="px-3 py-2 text-right max-sm:hidden">
              {t().code}
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          <TreeBranch units={props.provinces} depth={1} asOf={props.asOf} deepest={props.deepest} state={state} />
        </tbody>
      </table>
    </TableFrame>
  )
}

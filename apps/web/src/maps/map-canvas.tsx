import type { Unit } from "@ntm/domain/units"
import { createEffect, createMemo, createSignal, createUniqueId, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { MinusIcon, PlusIcon, WholeIcon } from "../parts/icons.tsx"
import type { Drawing, Drawn } from "./drawing.ts"
import { HEIGHT, type Point, WIDTH } from "./frame.ts"
import { MapLabels } from "./map-labels.tsx"
import { MapPatterns } from "./map-patterns.tsx"
import { MapTip } from "./map-tip.tsx"
import { mapWords } from "./map.words.ts"
import { neighbourOf } from "./neighbour.ts"
import { shadeClass, type Shading } from "./shading.ts"
import { lookOf } from "./type-look.ts"
import { useView } from "./use-view.ts"
import { NEAR, showing } from "./view.ts"

/**
 * The units of a map as links: one stop of the Tab key, arrows from unit to unit, Enter opens.
 *
 * **Details** `onNear` tells when finer borders are worth asking for.
 */
export const MapCanvas = (props: {
  readonly label: string
  readonly drawing: Drawing
  readonly marked: (unit: Unit) => boolean
  readonly addressOf: (unit: Unit) => string
  readonly onNear: (near: boolean) => void
  readonly shading?: Shading | undefined
}) => {
  const t = useWords(mapWords)
  const id = createUniqueId()
  let frame: SVGSVGElement | undefined
  const { farther, gestures, nearer, press, reset, setView, unitsPerPixel, view } = useView(() => frame)
  const [pointed, setPointed] = createSignal<string>()
  const [focused, setFocused] = createSignal<string>()
  const [entry, setEntry] = createSignal<string>()
  const all = createMemo(() => [...props.drawing.land, ...props.drawing.insets.map(({ drawn }) => drawn)])
  const byCode = createMemo(() => new Map(all().map((drawn) => [String(drawn.unit.code), drawn])))
  const inset = createMemo(() => new Set(props.drawing.insets.map(({ drawn }) => String(drawn.unit.code))))
  const landCodes = createMemo(() => props.drawing.land.map(({ unit }) => String(unit.code)))
  const told = createMemo(() => byCode().get(focused() ?? pointed() ?? ""))
  const marked = createMemo(() => all().filter(({ unit }) => props.marked(unit)))
  /** Which unit the Tab key reaches: the one last visited, else one that is marked, else the first. */
  const reached = () => (byCode().has(entry() ?? "") ? entry() : String((marked()[0] ?? all()[0])?.unit.code ?? ""))
  createEffect(() => props.onNear(view().k >= NEAR))

  const codeAt = (event: Event): string | undefined =>
    event.target instanceof Element
      ? (event.target.closest("[data-code]")?.getAttribute("data-code") ?? undefined)
      : undefined
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === "Escape") {
      setPointed(undefined)
      setFocused(undefined)
      return
    }
    const at = all().findIndex(({ unit }) => unit.code === codeAt(event))
    const here = all()[at]
    if (press(event, here === undefined ? [WIDTH / 2, HEIGHT / 2] : toFrame(here))) {
      event.preventDefault()
      return
    }
    const places = all().map(({ centre }) => centre)
    const next = all()[neighbourOf(places, at, event.key) ?? -1]
    if (next === undefined) return
    event.preventDefault()
    frame?.querySelector<SVGAElement>(`[data-code="${next.unit.code}"]`)?.focus({ preventScroll: true })
  }
  const toFrame = ({ centre: [x, y] }: Drawn): Point => [x * view().k + view().x, y * view().k + view().y]

  const factsOf = (unit: Unit) => props.shading?.textOf(unit) ?? t().facts(unit)

  const Land = (own: { readonly drawn: Drawn }) => {
    const code = () => String(own.drawn.unit.code)
    return (
      <g>
        <a
          href={props.addressOf(own.drawn.unit)}
          data-code={code()}
          tabindex={reached() === code() ? 0 : -1}
          aria-label={`${own.drawn.unit.type} ${own.drawn.unit.name}: ${factsOf(own.drawn.unit)}`}
          class="map-unit"
        >
          <path
            d={own.drawn.path}
            fill={`url(#${id}-${inset().has(code()) ? "inset" : "land"}-${lookOf(own.drawn.unit.type)})`}
            class={`stroke-ink-faint ${props.shading === undefined ? "" : shadeClass(props.shading.shadeOf(own.drawn.unit))}`}
            classList={{ "map-cell": own.drawn.cell }}
            stroke-width="0.8"
            vector-effect="non-scaling-stroke"
          />
        </a>
      </g>
    )
  }

  return (
    <div class="relative overflow-hidden rounded-lg border border-line bg-canvas" onKeyDown={onKeyDown}>
      <svg
        ref={frame}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-label={props.label}
        aria-describedby={`${id}-keys`}
        class="block w-full select-none"
        style={{ "aspect-ratio": `${WIDTH} / ${HEIGHT}`, "touch-action": view().k > 1 ? "none" : "pan-x pan-y" }}
        classList={{ "cursor-grab": view().k > 1 }}
        onWheel={gestures.onWheel}
        onPointerDown={gestures.onPointerDown}
        onPointerMove={gestures.onPointerMove}
        onPointerUp={gestures.onPointerEnd}
        onPointerCancel={gestures.onPointerEnd}
        on:click={{ handleEvent: gestures.onClickCapture, capture: true }}
        onDragStart={(event) => event.preventDefault()}
        onPointerOver={(event) => setPointed(event.pointerType === "mouse" ? codeAt(event) : undefined)}
        onPointerLeave={() => setPointed(undefined)}
        onFocusIn={(event) => {
          const code = codeAt(event)
          const drawn = byCode().get(code ?? "")
          if (code === undefined || drawn === undefined) return
          setEntry(code)
          if (!(event.target instanceof Element) || !event.target.matches(":focus-visible")) return
          setFocused(code)
          if (!inset().has(code)) setView((now) => showing(now, drawn.centre))
        }}
        onFocusOut={() => setFocused(undefined)}
      >
        <MapPatterns id={`${id}-land`} scale={unitsPerPixel() / view().k} />
        <MapPatterns id={`${id}-inset`} scale={unitsPerPixel()} />
        <g transform={`translate(${view().x} ${view().y}) scale(${view().k})`}>
          <For each={landCodes()}>
            {(code) => <Show when={byCode().get(code)}>{(drawn) => <Land drawn={drawn()} />}</Show>}
          </For>
          <Marks
            drawn={marked().filter(({ unit }) => !inset().has(unit.code))}
            told={told()}
            focused={focused() !== undefined}
            inset={inset()}
          />
          <MapLabels
            drawn={props.drawing.land}
            scale={unitsPerPixel() / view().k}
            first={(unit) => marked().length === 1 && props.marked(unit)}
          />
        </g>
        <For each={props.drawing.insets}>
          {({ area, drawn }) => (
            <g>
              <rect {...area} rx="8" class="fill-surface stroke-line-strong" />
              <Land drawn={drawn} />
              <text
                x={area.x + area.width / 2}
                y={area.y + area.height - 12}
                text-anchor="middle"
                class="pointer-events-none fill-ink"
                font-size={`${Math.min(18, 11 * unitsPerPixel())}`}
                aria-hidden="true"
              >
                {drawn.unit.name}
              </text>
            </g>
          )}
        </For>
        <Marks
          drawn={marked().filter(({ unit }) => inset().has(unit.code))}
          told={undefined}
          focused={false}
          inset={inset()}
        />
      </svg>
      <MapTip
        drawn={told()}
        text={factsOf}
        view={view()}
        fixed={told() !== undefined && inset().has(told()?.unit.code ?? "")}
      />
      <div
        class="no-print flex gap-1 max-sm:border-t max-sm:border-line max-sm:p-2 sm:absolute sm:top-2 sm:left-2 sm:flex-col"
        role="group"
        aria-label={t().zoom}
      >
        <button type="button" class="button size-10 justify-center p-0" aria-label={t().nearer} onClick={nearer}>
          <PlusIcon />
        </button>
        <button
          type="button"
          class="button size-10 justify-center p-0 disabled:opacity-50"
          aria-label={t().farther}
          disabled={view().k === 1}
          onClick={farther}
        >
          <MinusIcon />
        </button>
        <button
          type="button"
          class="button size-10 justify-center p-0 disabled:opacity-50"
          aria-label={t().reset}
          disabled={view().k === 1}
          onClick={reset}
        >
          <WholeIcon />
        </button>
      </div>
      <p id={`${id}-keys`} class="sr-only">
        {t().keys}
      </p>
    </div>
  )
}

/** So many marked units are a region rather than a few to tell apart. */
const MANY = 12

/** Borders over the others: of the units that are marked, and of the one that is told of. */
const Marks = (props: {
  readonly drawn: ReadonlyArray<Drawn>
  readonly told: Drawn | undefined
  readonly focused: boolean
  readonly inset: ReadonlySet<string>
}) => (
  <g class="pointer-events-none" fill="none">
    <For each={props.drawn}>
      {(drawn) => (
        <path
          d={drawn.path}
          class="fill-primary/25 stroke-primary"
          stroke-width={props.drawn.length > MANY ? 1.25 : 2.5}
          stroke-linejoin="round"
          vector-effect="non-scaling-stroke"
        />
      )}
    </For>
    <Show when={props.told !== undefined && !props.inset.has(props.told.unit.code) && props.told}>
      {(drawn) => (
        <path
          d={drawn().path}
          class={props.focused ? "stroke-(--focus)" : "stroke-ink"}
          stroke-width="2.5"
          stroke-linejoin="round"
          vector-effect="non-scaling-stroke"
        />
      )}
    </Show>
  </g>
)

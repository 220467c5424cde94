import "./maps.css"
import type { Unit } from "@ntm/domain/units"
import { useQueryClient } from "@tanstack/solid-query"
import { createEffect, createMemo, createSignal, Show } from "solid-js"
import { useClient } from "../data/client.ts"
import { useWords } from "../language/words.ts"
import { formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { partsWords } from "../parts/parts.words.ts"
import { draw } from "./drawing.ts"
import { MapCanvas } from "./map-canvas.tsx"
import { MapLegend } from "./map-legend.tsx"
import { mapQuery, useMap } from "./map.queries.ts"
import { mapWords } from "./map.words.ts"
import { ShadeLegend } from "./shade-legend.tsx"
import type { Shading } from "./shading.ts"
import { shapesOf } from "./shapes.ts"
import { stopAt, stopsOf } from "./stops.ts"
import { TimeSlider } from "./time-slider.tsx"

/** A province's communes on a map as of a day, with a slider over the days on which its ground was divided anew. */
const ProvinceMap = (props: {
  readonly province: string
  readonly asOf: string | undefined
  readonly marked: (unit: Unit) => boolean
  readonly addressOf: (unit: Unit) => string
  /** The code of the province that the map shows on another day; a code names a unit only together with a day. */
  readonly provinceOn: (day: string) => Promise<string | undefined>
  readonly onDay: (day: string) => void
  /** Without it the units are told apart by their types. */
  readonly shading?: Shading | undefined
}) => {
  const t = useWords(mapWords)
  const parts = useWords(partsWords)
  const client = useClient()
  const queries = useQueryClient()
  const [near, setNear] = createSignal(false)
  const map = useMap(() => ({ province: props.province, asOf: props.asOf, zoom: near() ? 2 : 1 }))

  const fetchAhead = async (day: string): Promise<void> => {
    // What cannot be fetched ahead is asked for when it is wanted, and says then what is wrong.
    const province = await props.provinceOn(day).catch(() => undefined)
    if (province !== undefined) await queries.prefetchQuery(mapQuery(client, province, day, 1))
  }

  return (
    <Loaded query={map}>
      {(answer) => {
        const topology = createMemo(() => answer().topology)
        const shapes = createMemo(() => shapesOf(topology()))
        const drawing = createMemo(() => draw(shapes(), answer().units))
        const stops = createMemo(() => stopsOf(answer().days))
        const at = () => stopAt(stops(), props.asOf ?? answer().asOf)
        const cells = () => shapes().filter(({ source }) => source === "cell").length
        const joined = () => shapes().filter(({ fromParts, source }) => fromParts && source === "boundary").length
        // Finer borders of the same day are awaited in silence; another day says that it is coming.
        const coming = () => map.isPlaceholderData && answer().asOf !== (props.asOf ?? answer().asOf)
        const text = () => {
          const stop = stops()[at()]
          if (coming()) return parts().loading
          const count = answer().units.length
          return stop === undefined
            ? t().unchanged(count)
            : at() === 0
              ? t().until(formatDay(stop.day), count)
              : t().since(formatDay(stop.day), count, stop.documents)
        }
        createEffect(() => {
          for (const step of [-1, 1]) {
            const day = stops()[at() + step]?.day
            if (day === undefined || map.isPlaceholderData) continue
            void fetchAhead(day)
          }
        })
        return (
          <div class="grid gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,1fr)_15rem]" aria-busy={map.isPlaceholderData}>
            <div class="min-w-0 space-y-3">
              <Show when={stops().length > 1} fallback={<p class="text-sm font-semibold">{text()}</p>}>
                <TimeSlider stops={stops()} at={at()} text={text()} onPick={props.onDay} />
              </Show>
              <MapCanvas
                label={t().label(`${answer().province.type} ${answer().province.name}`, formatDay(answer().asOf))}
                drawing={drawing()}
                marked={props.marked}
                addressOf={props.addressOf}
                onNear={setNear}
                shading={props.shading}
              />
            </div>
            <div class="flex flex-col gap-3">
              <Show when={props.shading} fallback={<MapLegend units={answer().units} />}>
                {(shading) => <ShadeLegend entries={shading().legend} />}
              </Show>
              <div class="text-sm text-ink-soft">
                <Show when={cells() > 0}>
                  <p>{t().cells(cells(), answer().units.length)}</p>
                </Show>
                <Show when={joined() > 0}>
                  <p>{t().joined(joined())}</p>
                </Show>
                <Show when={answer().undrawn.length > 0}>
                  <p>{t().undrawn(answer().undrawn.length)}</p>
                </Show>
              </div>
            </div>
          </div>
        )
      }}
    </Loaded>
  )
}

export default ProvinceMap

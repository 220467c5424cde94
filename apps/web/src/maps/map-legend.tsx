import type { Unit } from "@ntm/domain/units"
import { createUniqueId, For } from "solid-js"
import { useWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"
import { Swatch } from "./map-patterns.tsx"
import { mapWords } from "./map.words.ts"
import { lookOf } from "./type-look.ts"

/** The types on the map, the most frequent first, each with its look and how many there are. */
export const MapLegend = (props: { readonly units: ReadonlyArray<Unit> }) => {
  const t = useWords(mapWords)
  const id = createUniqueId()
  const types = () => {
    const groups = Map.groupBy(props.units, ({ type }) => type)
    return [...groups].map(([type, { length }]) => ({ type, count: length })).sort((a, b) => b.count - a.count)
  }
  return (
    <ul aria-label={t().legend} class="flex flex-wrap gap-x-5 gap-y-1 text-sm lg:flex-col">
      <For each={types()}>
        {({ count, type }, index) => (
          <li class="flex items-center gap-2">
            <Swatch id={`${id}-${index()}`} look={lookOf(type)} />
            <span>
              {type} <span class="font-semibold">{formatNumber(count)}</span>
            </span>
          </li>
        )}
      </For>
    </ul>
  )
}

import type { Unit } from "@ntm/domain/units"
import { createMemo, For } from "solid-js"
import type { Drawn } from "./drawing.ts"
import { LABEL_PX, labelled } from "./labels.ts"

/** Names on the map where there is room for them; they say nothing that the links do not say. */
export const MapLabels = (props: {
  readonly drawn: ReadonlyArray<Drawn>
  /** Units of the frame in a pixel of the screen, as near as the map is looked at. */
  readonly scale: number
  readonly first: (unit: Unit) => boolean
}) => {
  const shown = createMemo(() => labelled(props.drawn, props.scale, props.first))
  return (
    <g class="pointer-events-none" aria-hidden="true" text-anchor="middle" font-size={`${LABEL_PX * props.scale}`}>
      <For each={shown()}>
        {({ centre, unit }) => (
          <text
            x={centre[0]}
            y={centre[1]}
            dominant-baseline="central"
            class="fill-ink stroke-surface"
            stroke-width={3 * props.scale}
            stroke-linejoin="round"
            paint-order="stroke"
          >
            {unit.name}
          </text>
        )}
      </For>
    </g>
  )
}

import type { Unit } from "@ntm/domain/units"
import { Show } from "solid-js"
import type { Drawn } from "./drawing.ts"
import { HEIGHT, WIDTH } from "./frame.ts"
import { seen, type View, whole } from "./view.ts"

/** What the pointed-at unit is. For the eye: the unit's link says the same to a screen reader. */
export const MapTip = (props: {
  readonly drawn: Drawn | undefined
  readonly text: (unit: Unit) => string
  readonly view: View
  readonly fixed: boolean
}) => {
  return (
    <Show when={props.drawn}>
      {(drawn) => {
        const view = () => (props.fixed ? whole : props.view)
        const unit = () => drawn().unit
        const top = () => seen(view(), drawn().top)
        const below = () => top()[1] < HEIGHT * 0.25
        const y = () => (below() ? top()[1] + drawn().height * view().k : top()[1])
        const left = () => Math.min(80, Math.max(20, (top()[0] / WIDTH) * 100))
        return (
          <div
            aria-hidden="true"
            class="pointer-events-none absolute z-10 w-max max-w-60 rounded-lg border border-line-strong bg-surface px-3 py-2 text-sm shadow-(--shadow) shadow-lg"
            style={{
              left: `${left()}%`,
              top: `${Math.min(78, Math.max(2, (y() / HEIGHT) * 100))}%`,
              transform: `translate(-50%, ${below() ? "0.5rem" : "calc(-100% - 0.5rem)"})`
            }}
          >
            <p class="font-semibold">
              {unit().type} {unit().name}
            </p>
            <p class="text-xs text-ink-soft">{props.text(unit())}</p>
          </div>
        )
      }}
    </Show>
  )
}

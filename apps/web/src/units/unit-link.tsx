import { A } from "@solidjs/router"
import { dayShown, unitAddress } from "./unit-day.ts"

/** "xã Vĩnh Bảo": leads to the unit on the day of the page, or on the nearest one on which it stands. */
export const UnitLink = (props: {
  readonly unit: {
    readonly code: string
    readonly name: string
    readonly type: string
    readonly validFrom: string | null
    readonly validTo: string | null
  }
  readonly asOf?: string | undefined
  /** False where the Tab key passes it by, as in the rows of a tree that do not have the focus. */
  readonly tab?: boolean
}) => (
  <A
    href={unitAddress(props.unit.code, dayShown(props.unit, props.asOf))}
    class="link"
    tabindex={props.tab === false ? -1 : undefined}
  >
    {props.unit.type} {props.unit.name}
  </A>
)

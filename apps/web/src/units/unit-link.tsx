import type { Unit } from "@ntm/domain/units"
import { A } from "@solidjs/router"

/** "xã Vĩnh Bảo": leads to the unit on a day on which it stood. */
export const UnitLink = (props: { readonly unit: Unit; readonly asOf?: string | undefined }) => {
  const day = () => props.unit.validTo ?? props.asOf
  return (
    <A href={`/don-vi/${props.unit.code}${day() === undefined ? "" : `?as_of=${day()}`}`} class="link">
      {props.unit.type} {props.unit.name}
    </A>
  )
}

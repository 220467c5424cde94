import type { Unit } from "@ntm/domain/units"
import { For } from "solid-js"
import { useWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"
import { TableFrame } from "../parts/table-frame.tsx"
import { UnitLink } from "./unit-link.tsx"
import { unitWords } from "./units.words.ts"

/** Units in Vietnamese order, as the server lists them. */
export const UnitsTable = (props: {
  readonly label: string
  readonly units: ReadonlyArray<Unit>
  readonly asOf: string | undefined
}) => {
  const t = useWords(unitWords)
  return (
    <TableFrame label={props.label} tall>
      <table class="w-full text-sm">
        <thead class="sticky top-0 bg-raised text-xs">
          <tr>
            <th scope="col" class="px-3 py-2 text-left">
              {t().code}
            </th>
            <th scope="col" class="px-3 py-2 text-left">
              {t().name}
            </th>
            <th scope="col" class="px-3 py-2 text-right">
              {t().area}
            </th>
            <th scope="col" class="px-3 py-2 text-right">
              {t().population}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.units}>
            {(unit) => (
              <tr class="border-t border-line">
                <td class="px-3 py-1.5 text-ink-soft">{unit.code}</td>
                <th scope="row" class="px-3 py-1.5 text-left font-normal">
                  <UnitLink unit={unit} asOf={props.asOf} />
                </th>
                <td class="px-3 py-1.5 text-right">{formatNumber(unit.areaKm2)}</td>
                <td class="px-3 py-1.5 text-right">{formatNumber(unit.population)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableFrame>
  )
}

import type { LandStanding } from "@ntm/domain/works"
import type { JSX } from "solid-js"
import { readableMoney } from "../funding/money-text.ts"
import { useWords } from "../language/words.ts"
import { Bar } from "../parts/bar.tsx"
import { formatNumber } from "../parts/format.ts"
import { ledgerWords } from "./ledger.words.ts"

const Figure = (props: { readonly name: string; readonly value: string; readonly below?: JSX.Element }) => (
  <div class="flex min-w-0 flex-col gap-1 bg-surface px-4 py-3.5">
    <dt class="text-xs text-ink-soft">{props.name}</dt>
    <dd class="flex flex-1 flex-col gap-1.5">
      <span class="text-xl font-semibold sm:text-2xl">{props.value}</span>
      <span class="mt-auto text-xs text-ink-soft">{props.below}</span>
    </dd>
  </div>
)

/** Land given in a few numbers; parcels whose records followed of those that must. */
export const LandFigures = (props: { readonly land: LandStanding }) => {
  const t = useWords(ledgerWords)
  const land = () => props.land
  return (
    <dl class="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line lg:grid-cols-3 xl:grid-cols-6">
      <Figure name={t().land.households} value={formatNumber(land().households)} />
      <Figure
        name={t().land.area}
        value={`${formatNumber(land().residential + land().agricultural, 0)} m²`}
        below={t().land.areaBelow(formatNumber(land().residential, 0), formatNumber(land().agricultural, 0))}
      />
      <Figure
        name={t().land.structures}
        value={formatNumber(land().structures)}
        below={t().land.structuresBelow(formatNumber(land().eligible), formatNumber(land().notEligible))}
      />
      <Figure
        name={t().land.parcels}
        value={`${formatNumber(land().parcelsUpdated)}/${formatNumber(land().parcels)}`}
        below={
          <>
            <Bar
              share={land().parcels === 0 ? 0 : land().parcelsUpdated / land().parcels}
              tone="good"
              class="h-1.5 w-full"
            />
            {t().land.parcelsBelow(formatNumber(land().parcels - land().parcelsUpdated))}
          </>
        }
      />
      <Figure name={t().land.toClear} value={formatNumber(land().toClear)} below={t().land.toClearBelow} />
      <Figure name={t().land.support} value={readableMoney(land().supportPaid)} />
    </dl>
  )
}

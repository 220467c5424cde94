import { allItemKinds, type ItemKind } from "@ntm/domain/inventory"
import { addressWith, useAddress } from "../parts/address.ts"
import { COUNTRY, useUnitAsked } from "../units/use-province.ts"
import type { InventoryAsked } from "./inventory.queries.ts"

type More = Parameters<typeof addressWith>[1]

/** Which registers the page speaks of, of whom and on which day: as its address says, else all of the plan's province, today. */
export const useInventoryScope = () => {
  const [asOf, setAsOf] = useAddress("as_of")
  const [knownAt, setKnownAt] = useAddress("known_at")
  const [named, setKind] = useAddress("loai")
  const [year, setYear] = useAddress("nam")
  const unit = useUnitAsked(asOf)
  const kind = (): ItemKind | undefined => allItemKinds.find((each) => each === named())
  const words = () => ({ loai: kind(), nam: year(), as_of: asOf(), known_at: knownAt() })
  return {
    unit,
    asOf,
    setAsOf,
    knownAt,
    setKnownAt,
    kind,
    setKind,
    year,
    setYear,
    asked: (): InventoryAsked => ({ unit: unit(), kind: kind(), asOf: asOf(), knownAt: knownAt() }),
    /** The same page for another unit. */
    hrefOf: (path: string) => (code: string | null) => addressWith(path, { "don-vi": code ?? COUNTRY, ...words() }),
    /** Another page about the same registers. */
    within: (path: string, more: More = {}) => {
      const code = unit()
      return addressWith(path, { "don-vi": code === null ? COUNTRY : code, ...words(), ...more })
    }
  }
}

export type InventoryScope = ReturnType<typeof useInventoryScope>

import { addressWith, useAddress } from "../parts/address.ts"
import { COUNTRY, useUnitAsked } from "../units/use-province.ts"
import type { WorksAsked } from "./works.queries.ts"

/** Which works the page speaks of, and on which day: as its address says, else those of the plan's province, today. */
export const useWorksScope = () => {
  const [asOf, setAsOf] = useAddress("as_of")
  const [knownAt, setKnownAt] = useAddress("known_at")
  const [batch, setBatch] = useAddress("dot")
  const unit = useUnitAsked(asOf)
  const day = () => ({ as_of: asOf(), known_at: knownAt() })
  return {
    unit,
    asOf,
    setAsOf,
    knownAt,
    setKnownAt,
    batch,
    setBatch,
    asked: (): WorksAsked => ({ unit: unit(), batch: batch(), asOf: asOf(), knownAt: knownAt() }),
    /** The same page for another unit. */
    hrefOf: (path: string) => (code: string | null) =>
      addressWith(path, { "don-vi": code ?? COUNTRY, dot: batch(), ...day() }),
    /** Another page about the same works. */
    within: (path: string, more: Parameters<typeof addressWith>[1] = {}) => {
      const code = unit()
      return addressWith(path, { "don-vi": code === null ? COUNTRY : code, dot: batch(), ...day(), ...more })
    },
    workHref: (id: number) => addressWith(`/cong-trinh/${id}`, day())
  }
}

export type WorksScope = ReturnType<typeof useWorksScope>

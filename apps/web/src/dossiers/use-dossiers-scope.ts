import { addressWith, useAddress } from "../parts/address.ts"
import { COUNTRY, useUnitAsked } from "../units/use-province.ts"

type More = Parameters<typeof addressWith>[1]

/** Address of one dossier on the day of the page. */
export const dossierHref = (id: number, day: Pick<More, "as_of" | "known_at">): string =>
  addressWith(`/ho-so/${id}`, day)

/** Which dossiers the page speaks of, and on which day: as its address says, else those of the plan's province, today. */
export const useDossiersScope = () => {
  const [asOf, setAsOf] = useAddress("as_of")
  const [knownAt, setKnownAt] = useAddress("known_at")
  const [tier, setTier] = useAddress("hang")
  const unit = useUnitAsked(asOf)
  const day = () => ({ as_of: asOf(), known_at: knownAt() })
  return {
    unit,
    asOf,
    setAsOf,
    knownAt,
    setKnownAt,
    tier,
    setTier,
    day,
    known: () => ({ asOf: asOf(), knownAt: knownAt() }),
    /** The same page for another unit. */
    hrefOf: (path: string) => (code: string | null) =>
      addressWith(path, { "don-vi": code ?? COUNTRY, hang: tier(), ...day() }),
    /** Another page about the same dossiers. */
    within: (path: string, more: More = {}) => {
      const code = unit()
      return addressWith(path, { "don-vi": code === null ? COUNTRY : code, hang: tier(), ...day(), ...more })
    }
  }
}

export type DossiersScope = ReturnType<typeof useDossiersScope>

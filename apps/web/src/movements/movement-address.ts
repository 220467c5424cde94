import type { MovedNumber } from "@ntm/domain/criteria"
import { addressWith } from "../parts/address.ts"

/** How the address names a number: "set", "criterion-5". */
export const numberKey = ({ criterion, of }: Pick<MovedNumber, "criterion" | "of">): string =>
  criterion === null ? of : `${of}-${criterion.no}`

/** Where it is told why a number of a group moved up to a day; from which day on is chosen there unless it is given. */
export const movementAddress = ({
  asOf,
  from,
  knownAt,
  number,
  parent,
  set
}: {
  readonly set: string | undefined
  readonly parent: string | undefined
  readonly asOf?: string | undefined
  readonly knownAt?: string | undefined
  readonly from?: string | undefined
  readonly number?: string | undefined
}): string =>
  addressWith("/danh-gia/thay-doi", {
    bo: set,
    "don-vi": parent,
    as_of: asOf,
    known_at: knownAt,
    tu: from,
    so: number
  })

import { type MovedNumber, MovementCause } from "@ntm/domain/criteria"
import { useWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"
import { movementWords } from "./movement.words.ts"

/** A number as it is, with every digit that it has: what is shown adds up, too. */
export const amount = ({ decimals }: Pick<MovedNumber, "decimals">, value: number): string =>
  formatNumber(value / 10 ** decimals)

/** "+3", "−3": with a sign that stands as wide as a plus. */
export const signed = (number: Pick<MovedNumber, "decimals">, value: number): string =>
  value === 0 ? "0" : `${value > 0 ? "+" : "−"}${amount(number, Math.abs(value))}`

export const hasMoved = ({ parts }: Pick<MovedNumber, "parts">): boolean =>
  MovementCause.literals.some((cause) => parts[cause] !== 0)

/** What a number is called. */
export const useNumberName = () => {
  const t = useWords(movementWords)
  return ({ criterion, of }: Pick<MovedNumber, "criterion" | "of">): string => {
    if (of === "criterion") return criterion === null ? "" : t().criterion(criterion.no, criterion.name)
    return t().numbers[of]
  }
}

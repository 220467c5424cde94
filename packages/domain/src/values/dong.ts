import { Result, Schema } from "effect"
import { MoneyError } from "./money-error.ts"

/** Whole đồng as a safe integer: 9 million tỷ fits. May be negative (an adjustment). */
export const Dong = Schema.Int.pipe(Schema.brand("Dong"))
export type Dong = typeof Dong.Type

const isDong = (amount: number): amount is Dong => Number.isSafeInteger(amount)

const outOfRange = (amount: bigint | number) => Result.fail(new MoneyError({ reason: "range", text: String(amount) }))

/**
 * The number as an amount of đồng; −0 becomes 0.
 *
 * **Details** Fails with "fraction" on fractions and with "range" beyond ±9.007.199.254.740.991.
 */
export const dong = (amount: number): Result.Result<Dong, MoneyError> => {
  const whole = amount === 0 ? 0 : amount
  if (isDong(whole)) return Result.succeed(whole)
  return Number.isInteger(whole) || !Number.isFinite(whole)
    ? outOfRange(whole)
    : Result.fail(new MoneyError({ reason: "fraction", text: String(whole) }))
}

/** As `dong`, for a whole number that may lie far outside the range. */
export const dongFromBigInt = (amount: bigint): Result.Result<Dong, MoneyError> => {
  // A bigint outside the safe range becomes a double of at least 2^53, which is not safe either.
  const whole = Number(amount)
  return isDong(whole) ? Result.succeed(whole) : outOfRange(amount)
}

/**
 * The exact sum; 0 for none.
 *
 * **Details** Fails with "range" only if the sum itself leaves the safe range, whatever the order of the parts.
 */
export const sumDong = (amounts: Iterable<Dong>): Result.Result<Dong, MoneyError> => {
  let sum = 0n
  for (const amount of amounts) sum += BigInt(amount)
  return dongFromBigInt(sum)
}

/** a + b, or the failure "range". */
export const addDong = (a: Dong, b: Dong): Result.Result<Dong, MoneyError> => sumDong([a, b])

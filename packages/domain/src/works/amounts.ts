import { Result } from "effect"
import { type Dong, dong, percentOf } from "../values/index.ts"

/** A sum of amounts as an amount. Throws where it left the range of amounts, which what a nation builds does not come near. */
export const asDong = (amount: number): Dong => Result.getOrThrow(dong(amount))

/** Up to here quotients of doubles round as the numbers themselves do. */
const PLAIN = 10 ** 11

/** Per cent at one decimal, half up; 0 of what is worth nothing. */
export const percent = (part: number, whole: number): number =>
  whole > 0 && part >= 0 && whole <= PLAIN && part <= PLAIN && Number.isInteger(part) && Number.isInteger(whole)
    ? Math.round((part * 1000) / whole) / 10
    : (percentOf(part, whole, 1) ?? 0)

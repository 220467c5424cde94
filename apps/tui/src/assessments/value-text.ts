import { type Bilingual, foldVietnamese, formatNumber, parseVietnameseNumber } from "@ntm/domain/values"
import { Result } from "effect"
import { both, type Lang, say } from "../language/lang.ts"

const own = { yes: both("có", "yes"), no: both("không", "no") } as const

const yes: ReadonlySet<string> = new Set(["c", "co", "dat", "y", "yes", "1"])
const no: ReadonlySet<string> = new Set(["k", "khong", "chua", "n", "no", "0"])

const neither = both("Gõ “có” hoặc “không”", "Type “yes” or “no”")

/** A number as it is typed, or yes and no for an attestation: 1 and 0. Fails with a sentence. */
export const readValue = (text: string, attested: boolean): Result.Result<number, Bilingual> => {
  const word = foldVietnamese(text.trim())
  if (attested) return yes.has(word) ? Result.succeed(1) : no.has(word) ? Result.succeed(0) : Result.fail(neither)
  return Result.mapBoth(parseVietnameseNumber(text), {
    onFailure: (failure) => failure.sentence,
    onSuccess: ({ value }) => value
  })
}

/** Decimals shown of a value that may have been computed. */
const DECIMALS = 2

/** A value on the screen: "78,5", "có"; "–" for none. */
export const valueText = (value: number | null, attested: boolean, lang: Lang): string => {
  if (value === null) return "–"
  if (attested && (value === 0 || value === 1)) return say(value === 1 ? own.yes : own.no, lang)
  return formatNumber(Number(value.toFixed(DECIMALS)))
}

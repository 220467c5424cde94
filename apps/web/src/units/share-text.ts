import { formatNumber } from "../parts/format.ts"

/** The words of a share: "toàn bộ", "một phần", "khoảng". */
interface ShareWords {
  readonly whole: string
  readonly part: string
  readonly about: (range: string) => string
}

const percent = (share: number): string => formatNumber(Math.round(share * 1000) / 10)

/** How much of a unit went into another: "toàn bộ", "một phần", "40 %", "khoảng 10–60 %" where only bounds are known. */
export const shareText = (share: { readonly low: number; readonly high: number }, words: ShareWords): string => {
  const { high, low } = share
  if (low === 1) return words.whole
  if (low === high) return `${percent(low)} %`
  if (low === 0 && high === 1) return words.part
  return words.about(`${percent(low)}–${percent(high)} %`)
}

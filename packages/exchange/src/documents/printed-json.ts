import { readJsonFile } from "../files/json-file.ts"
import type { Reading } from "../files/problem.ts"

/** A number whose printed form ends in zeros ("12.50"): JSON would forget them, and they are precision. */
export class NumberAsPrinted {
  readonly value: number
  readonly decimals: number

  constructor(value: number, decimals: number) {
    this.value = value
    this.decimals = decimals
  }
}

const trailingZero = /\d\.\d*0(?![\d.eE])/
const plain = /^-?\d+\.(\d*0)$/

const keepZeros = (_key: string, value: unknown, context?: { readonly source?: string }): unknown => {
  if (typeof value !== "number" || context?.source === undefined) return value
  const places = plain.exec(context.source)?.[1]
  return places === undefined ? value : new NumberAsPrinted(value, places.length)
}

const reviveWithSource = keepZeros as (this: unknown, key: string, value: unknown) => unknown

const parseAsPrinted = (text: string): unknown =>
  trailingZero.test(text) ? JSON.parse(text, reviveWithSource) : JSON.parse(text)

/** Reads a JSON file as `readJsonFile` does; numbers written with zeros at the end come as `NumberAsPrinted`. */
export const readPrintedJson = (reading: Reading): Promise<unknown> => readJsonFile(reading, parseAsPrinted)

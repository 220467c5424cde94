/** Inputs of one packed row. */
export const BLOCK = 128

/** Of one value. */
export const VALUE_BYTES = Float64Array.BYTES_PER_ELEMENT
/** Of one day. */
export const DAY_BYTES = Int32Array.BYTES_PER_ELEMENT

/** Where there is no value, `days` holds this. */
export const NO_DAY = -2_147_483_648

/** A packed row as bytes: values as doubles, days since 1970-01-01 as integers, lowest byte first. */
export interface Packed {
  readonly vals: Buffer
  readonly days: Buffer
}

/** One block of a unit taken apart: NaN where there is no value. */
export interface Block {
  readonly values: Float64Array
  readonly days: Int32Array
}

export const emptyBlock = (): Block => ({
  values: new Float64Array(BLOCK).fill(Number.NaN),
  days: new Int32Array(BLOCK).fill(NO_DAY)
})

/** Takes a row apart. What its bytes do not reach has no value. */
export const unpack = ({ vals, days }: Packed): Block => {
  const block = emptyBlock()
  for (let at = 0; at * VALUE_BYTES < vals.length; at++) {
    block.values[at] = vals.readDoubleLE(at * VALUE_BYTES)
    block.days[at] = days.readInt32LE(at * DAY_BYTES)
  }
  return block
}

/** Up to the last place that has a value: 0 for a block without any. */
const used = ({ values }: Block): number => {
  let length = values.length
  while (length > 0 && Number.isNaN(values[length - 1])) length -= 1
  return length
}

/** Packs a block, up to its last value; null where it has none. Equal blocks give equal bytes. */
export const pack = (block: Block): Packed | null => {
  const length = used(block)
  if (length === 0) return null
  const vals = Buffer.allocUnsafe(length * VALUE_BYTES)
  const days = Buffer.allocUnsafe(length * DAY_BYTES)
  for (let at = 0; at < length; at++) {
    const value = block.values[at] ?? Number.NaN
    // Not-a-number has many forms: one of them is kept.
    vals.writeDoubleLE(Number.isNaN(value) ? Number.NaN : value, at * VALUE_BYTES)
    days.writeInt32LE(block.days[at] ?? NO_DAY, at * DAY_BYTES)
  }
  return { vals, days }
}

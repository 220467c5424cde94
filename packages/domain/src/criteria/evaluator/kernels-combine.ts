import type { Run } from "./kernels-bound.ts"
import { EXEMPT, MET, NO_DATA, NO_THRESHOLD, NOT_MET } from "../rules/verdict.ts"

/**
 * What several verdicts are together, by the set of codes that occur among them: bit `1 << code`.
 *
 * **Details** The first of the order that occurs. Nothing at all asks for nothing that is known: no threshold, so that an
 * empty list, as of a set of which only the names are known, never passes.
 */
const tableOf = (...order: ReadonlyArray<number>): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, seen) => order.find((code) => (seen & (1 << code)) !== 0) ?? NO_THRESHOLD)

/** Not met as soon as one is not; met if all are that are not exempt; exempt if all are. */
export const ALL = tableOf(NOT_MET, NO_THRESHOLD, NO_DATA, MET, EXEMPT)
/** Met as soon as one is; not met if none is that is not exempt. */
export const ANY = tableOf(MET, NO_THRESHOLD, NO_DATA, NOT_MET, EXEMPT)

/** Whether a code counts as met, as bits: a verdict that is met, or a rule that does not concern the unit. */
const COUNTS = (1 << MET) | (1 << EXEMPT)

/** 1 where the code counts as met (met, or exempt), else 0. */
export const counts = (code: number): number => (COUNTS >> code) & 1

type Codes = ReadonlyArray<Uint8Array>

type Four = readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array]

/** The parts by four; the last ones overlap those before where they do not come out even: a code seen twice is seen. */
const byFour = (parts: Codes): ReadonlyArray<Four> =>
  Array.from({ length: Math.ceil(parts.length / 4) }, (_, four) => parts.slice(Math.min(four * 4, parts.length - 4)))
    .map(([w, x, y, z]) =>
      w === undefined || x === undefined || y === undefined || z === undefined ? null : ([w, x, y, z] as const)
    )
    .filter((four) => four !== null)

/** The bits of four codes. */
const bits = (w: number | undefined, x: number | undefined, y: number | undefined, z: number | undefined): number =>
  (1 << (w ?? 0)) | (1 << (x ?? 0)) | (1 << (y ?? 0)) | (1 << (z ?? 0))

// These loops stand outside of what is bound anew for every question, so that they stay compiled.

const start = (seen: Uint8Array, [w, x, y, z]: Four, from: number, to: number): void => {
  for (let at = from; at < to; at++) seen[at] = bits(w[at], x[at], y[at], z[at])
}

const gather = (seen: Uint8Array, [w, x, y, z]: Four, from: number, to: number): void => {
  for (let at = from; at < to; at++) seen[at] = (seen[at] ?? 0) | bits(w[at], x[at], y[at], z[at])
}

const look = (out: Uint8Array, table: Uint8Array, [w, x, y, z]: Four, from: number, to: number): void => {
  for (let at = from; at < to; at++) out[at] = table[bits(w[at], x[at], y[at], z[at])] ?? 0
}

/** The codes that were seen among the parts before are in `out` itself. */
const finish = (out: Uint8Array, table: Uint8Array, [w, x, y, z]: Four, from: number, to: number): void => {
  for (let at = from; at < to; at++) out[at] = table[(out[at] ?? 0) | bits(w[at], x[at], y[at], z[at])] ?? 0
}

const combineMany = (out: Uint8Array, parts: Codes, table: Uint8Array): Run => {
  const fours = byFour(parts)
  const [first, last, between] = [fours[0], fours.at(-1), fours.slice(1, -1)]
  if (first === undefined || last === undefined) return (from, to) => void out.fill(NO_THRESHOLD, from, to)
  if (first === last) return (from, to) => look(out, table, first, from, to)
  return (from, to) => {
    start(out, first, from, to)
    for (const four of between) gather(out, four, from, to)
    finish(out, table, last, from, to)
  }
}

/** Fills `out` with what the parts are together, by a table of the codes that occur. A part alone is what it is. */
export const combine = (out: Uint8Array, parts: Codes, table: Uint8Array): Run => {
  const [a, b, c, d] = parts
  if (a === undefined) return (from, to) => void out.fill(table[0] ?? NO_THRESHOLD, from, to)
  if (b === undefined) {
    return (from, to) => {
      if (from === 0 && to === out.length) out.set(a)
      else for (let at = from; at < to; at++) out[at] = a[at] ?? 0
    }
  }
  if (c === undefined) {
    return (from, to) => {
      for (let at = from; at < to; at++) out[at] = table[(1 << (a[at] ?? 0)) | (1 << (b[at] ?? 0))] ?? 0
    }
  }
  if (d === undefined) {
    return (from, to) => {
      for (let at = from; at < to; at++) out[at] = table[bits(a[at], b[at], c[at], c[at])] ?? 0
    }
  }
  return combineMany(out, parts, table)
}

/** At least `count` of the parts that are not exempt. */
export const atLeast = (out: Uint8Array, parts: Codes, count: number): Run => {
  return (from, to) => {
    for (let at = from; at < to; at++) {
      let met = 0
      let open = 0
      let seen = 0
      for (const part of parts) {
        const code = part[at] ?? NO_THRESHOLD
        seen |= 1 << code
        met += Number(code === MET)
        open += Number(code >= NO_DATA)
      }
      const unknown = (seen & (1 << NO_THRESHOLD)) !== 0 ? NO_THRESHOLD : NO_DATA
      out[at] =
        seen === 0
          ? NO_THRESHOLD
          : seen === 1 << EXEMPT
            ? EXEMPT
            : met >= count
              ? MET
              : met + open < count
                ? NOT_MET
                : unknown
    }
  }
}

/** How many of the parts count as met, unit by unit. */
export const countMet = (out: Uint16Array, parts: Codes): Run => {
  const nobody = new Uint8Array(out.length).fill(NOT_MET)
  const addFour = (w: Uint8Array, x: Uint8Array, y: Uint8Array, z: Uint8Array, from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      const more =
        counts(w[at] ?? NOT_MET) + counts(x[at] ?? NOT_MET) + counts(y[at] ?? NOT_MET) + counts(z[at] ?? NOT_MET)
      out[at] = (out[at] ?? 0) + more
    }
  }
  const fours = parts.flatMap((w, at) => {
    const [x = nobody, y = nobody, z = nobody] = parts.slice(at + 1, at + 4)
    return at % 4 === 0 ? [[w, x, y, z] as const] : []
  })
  return (from, to) => {
    out.fill(0, from, to)
    for (const [w, x, y, z] of fours) addFour(w, x, y, z, from, to)
  }
}

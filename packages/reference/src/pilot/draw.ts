/** 32 bits of a text (FNV-1a), mixed so that texts that differ in one letter lie far apart. */
const bitsOf = (text: string): number => {
  let bits = 0x811c9dc5
  for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** A number from 0 to below 1 that looks drawn and is always the same for the same names. */
export type Draw = (...names: ReadonlyArray<string | number>) => number

/** Everything that is made up for the pilot is drawn here: by a seed and names, never by chance or the clock. */
export const drawFrom =
  (seed: string): Draw =>
  (...names) =>
    bitsOf([seed, ...names].join("\u0000")) / 2 ** 32

/** The list in an order that is drawn: by a name of each. */
export const shuffled = <A>(draw: Draw, list: Iterable<A>, nameOf: (one: A) => string | number): ReadonlyArray<A> =>
  [...list]
    .map((one) => ({ one, at: draw(nameOf(one)) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)

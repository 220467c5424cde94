/**
 * SHA-256 (FIPS 180-4), by itself: a browser offers its own only to pages that came over https, which a province's inner
 * network often has not.
 */

const words = new Uint32Array(64)

const primes = ((): ReadonlyArray<number> => {
  const found: Array<number> = []
  for (let one = 2; found.length < 64; one++) if (found.every((prime) => one % prime !== 0)) found.push(one)
  return found
})()

/** The first 32 bits after the point. */
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32)

const ROUND = Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))
const START = Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)))

const at = (list: Uint32Array, place: number): number => list[place] ?? 0
const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

const block = (state: Uint32Array, view: DataView, start: number): void => {
  for (let t = 0; t < 16; t++) words[t] = view.getUint32(start + 4 * t)
  for (let t = 16; t < 64; t++) {
    const [early, late] = [at(words, t - 15), at(words, t - 2)]
    const small = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const great = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    words[t] = at(words, t - 16) + small + at(words, t - 7) + great
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g)
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + at(ROUND, t) + at(words, t)) | 0
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, place) => {
    state[place] = at(state, place) + word
  })
}

/** Text in UTF-8, with room for what SHA-256 puts behind it. Half a pair of UTF-16 is U+FFFD. */
const padded = (text: string): { readonly bytes: Uint8Array; readonly length: number } => {
  const bytes = new Uint8Array(Math.ceil((text.length * 3 + 9) / 64) * 64)
  let length = 0
  for (const character of text) {
    const read = character.codePointAt(0) ?? 0xfffd
    const code = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read
    const more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3
    bytes[length++] = more === 0 ? code : ((0xff00 >> (more + 1)) & 0xff) | (code >> (6 * more))
    for (let left = more - 1; left >= 0; left--) bytes[length++] = 0x80 | ((code >> (6 * left)) & 0x3f)
  }
  return { bytes, length }
}

/** SHA-256 of the text in UTF-8, as 64 small hexadecimal digits. */
export const sha256 = (text: string): string => {
  const { bytes, length } = padded(text)
  const size = Math.ceil((length + 9) / 64) * 64
  bytes[length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(size - 8, Math.floor(length / 2 ** 29))
  view.setUint32(size - 4, (length * 8) >>> 0)
  const state = START.slice()
  for (let start = 0; start < size; start += 64) block(state, view, start)
  return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("")
}

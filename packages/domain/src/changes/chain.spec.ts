import fc from "fast-check"
import { expect, it } from "vitest"
import { Moment } from "../values/index.ts"
import { beginning, chainHash, type Checkpoint, follow, followedTo, followFrom, type SealedEntry } from "./chain.ts"
import { Sequence } from "./change.ts"

const moment = Moment.make("2025-06-03T07:05:00.000Z")

const texts = fc.array(
  fc.record({ noun: fc.string(), person: fc.option(fc.string({ unit: "grapheme" })), digest: fc.string() }),
  {
    minLength: 3,
    maxLength: 12
  }
)

const chainOf = (said: ReadonlyArray<{ noun: string; person: string | null; digest: string }>): Array<SealedEntry> => {
  let previous = ""
  return said.map(({ digest, noun, person }, at) => {
    const open: SealedEntry = {
      seq: Sequence.make(at + 1),
      moment,
      person,
      origin: null,
      noun,
      op: "insert",
      rows: 1,
      units: "{7}",
      firstId: null,
      lastId: null,
      columns: null,
      digest,
      content: digest,
      hash: ""
    }
    previous = chainHash(previous, open)
    return { ...open, hash: previous }
  })
}

const headOf = (chain: ReadonlyArray<SealedEntry>): Checkpoint => {
  const last = chain.at(-1)
  return last === undefined ? beginning : { seq: last.seq, moment: last.moment, hash: last.hash }
}

const found = (chain: ReadonlyArray<SealedEntry>, head: Checkpoint, kept: ReadonlyArray<Checkpoint> = []) => {
  const { broken } = followedTo(follow(followFrom(beginning), chain, kept), head, kept)
  return broken === null ? null : `${broken.kind} ${broken.seq}`
}

/** The chain with its hashes made anew from a place on, as somebody would do who may write everything. */
const resealed = (chain: ReadonlyArray<SealedEntry>): Array<SealedEntry> => {
  let previous = ""
  return chain.map((entry) => {
    previous = chainHash(previous, entry)
    return { ...entry, hash: previous }
  })
}

it("is sound as it was written, whatever it says, from any place on", () => {
  fc.assert(
    fc.property(texts, fc.nat(), (said, from) => {
      const chain = chainOf(said)
      const start = chain[from % chain.length]
      if (start === undefined) return false
      const rest = followFrom({ seq: start.seq, moment, hash: start.hash })
      return (
        found(chain, headOf(chain)) === null &&
        followedTo(follow(rest, chain.slice(start.seq)), headOf(chain)).broken === null
      )
    })
  )
})

it("tells the first entry that was changed, taken out, moved or put in", () => {
  fc.assert(
    fc.property(texts, fc.nat(), (said, place) => {
      const chain = chainOf(said)
      const head = headOf(chain)
      const at = place % (chain.length - 1)
      const [one, other] = [chain[at], chain[at + 1]]
      if (one === undefined || other === undefined) return false
      const changed = chain.with(at, { ...one, noun: `${one.noun}!` })
      const swapped = chain.with(at, other).with(at + 1, one)
      const renumbered = chain.with(at, { ...other, seq: one.seq }).with(at + 1, { ...one, seq: other.seq })
      const emptied = chain.with(at, { ...one, content: `${one.digest}!` })
      expect(found(changed, head)).toBe(`changed ${at + 1}`)
      expect(found(chain.toSpliced(at, 1), head)).toBe(`missing ${at + 1}`)
      expect(found(swapped, head)).toBe(`missing ${at + 1}`)
      expect(found(renumbered, head)).toBe(`changed ${at + 1}`)
      expect(found(emptied, head)).toBe(`content ${at + 1}`)
      return true
    })
  )
})

it("tells what was cut off or put behind the end", () => {
  fc.assert(
    fc.property(texts, fc.nat(), (said, place) => {
      const chain = chainOf(said)
      const left = 1 + (place % (chain.length - 1))
      const short = chain.slice(0, left)
      expect(found(short, headOf(chain))).toBe(`cut ${left + 1}`)
      expect(found(chain, headOf(short))).toBe(`beyond ${left + 1}`)
      // Who cuts off the end and sets the head back has to have the checkpoint too.
      expect(found(short, headOf(short))).toBe(null)
      expect(found(short, headOf(short), [headOf(chain)])).toBe(`cut ${left + 1}`)
      return true
    })
  )
})

it("is held against checkpoints where all of it was written anew", () => {
  const chain = chainOf([1, 2, 3, 4].map((each) => ({ noun: `n${each}`, person: null, digest: `${each}` })))
  const [first, second, ...rest] = chain
  if (first === undefined || second === undefined) throw new Error("four entries")
  const anew = resealed([first, { ...second, person: "other" }, ...rest])
  expect(found(anew, headOf(anew))).toBe(null)
  expect(found(anew, headOf(anew), [headOf(chain.slice(0, 3))])).toBe("rewritten 3")
})

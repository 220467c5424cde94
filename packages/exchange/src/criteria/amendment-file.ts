import { type Amendment, type AmendmentChange, type CriteriaSet, setOn } from "@ntm/domain/criteria"
import type { Day } from "@ntm/domain/values"
import { type JsonObject, own, pointer } from "../documents/fields.ts"
import type { Reading } from "../files/problem.ts"
import { type Amending, readChange } from "./change-file.ts"
import { confidenceOf, dayOf, type SetContext } from "./context.ts"
import { Keys } from "./criteria-file.ts"
import { flagOf, listOf, objectOf, refuseUnknownKeys, requiredText, textOf } from "./notation.ts"

const inlineKeys = ["by", "number", "date", "issuedOn", "from", "scope", "confidence", "source", "changes"]
const commonKeys = ["changesComplete", "note"]

/** A decision as the files head it: its number, its own day, the day from which it holds. */
interface Head {
  readonly number: string
  readonly issuedOn: Day | null
  readonly from: Day | null
  readonly object: JsonObject
  readonly path: string
}

const headOf = (context: SetContext, path: string, value: unknown): Head | null => {
  const { reading } = context
  const object = objectOf(reading, path, value)
  if (object === null) return null
  const named = own(object, "by") === undefined ? "number" : "by"
  const number = requiredText(reading, path, object, named)
  const issuedOn = dayOf(reading, path, object, "date") ?? dayOf(reading, path, object, "issuedOn")
  const from = dayOf(reading, path, object, "from") ?? issuedOn
  if (from === null)
    reading.problem(pointer(path, "from"), "thiếu ngày có hiệu lực “from”", "the day “from” which it holds is missing")
  if (from !== null && issuedOn !== null && from < issuedOn)
    reading.warning(
      pointer(path, "from"),
      `có hiệu lực từ ${from}, trước ngày ban hành ${issuedOn}`,
      `holds from ${from}, before its own day ${issuedOn}`
    )
  return number === "" ? null : { number, issuedOn, from, object, path }
}

/** The changes of one decision, each read against the set as the changes before it left it. */
const changesOf = (
  context: SetContext,
  set: CriteriaSet,
  head: Head & { readonly from: Day },
  keys: Keys
): ReadonlyArray<AmendmentChange> => {
  const changes: Array<AmendmentChange> = []
  listOf(context.reading, head.path, head.object, "changes").forEach((value, index) => {
    const so: Amendment = { ...blank(head), changes }
    const at: Amending = {
      context,
      before: setOn({ ...set, amendments: [...set.amendments, so] }, head.from),
      keys
    }
    const change = readChange(at, pointer(pointer(head.path, "changes"), index), value)
    if (change !== null) changes.push(change)
  })
  return changes
}

const blank = ({ from, issuedOn, number }: Head & { readonly from: Day }): Amendment => ({
  number,
  issuedOn,
  from,
  scope: null,
  confidence: "unknown",
  complete: true,
  changes: []
})

/** Where a decision was read. */
interface Origin {
  readonly reading: Reading
  readonly path: string
}

const origins = new WeakMap<Amendment, Origin>()

/** Where a decision was read, as long as it is the very object that the reader gave. */
export const originOf = (amendment: Amendment | undefined): Origin | undefined =>
  amendment === undefined ? undefined : origins.get(amendment)

/** Reads a decision whose head is known; `context.set` prefixes the inputs of what it adds. */
const readOne = (context: SetContext, set: CriteriaSet, head: Head, keys: Keys): Amendment | null => {
  const { from, object, path } = head
  if (from === null) return null
  const { reading } = context
  const changes = changesOf(context, set, { ...head, from }, keys)
  const amendment: Amendment = {
    ...blank({ ...head, from }),
    scope: textOf(reading, path, object, "scope"),
    confidence: confidenceOf(reading, path, object, "confidence") ?? "unknown",
    complete: flagOf(reading, path, object, "changesComplete", true),
    changes
  }
  origins.set(amendment, { reading, path })
  return amendment
}

const readInOrder = (
  context: SetContext,
  set: CriteriaSet,
  heads: ReadonlyArray<Head>,
  keys: Keys
): ReadonlyArray<Amendment> => {
  const ordered = heads.toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1))
  return ordered.reduce<ReadonlyArray<Amendment>>((before, head) => {
    const one = readOne(context, { ...set, amendments: [...set.amendments, ...before] }, head, keys)
    return one === null ? before : [...before, one]
  }, [])
}

/** The decisions listed in `amendments` of a file, on top of those that the set already has. */
export const readAmendments = (
  context: SetContext,
  set: CriteriaSet,
  file: JsonObject,
  first: ReadonlyArray<JsonObject> = []
): ReadonlyArray<Amendment> => {
  const heads = [
    ...first.flatMap((object) => headOf(context, "", object) ?? []),
    ...listOf(context.reading, "", file, "amendments").flatMap((value, index) => {
      const head = headOf(context, pointer("/amendments", index), value)
      if (head !== null) refuseUnknownKeys(context.reading, head.path, head.object, [...inlineKeys, ...commonKeys])
      return head ?? []
    })
  ]
  return readInOrder(context, set, heads, new Keys(context.set))
}

const fileKeys = ["amends", "number", "issuedOn", "from", "scope", "confidence", "changes", "sources", "source"]

/** A file of its own: `{ amends, number, issuedOn, from, changes }`. Null after a problem. */
export const readAmendmentFile = (context: SetContext, set: CriteriaSet, file: JsonObject): Amendment | null => {
  refuseUnknownKeys(context.reading, "", file, [...fileKeys, ...commonKeys])
  const [one] = readAmendments(context, set, {}, [file])
  return context.reading.problems.length > 0 ? null : (one ?? null)
}

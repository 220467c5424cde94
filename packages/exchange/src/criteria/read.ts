import { type CriteriaSet, type LocalDecision, localSet, type Tier } from "@ntm/domain/criteria"
import { isObject, type JsonObject, own } from "../documents/fields.ts"
import type { Reading } from "../files/problem.ts"
import { judge, type Judged } from "./judge.ts"
import { readAmendmentFile } from "./amendment-file.ts"
import { InputList, type SetContext, tierOf } from "./context.ts"
import { readLocalFile } from "./local-file.ts"
import { isSound } from "./notation.ts"
import { readSetFile } from "./set-file.ts"

/** A file as it was parsed, and where its problems go. */
export interface CriteriaFile {
  readonly reading: Reading
  readonly json: unknown
}

interface Held {
  readonly reading: Reading
  readonly json: unknown
  readonly object: JsonObject
}

type Kind = "set" | "amendment" | "local"

const kindOf = (object: JsonObject): Kind =>
  own(object, "amends") !== undefined ? "amendment" : own(object, "derives") !== undefined ? "local" : "set"

const tierNamed = (name: unknown): Tier | undefined => Object.entries(tierOf).find(([known]) => known === name)?.[1]

const textAt = (object: JsonObject, key: string): string => {
  const value = own(object, key)
  return typeof value === "string" ? value : ""
}

const noSet = (reading: Reading, path: string, id: string): void =>
  reading.problem(
    path,
    `không có bộ tiêu chí “${id.slice(0, 60)}”; hãy nêu cả tệp của bộ đó`,
    `there is no criteria set “${id.slice(0, 60)}”; name its file as well`
  )

const amended = (
  files: ReadonlyArray<Held>,
  sets: ReadonlyMap<string, CriteriaSet>,
  known: ReadonlyMap<string, Tier>
): ReadonlyMap<string, CriteriaSet> => {
  const result = new Map(sets)
  const ordered = files.toSorted((a, b) => (textAt(a.object, "from") < textAt(b.object, "from") ? -1 : 1))
  for (const { reading, object } of ordered) {
    const id = textAt(object, "amends")
    const set = result.get(id)
    if (set === undefined) {
      noSet(reading, "/amends", id)
      continue
    }
    const inputs = new InputList(new Map(set.inputs.map((input) => [input.input, input])))
    const regions = [...set.regions.map(({ code }) => code), ...set.groups.map(({ group }) => `G${group}`)]
    const context: SetContext = { reading, set: set.id, known, regions, inputs }
    const one = readAmendmentFile(context, set, object)
    if (one === null) continue
    const had = new Set(set.inputs.map(({ input }) => input))
    const added = inputs.all().filter(({ input }) => !had.has(input))
    result.set(id, { ...set, amendments: [...set.amendments, one], inputs: [...set.inputs, ...added] })
  }
  return result
}

const derived = (
  files: ReadonlyArray<Held>,
  sets: ReadonlyMap<string, CriteriaSet>,
  known: ReadonlyMap<string, Tier>
): ReadonlyArray<Judged> => {
  const decisions = files.flatMap(({ reading, json, object }) => {
    const id = textAt(object, "derives")
    const national = sets.get(id)
    if (national === undefined) {
      noSet(reading, "/derives", id)
      return []
    }
    const local = readLocalFile(reading, object, json, national, known)
    return local === null ? [] : [{ reading, national, local }]
  })
  return decisions.map(({ reading, national, local }): Judged => {
    const same = ({ local: other }: { readonly local: LocalDecision }) => other.province === local.province
    const siblings = new Map(decisions.filter(same).map((one) => [one.national.id, one.local.id]))
    return { reading, set: localSet(national, local, siblings), from: { national, decisions: local.amendments } }
  })
}

/** A set that was read, and the reading of the file that it comes from. */
export interface ReadSet {
  readonly reading: Reading
  readonly set: CriteriaSet
}

/**
 * Reads files of criteria sets, of decisions that amend them (`amends`) and of provinces' own sets (`derives`), together.
 *
 * **Details** `given`: sets that are known besides, and may be named, amended or derived from. What cannot be read is left
 * out, with every reason in the file's own `reading`; amendments take their place by day, whatever the order of the files.
 */
export const readCriteriaFiles = (
  files: ReadonlyArray<CriteriaFile>,
  given: ReadonlyArray<CriteriaSet> = []
): ReadonlyArray<ReadSet> => {
  const held = files.flatMap(({ reading, json }): ReadonlyArray<Held> => {
    if (!isSound(reading, json)) return []
    if (isObject(json)) return [{ reading, json, object: json }]
    reading.problem("", "phải là một đối tượng { … }", "must be an object { … }")
    return []
  })
  const of = (kind: Kind) => held.filter(({ object }) => kindOf(object) === kind)
  const known = new Map<string, Tier>(given.map(({ id, tier }) => [id, tier]))
  const first = new Map<string, string>()
  for (const { reading, object } of [...of("set"), ...of("local")]) {
    const id = textAt(object, "id")
    const earlier = first.get(id)
    if (earlier !== undefined && id !== "")
      reading.problem("/id", `“${id}” đã có trong tệp ${earlier}`, `“${id}” is already in the file ${earlier}`)
    first.set(id, reading.file)
    const tier = tierNamed(own(object, "tier"))
    if (tier !== undefined && id !== "") known.set(id, tier)
  }
  const read = of("set").flatMap(({ reading, json }) => {
    const set = readSetFile(reading, json, known)
    if (set === null) return []
    return [{ reading, set }]
  })
  const sets = amended(
    of("amendment"),
    new Map([...given, ...read.map(({ set }) => set)].map((set) => [set.id, set])),
    known
  )
  const judged: ReadonlyArray<Judged> = [
    ...read.map(({ reading, set }) => ({ reading, set: sets.get(set.id) ?? set, from: null })),
    ...derived(of("local"), sets, known)
  ]
  judge(judged, given)
  return judged.filter(({ reading }) => reading.problems.length === 0).map(({ reading, set }) => ({ reading, set }))
}

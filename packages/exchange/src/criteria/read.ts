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

/** Says that a set is missing; `broken`: those whose files are here, and have problems of their own. */
const noSet = (reading: Reading, path: string, id: string, broken: ReadonlySet<string>): void =>
  broken.has(id)
    ? reading.problem(
        path,
        `tệp của bộ tiêu chí “${id.slice(0, 60)}” còn lỗi, chưa đọc tiếp được`,
        `the file of the criteria set “${id.slice(0, 60)}” has problems: this one cannot be read yet`
      )
    : reading.problem(
        path,
        `không có bộ tiêu chí “${id.slice(0, 60)}”; hãy nêu cả tệp của bộ đó`,
        `there is no criteria set “${id.slice(0, 60)}”; name its file as well`
      )

/** What is known when decisions on top of sets are read. */
interface Around {
  readonly sets: ReadonlyMap<string, CriteriaSet>
  readonly known: ReadonlyMap<string, Tier>
  /** Sets whose files could not be read whole. */
  readonly broken: ReadonlySet<string>
}

/** A decision that is sent again, put right, takes the place of itself in a set that was known before. */
const without = (set: CriteriaSet, decision: JsonObject): CriteriaSet => {
  const [number, from] = [textAt(decision, "number"), textAt(decision, "from")]
  return { ...set, amendments: set.amendments.filter((one) => one.number !== number || one.from !== from) }
}

const amended = (
  files: ReadonlyArray<Held>,
  { broken, known, sets }: Around,
  given: ReadonlySet<string>
): ReadonlyMap<string, CriteriaSet> => {
  const result = new Map(sets)
  const ordered = files.toSorted((a, b) => (textAt(a.object, "from") < textAt(b.object, "from") ? -1 : 1))
  for (const { reading, object } of ordered) {
    const id = textAt(object, "amends")
    const before = result.get(id)
    if (before === undefined) {
      noSet(reading, "/amends", id, broken)
      continue
    }
    const set = given.has(id) ? without(before, object) : before
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

const derived = (files: ReadonlyArray<Held>, { broken, known, sets }: Around): ReadonlyArray<Judged> => {
  const decisions = files.flatMap(({ reading, json, object }) => {
    const id = textAt(object, "derives")
    const national = sets.get(id)
    if (national === undefined) {
      noSet(reading, "/derives", id, broken)
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
    return set === null ? [] : [{ reading, set, partial: reading.problems.length > 0 }]
  })
  const whole = read.filter(({ partial }) => !partial)
  const isWhole = new Set<string>(whole.map(({ set }) => set.id))
  const broken = new Set(
    of("set")
      .map(({ object }) => textAt(object, "id"))
      .filter((id) => !isWhole.has(id))
  )
  const before = new Map<string, CriteriaSet>(given.map((set) => [set.id, set]))
  const around = { sets: new Map([...before, ...whole.map(({ set }) => [set.id, set] as const)]), known, broken }
  const amendments = of("amendment")
  const sets = amended(amendments, around, new Set([...before.keys()].filter((id) => !isWhole.has(id))))
  const changed = amendments.flatMap(({ object, reading }, at): ReadonlyArray<Judged> => {
    const id = textAt(object, "amends")
    const set = sets.get(id)
    const isFirst = amendments.findIndex((one) => textAt(one.object, "amends") === id) === at
    return set === undefined || isWhole.has(id) || !isFirst || set === before.get(id)
      ? []
      : [{ reading, set, from: null }]
  })
  const judged: ReadonlyArray<Judged> = [
    ...read.map(({ partial, reading, set }) => ({
      reading,
      set: partial ? set : (sets.get(set.id) ?? set),
      from: null,
      partial
    })),
    ...changed,
    ...derived(of("local"), { ...around, sets })
  ]
  judge(judged, given)
  return judged.filter(({ reading }) => reading.problems.length === 0).map(({ reading, set }) => ({ reading, set }))
}

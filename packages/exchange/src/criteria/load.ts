import { type ChangedSet, checkLinks, compile, type CriteriaSet, setOn } from "@ntm/domain/criteria"
import { Result } from "effect"
import { isObject, own } from "../documents/fields.ts"
import { type InputProblem, Reading } from "../files/problem.ts"
import { isSound } from "./notation.ts"
import { checkTakesPlace } from "./takes-place.ts"
import { type CriteriaFile, readCriteriaFiles, type ReadSet } from "./read.ts"

/** What a file would make of the sets that are known. */
export interface SetFileRead {
  /** The sets of the file, then those that read differently because of them. Empty where there are problems. */
  readonly sets: ReadonlyArray<ChangedSet>
  readonly problems: ReadonlyArray<InputProblem>
  readonly warnings: ReadonlyArray<InputProblem>
}

const isLocal = ({ derivesFrom }: CriteriaSet): boolean => derivesFrom !== null

/** A province's own set as it was written: it is read anew, on top of whatever the national one says then. */
const fileOf = (set: CriteriaSet): CriteriaFile => ({ reading: new Reading(set.id), json: set.source })

/** Letters with marks composed, as files are read from disk. */
const composed = (json: unknown): unknown => JSON.parse(JSON.stringify(json).normalize("NFC"))

const textAt = (json: unknown, key: string): string => {
  const value = isObject(json) ? own(json, key) : undefined
  return typeof value === "string" ? value : ""
}

const byId = (read: ReadonlyArray<ReadSet>): ReadonlyMap<string, CriteriaSet> =>
  new Map(read.map(({ set }) => [set.id, set]))

/** What is wrong with other sets once the file's are in force: told in the file, with the set that it would break. */
const tellOthers = (main: Reading, others: ReadonlyArray<Reading>): void => {
  for (const { file, problems } of others)
    for (const { message, path } of problems)
      main.problem(
        "",
        `bộ “${file}” (${path}) không còn đúng: ${message.vi}`,
        `the set “${file}” (${path}) would be wrong: ${message.en}`
      )
}

/** Whether everything can be judged together on every day on which the set reads differently. */
const checkJudging = (main: Reading, set: CriteriaSet, all: ReadonlyArray<CriteriaSet>): void => {
  const days = new Set([set.period.from, ...set.amendments.map(({ from }) => from), set.period.to])
  const beside = all.filter((one) => one.id !== set.id && !isLocal(one) && !one.doNotEvaluate)
  for (const day of set.doNotEvaluate ? [] : days) {
    const program = compile(
      [...beside, set].map((one) => setOn(one, day)),
      day
    )
    if (Result.isSuccess(program)) continue
    const { en, vi } = program.failure.sentence
    return main.problem("", vi, en)
  }
}

/**
 * Reads one file of a set, of a decision that amends one, or of a province's own set, to take its place among those known.
 *
 * **Details** Whole, or refused with every reason. What rests on it is looked at as well: provinces' own sets are read anew on top
 * of a national one that changes (and must still not be looser), what other sets say of it must still be there, an input must
 * still be of the unit that others read it in. `name`: what the file is called in problems.
 */
export const readSetLoad = (name: string, json: unknown, known: ReadonlyArray<CriteriaSet>): SetFileRead => {
  const main = new Reading(name)
  // Before anything walks down the file: it may be nested without end.
  if (!isSound(main, json)) return { sets: [], problems: main.problems, warnings: main.warnings }
  const written = json === undefined ? null : composed(json)
  const amends = textAt(written, "amends")
  const id = amends === "" ? textAt(written, "id") : amends
  const before = known.find((set) => set.id === id)
  const nationals = known.filter((set) => !isLocal(set))
  const given = amends === "" ? nationals.filter((set) => set.id !== id) : nationals
  const locals = known.filter((set) => isLocal(set) && set.id !== id)
  const files = locals.map(fileOf)
  const read = readCriteriaFiles([{ reading: main, json: written }, ...files], given)
  const own = read.filter(({ reading }) => reading === main).map(({ set }) => set)
  if (main.problems.length === 0)
    tellOthers(
      main,
      files.map(({ reading }) => reading)
    )
  for (const set of own) checkTakesPlace(main, set, before, known)
  const after = byId(read)
  const all = [...given.filter((set) => !after.has(set.id)), ...after.values()]
  // Where the file itself could not be read there is nothing yet that others could be held against.
  for (const other of own.length === 0 ? [] : given.filter((set) => set.id !== id))
    checkLinks(other, all, (path, vi, en) =>
      main.problem(
        "",
        `bộ “${other.id}” (${path}) không còn đúng: ${vi}`,
        `the set “${other.id}” (${path}) would be wrong: ${en}`
      )
    )
  if (main.problems.length === 0) for (const set of own) checkJudging(main, set, all)
  const { problems, warnings } = main
  if (problems.length > 0) return { sets: [], problems, warnings }
  // Both readings are of what is kept, so that whatever keeping it does to it makes no difference.
  const earlier = byId(readCriteriaFiles(known.filter(isLocal).map(fileOf), nationals))
  const follow = locals.flatMap(({ id: local }): ReadonlyArray<ChangedSet> => {
    const [was, is] = [earlier.get(local), after.get(local)]
    if (is === undefined || JSON.stringify(was) === JSON.stringify(is)) return []
    return own.map(({ id: follows }) => ({ set: is, follows }))
  })
  return { sets: [...own.map((set) => ({ set, follows: null })), ...follow], problems, warnings }
}

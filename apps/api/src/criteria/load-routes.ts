import { api, type SetsTaken } from "@ntm/contract"
import {
  type ChangedSet,
  type CriteriaSet,
  CriteriaSetRefused,
  CriteriaSets,
  type SetsLoaded
} from "@ntm/domain/criteria"
import { type InputProblem, readSetLoad } from "@ntm/exchange"
import { Effect, Result } from "effect"
import type { Desk } from "../http/mount.ts"
import { namedIn } from "../http/things.ts"
import { tagsOf } from "../http/writing.ts"
import { onlyPosts, receive } from "../http/receive.ts"
import type { Acts } from "../people/acting.ts"

const UNNAMED = "JSON"

const fieldProblem = ({ message, path }: InputProblem) => ({ path, message: message.vi, messageEn: message.en })

const sizeOf = ({ criteria }: CriteriaSet) => ({
  criteria: criteria.length,
  indicators: criteria.reduce((sum, { indicators }) => sum + indicators.length, 0)
})

/** What a file makes of the sets that are known; where it cannot, why. */
const readFor = (body: unknown, file: string | undefined, known: ReadonlyArray<CriteriaSet>) => {
  const { problems, sets, warnings } = readSetLoad(file ?? UNNAMED, body, known)
  const [first, ...others] = problems.map(({ message, path }) => ({ path, message }))
  const frames = new Map(known.map(({ doNotEvaluate, id }) => [id, doNotEvaluate]))
  const told = (changes: ReadonlyArray<Pick<SetsLoaded["sets"][number], "change" | "follows" | "set">>): SetsTaken => ({
    sets: changes.map(({ change, follows, set }) => ({
      id: set.id,
      name: set.name,
      change,
      follows,
      frameBefore: frames.get(set.id) ?? null,
      frame: set.doNotEvaluate,
      ...sizeOf(set)
    })),
    warnings: warnings.map(fieldProblem)
  })
  const read: Result.Result<ReadonlyArray<ChangedSet>, CriteriaSetRefused> = first === undefined
    ? Result.succeed(sets)
    : Result.fail(new CriteriaSetRefused({ problems: [first, ...others] }))
  return { read, told }
}

/** By its content alone: which keys a set has in which order says nothing. */
const alike = (a: unknown, b: unknown): boolean => {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [mine, theirs] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  return (
    mine.size === theirs.size && [...mine].every(([key, value]) => theirs.has(key) && alike(value, theirs.get(key)))
  )
}

const changeOf = (set: CriteriaSet, known: ReadonlyArray<CriteriaSet>) => {
  const before = known.find(({ id }) => id === set.id)
  return before === undefined ? "added" : alike(before, set) ? "unchanged" : "replaced"
}

/** The set that a file is of, or that it amends, by what it says. */
const setNamed = (body: unknown): ReadonlyArray<{ readonly id: string }> => {
  const [amended] = namedIn([body], "amends")
  const [id] = amended === undefined || amended === "" ? namedIn([body], "id") : [amended]
  return id === undefined ? [] : [{ id }]
}

/**
 * `POST /criteria-sets`, and what it would do.
 *
 * **Details** Whoever loads acts as the office of a grant that has leave for it (`Acts`).
 */
export const loadRoutes = (desk: Desk, acts: Acts): void => {
  receive(
    desk,
    api.criteria.preview,
    Effect.fnUntraced(function* ({ body, query }) {
      const known = yield* (yield* CriteriaSets).list()
      const { read, told } = readFor(body, query.file, known)
      if (Result.isFailure(read)) return yield* read.failure
      const taken = told(read.success.map((one) => ({ ...one, change: changeOf(one.set, known) })))
      return { ...taken, tag: yield* tagsOf(desk, api.criteria.get.path, setNamed(body)) }
    })
  )
  onlyPosts(desk, api.criteria.preview)
  receive(
    desk,
    api.criteria.load,
    Effect.fnUntraced(function* ({ body, query, sha256 }) {
      const { agency, name, role } = yield* acts("sets.load")
      const source = { recordedBy: { name, role, agency }, file: query.file ?? null, sha256 }
      let tell = (_: SetsLoaded["sets"]): SetsTaken => ({ sets: [], warnings: [] })
      const { knownFrom, sets } = yield* (yield* CriteriaSets).load((known) => {
        const { read, told } = readFor(body, query.file, known)
        tell = told
        return read
      }, source)
      return { ...tell(sets), knownFrom }
    }),
    ({ body }) => setNamed(body)
  )
}

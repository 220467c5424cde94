import { addressWith, useAddress } from "../parts/address.ts"
import { useHome } from "../people/people.queries.ts"
import type { TasksAsked } from "./tasks.queries.ts"

type More = Parameters<typeof addressWith>[1]

/** Address of one task on the day of the page. */
export const taskHref = (key: string, day: Pick<More, "as_of" | "known_at">): string =>
  addressWith("/nhiem-vu/viec", { ma: key, ...day })

/** In an address: everybody's tasks rather than those of the agency that who is signed in acts for. */
const EVERYBODY = "tat-ca"

/**
 * Which tasks the page speaks of, and on which day: of a document, of whoever owes them. Where the address names nobody, of the agency
 * that who is signed in acts for; of everybody where they act for none.
 */
export const useTasksScope = () => {
  const [asOf, setAsOf] = useAddress("as_of")
  const [knownAt, setKnownAt] = useAddress("known_at")
  const [document, setDocument] = useAddress("van-ban")
  const [named, setNamed] = useAddress("co-quan")
  const home = useHome()
  const own = () => {
    const { agency } = home()
    return agency === null ? undefined : `agency:${agency}`
  }
  const holder = () => (named() === EVERYBODY ? undefined : (named() ?? own()))
  const setHolder = (next: string | undefined) => setNamed(next ?? (own() === undefined ? undefined : EVERYBODY))
  const day = () => ({ as_of: asOf(), known_at: knownAt() })
  return {
    asOf,
    setAsOf,
    knownAt,
    setKnownAt,
    document,
    setDocument,
    /** "agency:hp-so-nnmt", "unit:312". */
    holder,
    setHolder,
    day,
    asked: (): TasksAsked => ({ document: document(), holder: holder(), asOf: asOf(), knownAt: knownAt() }),
    /** Another page about the same tasks. */
    within: (path: string, more: More = {}) =>
      addressWith(path, { "van-ban": document(), "co-quan": named(), ...day(), ...more }),
    taskHref: (key: string) => taskHref(key, day())
  }
}

export type TasksScope = ReturnType<typeof useTasksScope>

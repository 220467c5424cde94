import { addDays, type Day, type Moment } from "../values/index.ts"
import type { PersonEvent, PersonEventId } from "./event.ts"
import { type Grant, GrantId } from "./grant.ts"
import type { Person, PersonId } from "./person.ts"

/** Somebody with everything that they were ever given, the ended among it. */
export interface PersonStanding {
  readonly person: Person
  readonly grants: ReadonlyArray<Grant>
  /** The event that gave their calendar the address that it has; null while it has none. */
  readonly calendar: PersonEventId | null
}

/** The earlier of two last days; null is no end. */
const sooner = (a: Day | null, b: Day): Day => (a === null || b < a ? b : a)

const step = (known: PersonStanding | undefined, { id, person, what }: PersonEvent): PersonStanding | undefined => {
  if (what._tag === "invited") {
    const { _tag, ...body } = what
    return { person: { id: person, ...body, active: true }, grants: [], calendar: null }
  }
  if (known === undefined) return undefined
  switch (what._tag) {
    case "given":
      return { ...known, grants: [...known.grants, { id: GrantId.make(id), ...what.grant }] }
    case "ended":
      return {
        ...known,
        grants: known.grants.map((grant) =>
          grant.id === what.grant ? { ...grant, to: sooner(grant.to, what.last) } : grant
        )
      }
    case "closed":
      return { ...known, person: { ...known.person, active: false } }
    case "opened":
      return { ...known, person: { ...known.person, active: true } }
    case "calendar":
      return { ...known, calendar: id }
  }
}

/** Everybody by what was recorded of them, in the order in which they were invited; `knownAt` leaves out what came later. */
export const standingsOf = (
  events: ReadonlyArray<PersonEvent>,
  knownAt: Moment | null = null
): ReadonlyMap<PersonId, PersonStanding> => {
  const found = new Map<PersonId, PersonStanding>()
  for (const event of events) {
    if (knownAt !== null && event.recordedAt > knownAt) continue
    const standing = step(found.get(event.person), event)
    if (standing !== undefined) found.set(event.person, standing)
  }
  return found
}

/** The last day on which a grant holds if it is ended today: it is ended at once. */
export const endedBefore = (today: Day): Day => addDays(today, -1)

/** Whether somebody may manage people on the day. */
export const isAdministrator = ({ person, grants }: PersonStanding, day: Day): boolean =>
  person.active &&
  grants.some(({ role, from, to }) => role === "administrator" && from <= day && (to === null || day <= to))

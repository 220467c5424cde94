import { Email, isAdministrator, People, type PersonRecording, standingsOf } from "@ntm/domain/people"
import { Reorganisations } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import type { Accounts } from "./accounts.ts"
import { demonstrationPeople } from "./demonstration.ts"
import { oneTimeLink } from "./people-routes.ts"

/** The first administrator, until somebody says who they are. */
const FIRST = { name: "Quản trị hệ thống", email: Email.make("quan-tri@ntm.invalid") }

const by = { person: null, name: "ntm" }

interface Starting {
  readonly accounts: Accounts
  readonly today: Day
  readonly demonstration: boolean
}

/** Makes people up where the program is shown, one for each role; nothing where they are there. */
const makeUp = Effect.fnUntraced(function* ({ accounts, demonstration, today }: Starting) {
  if (!demonstration) return
  const people = yield* People
  const { chronicle } = yield* (yield* Reorganisations).register()
  const known = new Set([...standingsOf(yield* people.journal()).values()].map(({ person }) => person.email))
  const batch = yield* Effect.promise(() => demonstrationPeople(accounts, { chronicle, day: today, known }))
  if (batch.length > 0) yield* people.record(batch, { by, chronicle, demonstration })
})

/**
 * Sees to it that somebody can manage people: answers a one-time link as long as no administrator has a way of their own to sign in.
 *
 * **Details** There is no default password. The first administrator has no way until the link was used and a password set; so each start
 * tells another link, and the ones before still count for a day. Whoever was made up does not count.
 */
export const firstStart = Effect.fnUntraced(function* (starting: Starting) {
  yield* makeUp(starting)
  const { accounts, today } = starting
  const people = yield* People
  const { chronicle } = yield* (yield* Reorganisations).register()
  const administrators = () =>
    Effect.map(people.journal(), (events) =>
      [...standingsOf(events).values()]
        .filter((one) => isAdministrator(one, today) && !one.person.demonstration)
        .map(({ person }) => person)
    )
  let known = yield* administrators()
  if (known.length === 0) {
    const person = yield* Effect.promise(() => accounts.account(FIRST))
    const grant = { role: "administrator", units: "all", agency: null, criteria: "all", from: today, to: null } as const
    const invited: ReadonlyArray<PersonRecording> = [
      { person, what: { _tag: "invited", ...FIRST, kind: "human", demonstration: false } },
      { person, what: { _tag: "given", grant } }
    ]
    yield* people.record(invited, { by, chronicle, demonstration: starting.demonstration })
    known = yield* administrators()
  }
  const ways = yield* Effect.promise(() => Promise.all(known.map(({ id }) => accounts.waysOf(id))))
  const [first] = known
  if (first === undefined || ways.some(({ any }) => any)) return null
  return yield* oneTimeLink({ accounts }, first.email)
})

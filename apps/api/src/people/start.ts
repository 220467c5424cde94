import type { People } from "@ntm/domain/people"
import type { Reorganisations } from "@ntm/domain/units"
import type { OneTimeLink } from "@ntm/contract"
import { Effect } from "effect"
import { todayInVietnam } from "../http/today.ts"
import { makeAccounts } from "./accounts.ts"
import { makeBreached } from "./breached.ts"
import { firstStart } from "./first-start.ts"
import type { LibraryOptions } from "./library.ts"
import { keepOwnerKey } from "./owner-key.ts"
import type { PeopleOptions } from "./routes.ts"
import { secretOf } from "./secrets.ts"
import { mayMakeUp, needsFactor, type SignInConfig } from "./sign-in-config.ts"

interface Starting {
  readonly config: SignInConfig
  readonly database: LibraryOptions["database"]
  readonly dataDirectory: string
  readonly databaseUrl: string | null
  /** Under which the server is reached if nothing else was said. */
  readonly address: string
  /** Whether it listens to this machine alone. */
  readonly local: boolean
  /** Under whose name the machine's owner changes things. */
  readonly owner: string
  readonly scopes: PeopleOptions["scopes"]
}

/** Opens the accounts as the program starts: keys, people who are made up, and a link as long as nobody has a way to sign in. */
export const startPeople = Effect.fnUntraced(function* (starting: Starting): Effect.fn.Return<
  {
    readonly people: PeopleOptions
    readonly link: OneTimeLink | null
    /** What whoever runs the program should look at. */
    readonly remarks: ReadonlyArray<string>
  },
  never,
  People | Reorganisations
> {
  const { config, database, dataDirectory, local } = starting
  const secret = yield* Effect.promise(() => secretOf(config.secret, dataDirectory))
  const address = config.address ?? starting.address
  const former = config.formerSecrets
  const accounts = makeAccounts({ database, secret, former, address, providers: config.providers })
  const unread = former.length === 0 ? [] : yield* Effect.promise(accounts.sealAnew)
  const remarks = unread.map(
    (person) =>
      `Không khóa nào mở được yếu tố thứ hai của ${person} · no secret opens the second factor of ${person}: NTM_SECRET_FORMER`
  )
  const owner = yield* Effect.promise(() => keepOwnerKey(accounts, dataDirectory, starting.owner))
  const demonstration = mayMakeUp(config, { databaseUrl: starting.databaseUrl, local })
  const link = yield* Effect.orDie(firstStart({ accounts, demonstration, today: todayInVietnam(new Date()) }))
  const secondFactor = needsFactor(config, demonstration)
  const breached = makeBreached(config.breached)
  return { people: { accounts, owner, demonstration, secondFactor, breached, scopes: starting.scopes }, link, remarks }
})

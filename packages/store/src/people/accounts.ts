import { Effect } from "effect"
import { Database } from "../database/database.ts"
import {
  accountDevice,
  accountKey,
  accountSession,
  accountTwoFactor,
  accountUser,
  accountVerification,
  accountWay
} from "./account-tables.ts"

/** The tables by the names that the library of accounts has for them. */
const schema = {
  user: accountUser,
  session: accountSession,
  account: accountWay,
  verification: accountVerification,
  twoFactor: accountTwoFactor,
  apikey: accountKey,
  deviceCode: accountDevice
}

/** Where the library of accounts keeps people, sessions and keys: on the `Database` of this program, in transactions. */
export const accountsAdapter = Effect.gen(function* () {
  const { handle } = yield* Database
  // Loaded where there are accounts only: it takes longer than the rest of the store.
  const { drizzleAdapter } = yield* Effect.promise(() => import("better-auth/adapters/drizzle"))
  return drizzleAdapter(handle, { provider: "pg", schema, transaction: true })
})

import { drizzleAdapter } from "better-auth/adapters/drizzle"
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
export const accountsAdapter = Effect.map(Database, ({ handle }) =>
  drizzleAdapter(handle, { provider: "pg", schema, transaction: true })
)

import { clientFor } from "../database/client.ts"
import { hasCode } from "./unavailable.ts"
import { ROLE } from "./cluster.ts"

export const urlOf = (port: number, password: string): string =>
  `postgres://${ROLE}:${password}@127.0.0.1:${port}/${ROLE}`

/** What a server says to a first knock. */
export type Answer = "welcome" | "noDatabase" | "wrongPassword" | "notYet"

/** Connects once and looks at the answer. Anything that may pass (refused, starting up, shutting down) is "notYet". */
export const knock = async (url: string): Promise<Answer> => {
  const client = clientFor(url, { max: 1, connectTimeout: 5 })
  try {
    await client`select 1`
    return "welcome"
  } catch (cause) {
    if (hasCode(cause, "3D000")) return "noDatabase"
    if (hasCode(cause, "28P01", "28000")) return "wrongPassword"
    return "notYet"
  } finally {
    await client.end({ timeout: 1 }).catch(() => undefined)
  }
}

/** Makes this program's database in a cluster that has none yet. */
export const makeDatabase = async (url: string): Promise<void> => {
  const client = clientFor(url, { max: 1, database: "postgres" })
  try {
    await client.unsafe(`create database ${ROLE}`)
  } catch (cause) {
    if (!hasCode(cause, "42P04", "23505")) throw cause
  } finally {
    await client.end({ timeout: 1 })
  }
}

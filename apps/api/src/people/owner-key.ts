import { join } from "node:path"
import type { Accounts } from "./accounts.ts"
import { readPrivate, secretsFolder, writePrivate } from "./secrets.ts"
import type { Owner } from "./who.ts"

/** The address of the account that stands for the machine; nothing can be sent to it. */
const OWNER_EMAIL = "owner@ntm.invalid"

/** Where the key lies: whoever may read the data may read it. */
export const OWNER_KEY = "owner-key"

/**
 * Keeps a key for whoever owns the data folder: with it `ntm` on the same machine may do everything.
 *
 * **Details** The key is the library's, and only its hash is in the database. One that lies there and still opens is kept; another data
 * folder on the same database has one of its own. `name` is what changes are recorded under.
 */
export const keepOwnerKey = async (accounts: Accounts, dataDirectory: string, name: string): Promise<Owner> => {
  const path = join(await secretsFolder(dataDirectory), OWNER_KEY)
  const person = await accounts.account({ name: "ntm", email: OWNER_EMAIL })
  const known = await readPrivate(path)
  const holder = known === "" ? null : await accounts.keyOf(known)
  if (holder?.person !== person) {
    const { key } = await accounts.newKey({ person, name: "máy chủ", days: null, perMinute: 0 })
    await writePrivate(path, key)
  }
  return { id: person, name }
}

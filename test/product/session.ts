import { readFileSync } from "node:fs"
import { join } from "node:path"
import { API_ROOT, type SessionNow } from "@ntm/contract"

type Role = SessionNow["ways"]["demonstration"][number]

/** What a browser keeps of who is signed in. */
export interface SessionCookie {
  readonly name: string
  readonly value: string
}

/** Signs in as the demonstration's somebody of a role, as its button does. */
export const signedIn = async (address: string, role: Role): Promise<SessionCookie> => {
  const answer = await fetch(`${address}${API_ROOT}/session/demonstration`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ role })
  })
  for (const line of answer.headers.getSetCookie()) {
    const [, name, value] = /^([^=]*session_token)=([^;]*)/.exec(line) ?? []
    if (name !== undefined && value !== undefined) return { name, value }
  }
  throw new Error(`nobody was let in as ${role}: ${answer.status} ${await answer.text()}`)
}

/** What the owner of a data folder sends along: the key that lies there. */
export const ownerHeaders = (folder: string): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${readFileSync(join(folder, "secrets", "owner-key"), "utf8").trim()}`
})

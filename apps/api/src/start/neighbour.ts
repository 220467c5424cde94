import { API_ROOT } from "@ntm/contract"
import { INSTANCE_HEADER } from "./server.ts"

/** Who answers on a port that is taken: ntm on the same data, ntm on other data, or a program that is not ntm. */
export type Neighbour = "same" | "other" | "foreign"

/** An ntm that is loading its data on a busy machine may be slow to answer; a mute program is waited for in vain. */
const PATIENCE_MS = 8000

/** Asks whoever holds `address`; a program that does not answer within eight seconds is foreign. */
export const whoAnswers = async (address: string, instance: string): Promise<Neighbour> => {
  try {
    const response = await fetch(`${address}${API_ROOT}/health`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: "manual"
    })
    await response.body?.cancel()
    const theirs = response.headers.get(INSTANCE_HEADER)
    if (theirs === null) return "foreign"
    return theirs === instance ? "same" : "other"
  } catch {
    return "foreign"
  }
}

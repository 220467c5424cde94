import { ApiProblem, type Client, type SessionNow } from "@ntm/contract"

/**
 * The highest unit that is theirs to see who asks: where screens begin. Null for who sees all, and where the server does not say.
 *
 * **Details** Rejects with `ApiProblem` where the server cannot be reached.
 */
export const homeUnit = async (client: Client, signal: AbortSignal): Promise<SessionNow["home"]["unit"]> => {
  try {
    return (await client.session.now({}, signal)).home?.unit ?? null
  } catch (cause) {
    if (cause instanceof ApiProblem && cause.problem.status === 404) return null
    throw cause
  }
}

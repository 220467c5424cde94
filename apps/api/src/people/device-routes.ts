import { api } from "@ntm/contract"
import { Effect } from "effect"
import { MethodNotAllowed } from "../http/errors.ts"
import { refuse } from "../http/problems.ts"
import { type PeopleDesk, take } from "./desk.ts"
import { SignInRefused } from "./errors.ts"
import { TERMINAL } from "./terms.ts"
import { askLibrary } from "./ask-library.ts"

const GRANT = "urn:ietf:params:oauth:grant-type:device_code"

/** What the library says of a terminal that was not let in yet. */
const states: ReadonlyMap<string, "waiting" | "slower"> = new Map([
  ["authorization_pending", "waiting"],
  ["slow_down", "slower"]
])

/** `/session/devices`: a terminal asks to be let in, and somebody who is signed in lets it. */
export const deviceRoutes = (desk: PeopleDesk): void => {
  const { devices } = api
  take(desk, devices.start, "public.read", (_, c) =>
    Effect.map(askLibrary(desk, c, "/device/code", { client_id: TERMINAL }), (answered) => ({
      deviceCode: String(answered["device_code"]),
      userCode: String(answered["user_code"]),
      page: String(answered["verification_uri_complete"]),
      expiresIn: Number(answered["expires_in"]),
      interval: Number(answered["interval"])
    }))
  )
  take(desk, devices.token, "public.read", ({ body }, c) =>
    askLibrary(desk, c, "/device/token", { grant_type: GRANT, device_code: body.deviceCode, client_id: TERMINAL }).pipe(
      Effect.map((answered) => ({ state: "signedIn" as const, token: String(answered["access_token"]) })),
      Effect.catch((error) => {
        const state = error instanceof SignInRefused ? states.get(error.code) : undefined
        return state === undefined ? Effect.fail(error) : Effect.succeed({ state, token: null })
      })
    )
  )
  take(
    desk,
    devices.answer,
    "session.own",
    Effect.fnUntraced(function* ({ body }, c) {
      // The library first notes who looks at the code, and then takes the answer from nobody else.
      yield* askLibrary(desk, c, `/device?user_code=${encodeURIComponent(body.userCode)}`)
      yield* askLibrary(desk, c, body.allow ? "/device/approve" : "/device/deny", { userCode: body.userCode })
      return { done: true } as const
    })
  )
  for (const { path } of Object.values(devices))
    desk.app.all(path, (c) => refuse(c, new MethodNotAllowed({ method: c.req.method, allow: "POST" })))
}

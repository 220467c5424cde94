import { setTimeout as sleep } from "node:timers/promises"
import { type Client, makeClient } from "@ntm/contract"
import { both, say } from "../language/lang.ts"
import { exit, type Output, type Request, type RunCommand } from "../shell/output.ts"
import { keepToken, type Places } from "./credential.ts"
import { sessionLines } from "./people-text.ts"
import { placesOf } from "./places.ts"
import { printed, running } from "./running.ts"

const words = {
  open: both(
    "Mở địa chỉ này trong trình duyệt đã đăng nhập và xác nhận mã:",
    "Open this address in a browser that is signed in, and confirm the code:"
  ),
  waiting: both("Đang chờ xác nhận… (Ctrl-C để thôi)", "Waiting for it to be confirmed… (Ctrl-C to stop)"),
  done: both("Đã đăng nhập", "Signed in"),
  late: both("Mã đã hết hạn; hãy chạy lại: ntm login", "The code has expired; run ntm login again"),
  out: both("Đã đăng xuất.", "Signed out."),
  none: both(
    "Máy chủ này chưa dùng tài khoản; không cần đăng nhập.",
    "There are no accounts on this server; no need to sign in."
  )
} as const

/** How the commands wait; specs do not. */
export type Wait = (milliseconds: number) => Promise<unknown>

interface Signing {
  readonly request: Request
  readonly output: Output
  readonly client: Client
  readonly places: Places
}

/** `ntm login`: shows a code, waits until somebody confirms it, and keeps the token. */
export const login = ({ client, output, places, request }: Signing, wait: Wait): Promise<number> =>
  running({ client, output, request }, async ({ signal }) => {
    const tell = (text: string) => output.out(`${text}\n`)
    if (!(await client.session.now({}, signal)).ways.accounts) {
      tell(say(words.none, request.lang))
      return exit.done
    }
    const device = await client.devices.start({ body: {} }, signal)
    tell(
      `${say(words.open, request.lang)}\n\n  ${device.page}\n  ${device.userCode}\n\n${say(words.waiting, request.lang)}`
    )
    let pause = device.interval
    for (let waited = 0; waited < device.expiresIn; waited += pause) {
      await wait(pause * 1000)
      const { state, token } = await client.devices.token({ body: { deviceCode: device.deviceCode } })
      if (state === "slower") pause += device.interval
      if (token === null) continue
      await keepToken(places, request.server, token)
      tell(say(words.done, request.lang))
      return exit.done
    }
    output.err(`${say(words.late, request.lang)}\n`)
    return exit.misuse
  })

/** `ntm logout`: ends the session, and forgets its token whatever the server says. */
export const logout = async ({ client, output, places, request }: Signing): Promise<number> => {
  const code = await running({ client, output, request }, async (asked) => {
    await client.session.signOut({ body: {} }, asked.signal)
    return printed(asked, { done: true }, [say(words.out, request.lang)])
  })
  await keepToken(places, request.server, null)
  return code
}

export const whoami = ({ client, output, request }: Omit<Signing, "places">): Promise<number> =>
  running({ client, output, request }, async (asked) => {
    const now = await client.session.now({}, asked.signal)
    return printed(asked, now, sessionLines(now, request.lang))
  })

const signing = (request: Request, output: Output): Signing => ({
  request,
  output,
  client: makeClient(fetch, request.server),
  places: placesOf(process.env)
})

export const runLogin: RunCommand = (request, output) => login(signing(request, output), sleep)
export const runLogout: RunCommand = (request, output) => logout(signing(request, output))
export const runWhoami: RunCommand = (request, output) => whoami(signing(request, output))

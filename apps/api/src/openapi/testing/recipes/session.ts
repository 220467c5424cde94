import { codeOf } from "../../../testing/authenticator.ts"
import { type Asked, itemsIn, type Recipe, type Recipes, textIn } from "../asked.ts"
import type { Company, Somebody } from "./people.ts"

/** What an authenticator shows at a moment, for the address that it was given. */
const shown: (uri: string, at: number) => string = codeOf

/** The cookie of a browser that has signed in. */
const SESSION = "ntm.session_token"

const isIn = ({ cookies }: Somebody): boolean => cookies.has(SESSION)

/** Put into the browser, or taken out of it, as the answer says. */
const keep = ({ cookies }: Somebody, response: Response): void => {
  for (const line of response.headers.getSetCookie()) {
    const [pair = "", ...rest] = line.split("; ")
    const at = pair.indexOf("=")
    if (rest.some((part) => part.toLowerCase() === "max-age=0")) cookies.delete(pair.slice(0, at))
    else cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

/** As their browser asks. */
const asBrowser = (one: Somebody): Readonly<Record<string, string>> => ({
  cookie: [...one.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
})

/** Long, and like nothing that anybody tries first. */
const passwordOf = (nth: number): string => `thuyền cau mưa ${nth} gạo lụa`

/** Signing in and out by every way, passwords, the second factor, calendars, sessions and terminals. */
export const sessionRecipes = ({ find }: Company, provider: string): Recipes => {
  const calendars: Array<string> = []
  const terminals: Array<{ readonly deviceCode: string; readonly userCode: string }> = []
  /** Sessions that are there to be ended, with whose they are. */
  const sessions: Array<{ readonly id: string; readonly one: Somebody }> = []

  /** Asked by the browser of somebody; whatever is set there is kept. */
  const by =
    (wanted: (one: Somebody) => boolean, before: string, asked: (one: Somebody, nth: number) => Asked): Recipe =>
    (nth) => {
      const one = find((each) => each.kind === "human" && wanted(each))
      if (one === undefined) return before
      const { learn, ...made } = asked(one, nth)
      return {
        as: asBrowser(one),
        ...made,
        learn: (told, response) => {
          keep(one, response)
          learn?.(told, response)
        }
      }
    }
  const hasPassword = (one: Somebody) => isIn(one) && one.password !== null

  return {
    "session.link": by(
      ({ confirmed, token }) => token !== null && !confirmed,
      "people.link",
      (one) => {
        const { token } = one
        one.token = null
        one.cookies.clear()
        return { as: {}, body: { token } }
      }
    ),
    "session.password": by(isIn, "session.link", (one, nth) => {
      const password = passwordOf(nth)
      const current = one.password === null ? {} : { current: one.password }
      return {
        body: { password, ...current },
        learn: () => {
          one.password = password
        }
      }
    }),
    "session.confirm": by(
      (one) => hasPassword(one) && !one.confirmed,
      "session.password",
      (one) => ({ body: { password: one.password } })
    ),
    "session.signIn": by(
      ({ password }) => password !== null,
      "session.password",
      (one) => {
        one.cookies.clear()
        return { as: {}, body: { email: one.email, password: one.password } }
      }
    ),
    "session.startSecondFactor": by(
      (one) => hasPassword(one) && one.uri === null,
      "session.password",
      (one) => ({
        body: { password: one.password },
        learn: (told) => {
          one.uri = textIn(told, "uri")
        }
      })
    ),
    // Either switches it on, or is what still stands between somebody and their session.
    "session.secondFactor": by(
      (one) => one.uri !== null && (isIn(one) ? !one.confirmed : one.cookies.size > 0),
      "session.startSecondFactor",
      (one) => ({
        body: { code: shown(one.uri ?? "", Date.now()) },
        learn: () => {
          one.confirmed = true
        }
      })
    ),
    "session.endSecondFactor": by(
      (one) => hasPassword(one) && one.confirmed,
      "session.secondFactor",
      (one) => ({
        body: { password: one.password },
        learn: () => {
          one.uri = null
          one.confirmed = false
        }
      })
    ),
    "session.provider": () => ({ as: {}, body: { provider } }),
    "session.demonstration": (nth) => ({
      as: {},
      body: { role: nth % 2 === 0 ? "localOfficer" : "leader" }
    }),
    "session.signOut": by(isIn, "session.link", () => ({ body: {} })),
    "session.calendar": by(isIn, "session.link", () => ({})),
    "session.renewCalendar": by(isIn, "session.link", () => ({
      body: {},
      learn: (told) => calendars.push(new URL(textIn(told, "address")).searchParams.get("key") ?? "")
    })),
    "session.calendarFile": () => {
      const key = calendars.at(-1)
      return key === undefined ? "session.renewCalendar" : { as: {}, query: { key } }
    },
    "sessions.list": by(isIn, "session.link", (one) => ({
      learn: (told) => {
        for (const each of itemsIn(told)) sessions.push({ id: textIn(each, "id"), one })
        sessions.splice(0, sessions.length - 5)
      }
    })),
    "sessions.endOthers": by(isIn, "session.link", () => ({ body: {} })),
    "sessions.end": () => {
      const last = sessions.pop()
      if (last === undefined || last.one.closed || !isIn(last.one)) return "sessions.list"
      return { as: asBrowser(last.one), params: { id: last.id }, body: {}, learn: () => last.one.cookies.clear() }
    },
    "devices.start": () => ({
      as: {},
      body: {},
      learn: (told) => {
        terminals.push({ deviceCode: textIn(told, "deviceCode"), userCode: textIn(told, "userCode") })
        terminals.splice(0, terminals.length - 5)
      }
    }),
    "devices.answer": (nth, roll) => {
      const terminal = terminals.at(-1)
      if (terminal === undefined) return "devices.start"
      const { userCode } = terminal
      return by(isIn, "session.link", () => ({ body: { userCode, allow: roll() < 0.8 } }))(nth, roll)
    },
    // Each code but once: whoever asks again too soon is told so, and whoever has a token has it once.
    "devices.token": () => {
      const terminal = terminals.shift()
      return terminal === undefined ? "devices.start" : { as: {}, body: { deviceCode: terminal.deviceCode } }
    }
  }
}

import { type Asked, type Recipe, type Recipes, textIn } from "../asked.ts"

/** Somebody who was invited while requests are made, and what they have in hand. */
export interface Somebody {
  readonly id: string
  readonly email: string
  readonly kind: "human" | "system"
  readonly grants: Array<string>
  /** Of a one-time link that was not used yet. */
  token: string | null
  /** Their browser's. */
  readonly cookies: Map<string, string>
  password: string | null
  /** What their authenticator was given; `confirmed` once a code of it was shown. */
  uri: string | null
  confirmed: boolean
  closed: boolean
}

/** People who were invited; the newest are looked for first. */
export interface Company {
  readonly all: Array<Somebody>
  readonly find: (wanted: (one: Somebody) => boolean) => Somebody | undefined
}

/** Of more of them the oldest are forgotten: they have done what they can. */
const MOST = 60

export const makeCompany = (): Company => {
  const all: Array<Somebody> = []
  return { all, find: (wanted) => all.findLast((one) => !one.closed && wanted(one)) }
}

const tokenIn = (link: string): string => link.slice(link.indexOf("#") + 1)

/** Inviting people, giving and ending grants, closing accounts; keys of partners' systems. */
export const peopleRecipes = ({ all, find }: Company): Recipes => {
  const keys: Array<string> = []

  const invite: Recipe = (nth) => {
    const kind = nth % 4 === 3 ? ("system" as const) : ("human" as const)
    const email = `nguoi-${nth}@example.vn`
    const role = kind === "system" ? "partner" : "localOfficer"
    return {
      body: { name: `Người thứ ${nth}`, email, kind, grants: [{ role, units: ["11824"], from: "2025-07-01" }] },
      learn: (told) => {
        all.push({
          id: textIn(told, "id"),
          email,
          kind,
          grants: [],
          token: kind === "human" ? tokenIn(textIn(told, "link", "link")) : null,
          cookies: new Map(),
          password: null,
          uri: null,
          confirmed: false,
          closed: false
        })
        if (all.length > MOST) all.shift()
      }
    }
  }
  /** Asks about somebody; whoever that is has to be invited before. */
  const about =
    (
      wanted: (one: Somebody) => boolean,
      asked: (one: Somebody, nth: number) => Asked,
      before = "people.invite"
    ): Recipe =>
    (nth) => {
      const one = find(wanted)
      return one === undefined ? before : { params: { id: one.id }, ...asked(one, nth) }
    }
  const anybody = () => true
  /** A system is a partner and nothing else, and has no link. */
  const isHuman = ({ kind }: Somebody) => kind === "human"

  return {
    "people.invite": invite,
    "people.history": about(anybody, () => ({})),
    "people.account": about(anybody, () => ({})),
    "people.link": about(isHuman, (one) => ({
      learn: (told) => {
        one.token = tokenIn(textIn(told, "link"))
      }
    })),
    "people.give": about(isHuman, (one, nth) => ({
      body: { role: nth % 2 === 0 ? "leader" : "supervisor", units: ["31"], from: "2025-07-01" },
      learn: (told) => one.grants.push(textIn(told, "id"))
    })),
    "people.end": about(
      ({ grants }) => grants.length > 0,
      (one) => {
        const grant = one.grants.pop() ?? ""
        return { params: { id: one.id, grant }, body: { last: "2025-12-31", reason: "chuyển công tác" } }
      },
      "people.give"
    ),
    "people.close": () => {
      // The oldest: what the newest have in hand is still of use.
      const one = all.find(({ closed }) => !closed)
      if (one === undefined || all.length < 2) return "people.invite"
      return {
        params: { id: one.id },
        body: { reason: "nghỉ hưu" },
        learn: () => {
          one.closed = true
          one.cookies.clear()
        }
      }
    },
    "people.open": () => {
      const one = all.find(({ closed }) => closed)
      if (one === undefined) return "people.close"
      return {
        params: { id: one.id },
        body: {},
        learn: () => {
          one.closed = false
        }
      }
    },
    "people.endSessions": about(isHuman, (one) => ({ body: {}, learn: () => one.cookies.clear() })),
    "people.endAllSessions": () => ({
      body: {},
      learn: () => {
        for (const { cookies } of all) cookies.clear()
      }
    }),
    "people.endSecondFactor": about(
      ({ confirmed }) => confirmed,
      (one) => ({
        learn: () => {
          one.uri = null
          one.confirmed = false
          one.cookies.clear()
        }
      }),
      "session.secondFactor"
    ),
    "keys.create": about(anybody, (one, nth) => ({
      params: {},
      body: { person: nth % 2 === 0 ? one.id : one.email, name: `Khóa ${nth}`, days: 90 },
      learn: (told) => keys.push(textIn(told, "line", "id"))
    })),
    "keys.revoke": () => {
      const id = keys.pop()
      return id === undefined ? "keys.create" : { params: { id } }
    }
  }
}

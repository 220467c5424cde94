import { API_ROOT, type EndpointAction } from "@ntm/contract"
import { accessOf, Email, type GrantBody, People, PersonId, Role, standingsOf } from "@ntm/domain/people"
import { Reorganisations, unitByCode, UnitCode, type UnitId } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { ORIGIN, pilotApp, type PilotOptions } from "../openapi/testing/pilot.ts"

/** Vĩnh Bảo, whose officer asks, and another commune of Hải Phòng. */
export const OWN = "11824"
export const OTHER = "11629"
const PROVINCE = "31"

/** What each role is given: offices of the province, and those of one commune. */
const given: Readonly<Record<Role, { readonly units: "all" | string; readonly agency: string | null }>> = {
  administrator: { units: "all", agency: null },
  coordinationOffice: { units: PROVINCE, agency: null },
  department: { units: PROVINCE, agency: "Sở Nông nghiệp và Môi trường" },
  localOfficer: { units: OWN, agency: null },
  leader: { units: PROVINCE, agency: null },
  supervisor: { units: PROVINCE, agency: null },
  partner: { units: OWN, agency: null }
}

export type Asker = Role | "anonymous" | "predecessor"

const day = Day.make("2025-07-01")

/** The API on the pilot's data with somebody of each role, who asks with a key. */
export const pilotWithRoles = async (options: PilotOptions = {}) => {
  const pilot = await pilotApp(options)
  const { accounts, runtime } = pilot
  const keys = new Map<Asker, string>()
  const chronicleNow = () =>
    runtime.runPromise(
      Effect.map(
        Effect.flatMap(Reorganisations, (port) => port.register()),
        ({ chronicle }) => chronicle
      )
    )
  const chronicle = await chronicleNow()
  const idOf = (code: string) => {
    const unit = unitByCode(chronicle.register, UnitCode.make(code), day)
    if (unit === undefined) throw new Error(`no unit ${code}`)
    return unit.id
  }
  const emailOf = (name: string) => Email.make(`${name.toLowerCase()}@example.vn`)
  const invited = async (name: Exclude<Asker, "anonymous">, grant: GrantBody) => {
    const email = emailOf(name)
    const person = await accounts.account({ name, email })
    const kind = grant.role === "partner" ? "system" : "human"
    const batch = [
      { person, what: { _tag: "invited", name, email, kind, demonstration: false } },
      { person, what: { _tag: "given", grant } }
    ] as const
    const by = { person: null, name: "spec" }
    await runtime.runPromise(
      Effect.flatMap(People, (people) => people.record(batch, { by, chronicle, demonstration: false }))
    )
    const key = await accounts.newKey({ person: PersonId.make(person), name, days: null, perMinute: 100_000 })
    keys.set(name, key.key)
  }
  for (const role of Role.literals) {
    const { agency, units } = given[role]
    const named = units === "all" ? units : ([idOf(units)] as const)
    await invited(role, { role, units: named, agency, criteria: "all", from: day, to: null })
  }
  const answered = async (answer: Response) => {
    const text = await answer.text()
    const isJson = (answer.headers.get("content-type") ?? "").includes("json")
    return { status: answer.status, told: isJson && text !== "" ? JSON.parse(text) : text }
  }
  const keyOf = (who: Asker): Record<string, string> => {
    const key = keys.get(who)
    return key === undefined ? {} : { "x-api-key": key }
  }
  const ask = async (who: Asker, { method, path }: Pick<EndpointAction, "method" | "path">, body: unknown = {}) => {
    const answer = await pilot.app.request(`${ORIGIN}${API_ROOT}${path}`, {
      method,
      headers: { ...keyOf(who), ...(method === "POST" ? { "content-type": "application/json" } : {}) },
      ...(method === "POST" ? { body: JSON.stringify(body) } : {})
    })
    return answered(answer)
  }
  return {
    ...pilot,
    /** The key of each role. */
    keys: [...keys.values()],
    idOf,
    ask,
    /** Asks with headers of one's own; answered with all that came. */
    request: async (who: Asker, path: string, body: unknown, headers: Record<string, string> = {}) => {
      const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }
      return pilot.app.request(`${ORIGIN}${API_ROOT}${path}`, {
        ...sent,
        headers: { ...keyOf(who), ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers }
      })
    },
    get: (who: Asker, path: string) => ask(who, { method: "GET", path }),
    post: (who: Asker, path: string, body: unknown) => ask(who, { method: "POST", path }, body),
    /** Hands in a file. */
    send: async (who: Asker, path: string, content: Uint8Array<ArrayBuffer>, type: string) =>
      answered(
        await pilot.app.request(`${ORIGIN}${API_ROOT}${path}`, {
          method: "POST",
          headers: { ...keyOf(who), "content-type": type },
          body: content
        })
      ),
    /** Somebody else of a role, with units of another day. */
    invite: async (name: "predecessor", role: Role, units: readonly [UnitId], from: Day) => {
      await invited(name, { role, units, agency: null, criteria: "all", from, to: null })
      // What was remembered of people counts no more after a change.
      await ask("administrator", { method: "POST", path: "/observations/rebuild" })
    },
    /** What somebody of the role has on a day, by the register as it is now. */
    accessOf: async (role: Role, on: Day) => {
      const standings = standingsOf(await runtime.runPromise(Effect.flatMap(People, (people) => people.journal())))
      const standing = [...standings.values()].find(({ person }) => person.email === emailOf(role))
      if (standing === undefined) throw new Error(`nobody is ${role}`)
      return accessOf(await chronicleNow(), standing, on)
    }
  }
}

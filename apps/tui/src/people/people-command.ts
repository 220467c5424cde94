import { makeClient, type PersonLine } from "@ntm/contract"
import { parseDay } from "@ntm/domain/values"
import { Result } from "effect"
import { both, say } from "../language/lang.ts"
import { nearest } from "../shell/nearest.ts"
import { exit, type Output, type Request, type RunCommand } from "../shell/output.ts"
import { keyLines, peopleLines } from "./people-text.ts"
import { type Asked, misuse, printed, running } from "./running.ts"

const words = {
  invited: both(
    "Đã mời; liên kết đăng nhập (dùng một lần, trong 24 giờ):",
    "Invited; the link to sign in (once, within 24 hours):"
  ),
  link: both("Liên kết đăng nhập (dùng một lần, trong 24 giờ):", "The link to sign in (once, within 24 hours):"),
  system: both(
    "Đã ghi hệ thống đối tác; tạo khóa: ntm keys create",
    "The partner's system is recorded; make a key: ntm keys create"
  ),
  given: both("Đã cấp quyền số", "Given: grant"),
  ended: both("Đã chấm dứt quyền", "The grant is ended"),
  closed: both("Đã khóa tài khoản", "The account is closed"),
  sessions: both("Đã kết thúc mọi phiên", "All sessions are ended"),
  sessionsOfAll: both("Số người có phiên đã kết thúc", "People whose sessions are ended"),
  factor: both(
    "Đã bỏ xác thực hai bước và kết thúc các phiên",
    "The second factor is taken away and the sessions are ended"
  ),
  key: both("Khóa chỉ hiện một lần này; hãy cất giữ:", "The key is shown this once; keep it:"),
  revoked: both("Đã thu hồi khóa", "The key is taken back")
} as const

const listIn = (text: string): ReadonlyArray<string> =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")

/** A day as people write it, as the API takes it; what is no day goes on as it is, for the server to say so. */
const dayIn = (text: string): string => Result.getOrElse(parseDay(text), () => text)

/** The grant of the options; null where none was asked for. */
const grantOf = ({ options }: Request): object | null => {
  const { agency, criteria, from, role, to, units } = options
  if (role === undefined) return null
  return {
    role,
    units: units === undefined || units === "all" ? "all" : listIn(units),
    ...(agency === undefined ? {} : { agency }),
    ...(criteria === undefined ? {} : { criteria: listIn(criteria) }),
    ...(from === undefined ? {} : { from: dayIn(from) }),
    ...(to === undefined ? {} : { to: dayIn(to) })
  }
}

const found = async (asked: Asked, email: string): Promise<PersonLine | null> => {
  const { items } = await asked.client.people.list({}, asked.signal)
  const person = items.find((one) => one.email === email.toLowerCase() || one.id === email)
  if (person === undefined) misuse(asked, both(`Không có người dùng “${email}”.`, `Nobody is known as “${email}”.`))
  return person ?? null
}

const invite = async (asked: Asked): Promise<number> => {
  const { client, request, signal } = asked
  const [email, ...name] = asked.words
  if (email === undefined || name.length === 0)
    return misuse(
      asked,
      both("“people invite” cần địa chỉ thư và tên.", "“people invite” needs an e-mail address and a name.")
    )
  const grant = grantOf(request)
  const kind = request.options["system"] === undefined ? "human" : "system"
  const body = { email: email.toLowerCase(), name: name.join(" "), kind, grants: grant === null ? [] : [grant] }
  const invited = await client.people.invite({ body }, signal)
  const lines =
    invited.link === null
      ? [say(words.system, request.lang)]
      : [say(words.invited, request.lang), "", `  ${invited.link.link}`]
  return printed(asked, invited, lines)
}

const give = async (asked: Asked): Promise<number> => {
  const { client, request, signal } = asked
  const [email = ""] = asked.words
  const grant = grantOf(request)
  if (email === "" || grant === null)
    return misuse(
      asked,
      both("“people grant” cần địa chỉ thư và --role.", "“people grant” needs an e-mail address and --role.")
    )
  const person = await found(asked, email)
  if (person === null) return exit.misuse
  const given = await client.people.give({ id: person.id, body: grant }, signal)
  return printed(asked, given, [`${say(words.given, request.lang)} ${given.id}`])
}

const end = async (asked: Asked): Promise<number> => {
  const { client, request, signal } = asked
  const [email = "", grant] = asked.words
  if (email === "") return misuse(asked, both("“people end” cần địa chỉ thư.", "“people end” needs an e-mail address."))
  const person = await found(asked, email)
  if (person === null) return exit.misuse
  const body = { reason: request.options["reason"] ?? null }
  if (grant === undefined) {
    const closed = await client.people.close({ id: person.id, body }, signal)
    return printed(asked, closed, [`${say(words.closed, request.lang)}: ${person.name}`])
  }
  const last = request.options["to"]
  const ended = await client.people.end(
    { id: person.id, grant, body: { ...body, ...(last === undefined ? {} : { last: dayIn(last) }) } },
    signal
  )
  return printed(asked, ended, [`${say(words.ended, request.lang)}: ${grant}`])
}

const firstAdministrator = async ({ client, signal }: Asked): Promise<string> => {
  const { asOf, items } = await client.people.list({}, signal)
  const first = items.find(
    ({ grants, ...person }) =>
      !person.demonstration &&
      grants.some(
        ({ from, role, to }) => person.active && role === "administrator" && from <= asOf && (to === null || asOf <= to)
      )
  )
  return first?.email ?? ""
}

const link = async (asked: Asked): Promise<number> => {
  const { client, request, signal } = asked
  const person = await found(asked, asked.words[0] ?? (await firstAdministrator(asked)))
  if (person === null) return exit.misuse
  const made = await client.people.link({ id: person.id, body: {} }, signal)
  return printed(asked, made, [say(words.link, request.lang), "", `  ${made.link}`])
}

const endSessions = async (asked: Asked): Promise<number> => {
  const { client, request, signal } = asked
  const [email = ""] = asked.words
  if (email === "")
    return misuse(
      asked,
      both("“people sessions” cần địa chỉ thư, hoặc all.", "“people sessions” needs an e-mail address, or all.")
    )
  if (email === "all") {
    const ended = await client.people.endAllSessions({ body: {} }, signal)
    return printed(asked, ended, [`${say(words.sessionsOfAll, request.lang)}: ${ended.people}`])
  }
  const person = await found(asked, email)
  if (person === null) return exit.misuse
  const ended = await client.people.endSessions({ id: person.id, body: {} }, signal)
  return printed(asked, ended, [`${say(words.sessions, request.lang)}: ${person.name}`])
}

const dropFactor = async (asked: Asked): Promise<number> => {
  const { client, request, signal } = asked
  const [email = ""] = asked.words
  const known = request.options["reason"]
  if (email === "" || known === undefined)
    return misuse(
      asked,
      both(
        "“people factor” cần địa chỉ thư và --reason: đã nhận ra người yêu cầu bằng cách nào.",
        "“people factor” needs an e-mail address and --reason: how you made sure who asks."
      )
    )
  const person = await found(asked, email)
  if (person === null) return exit.misuse
  const dropped = await client.people.endSecondFactor({ id: person.id, body: { known } }, signal)
  return printed(asked, dropped, [`${say(words.factor, request.lang)}: ${person.name}`])
}

const listPeople = async (asked: Asked): Promise<number> => {
  const answer = await asked.client.people.list({}, asked.signal)
  return printed(asked, answer, peopleLines(answer.items, answer.asOf, asked.request.lang))
}

const listKeys = async (asked: Asked): Promise<number> => {
  const answer = await asked.client.keys.list({}, asked.signal)
  return printed(asked, answer, keyLines(answer.items, asked.request.lang))
}

const createKey = async (asked: Asked): Promise<number> => {
  const { client, request, signal } = asked
  const [email, ...name] = asked.words
  if (email === undefined || name.length === 0)
    return misuse(
      asked,
      both("“keys create” cần địa chỉ thư và tên.", "“keys create” needs an e-mail address and a name.")
    )
  const person = await found(asked, email)
  if (person === null) return exit.misuse
  const { days = "90", rate = "600" } = request.options
  const body = { person: person.id, name: name.join(" "), days: Number(days), perMinute: Number(rate) }
  const made = await client.keys.create({ body }, signal)
  return printed(asked, made, [say(words.key, request.lang), "", `  ${made.key}`])
}

const revokeKey = async (asked: Asked): Promise<number> => {
  const [id = ""] = asked.words
  if (id === "") return misuse(asked, both("“keys revoke” cần mã khóa.", "“keys revoke” needs the id of a key."))
  const revoked = await asked.client.keys.revoke({ id, body: {} }, asked.signal)
  return printed(asked, revoked, [say(words.revoked, asked.request.lang)])
}

type Jobs = ReadonlyMap<string, (asked: Asked) => Promise<number>>

const peopleJobs: Jobs = new Map([
  ["list", listPeople],
  ["invite", invite],
  ["grant", give],
  ["end", end],
  ["link", link],
  ["sessions", endSessions],
  ["factor", dropFactor]
])

const keyJobs: Jobs = new Map([
  ["list", listKeys],
  ["create", createKey],
  ["revoke", revokeKey]
])

/** Carries out one job of a command. Returns the exit code: 0 done, 2 a wrong command or not allowed, 69 no server. */
export const runJob = (
  jobs: "people" | "keys",
  request: Request,
  output: Output,
  client: ReturnType<typeof makeClient>
) => {
  const known = jobs === "people" ? peopleJobs : keyJobs
  const [name = ""] = request.operands
  const job = known.get(name)
  if (job !== undefined) return running({ request, output, client }, job)
  const names = [...known.keys()]
  const meant = nearest(name, names)
  const hint = meant === undefined ? both("", "") : both(` Có phải ý bạn là “${meant}”?`, ` Did you mean “${meant}”?`)
  return Promise.resolve(
    misuse(
      { output, request },
      both(
        `Không có việc “${name}”; chọn: ${names.join(", ")}.${hint.vi}`,
        `There is no “${name}”; choose: ${names.join(", ")}.${hint.en}`
      )
    )
  )
}

/** `ntm people list|invite|grant|end|link|sessions|factor`. */
export const runPeopleCommand: RunCommand = (request, output) =>
  runJob("people", request, output, makeClient(fetch, request.server))

/** `ntm keys list|create|revoke`. */
export const runKeysCommand: RunCommand = (request, output) =>
  runJob("keys", request, output, makeClient(fetch, request.server))

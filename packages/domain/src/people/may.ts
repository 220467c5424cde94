import type { UnitId } from "../units/index.ts"
import { type Bilingual, formatDay } from "../values/index.ts"
import { type Access, hasUnits, type HeldGrant } from "./access.ts"
import { Action, actionWords } from "./action.ts"
import { coversInput } from "./grant.ts"
import { openToAll, openToSignedIn, permissions, type Reach, readings, rolesFor } from "./permissions.ts"
import { AccessRefused, type AccessRefusalKind } from "./refusal.ts"
import { type Role, roleWords } from "./role.ts"

/** What an action is about; what is not said is not asked about here. */
export interface About {
  readonly units?: ReadonlyArray<UnitId>
  /** Those in charge of it, as criteria sets name them. */
  readonly agencies?: ReadonlyArray<string>
  readonly inputs?: ReadonlyArray<string>
}

/** How far a grant goes towards an action: the further, the better it explains a refusal. */
type Answer = "allowed" | Exclude<AccessRefusalKind, "signIn" | "closed">

const steps: ReadonlyArray<Answer> = ["role", "units", "agency", "criteria", "allowed"]

/** Somebody who follows what happens acts within what they see. */
export const reachedUnits = (action: Action, { grant, sees, writes }: HeldGrant) =>
  readings.has(action) || (action === "recommendations.answer" && grant.role === "supervisor") ? sees : writes

const answerOf = (held: HeldGrant, action: Action, { agencies, inputs, units }: About): Answer => {
  const reach: Reach | undefined = permissions[action][held.grant.role]
  if (reach === undefined) return "role"
  if (reach === "anywhere") return "allowed"
  if (!hasUnits(reachedUnits(action, held), units ?? [])) return "units"
  const { agency } = held.grant
  if (reach === "agency" && agencies !== undefined && (agency === null || !agencies.includes(agency))) return "agency"
  return (inputs ?? []).every((input) => coversInput(held.grant, input)) ? "allowed" : "criteria"
}

const listed = (roles: ReadonlyArray<Role>, language: keyof Bilingual): string =>
  roles.map((role) => roleWords[role][language]).join(", ")

const because: Readonly<Record<AccessRefusalKind, Bilingual>> = {
  signIn: { vi: "chưa đăng nhập", en: "nobody is signed in" },
  closed: { vi: "tài khoản đã khóa", en: "the account is closed" },
  role: { vi: "không có vai trò được phép", en: "no role of theirs has leave" },
  units: { vi: "đơn vị ngoài địa bàn phụ trách", en: "the unit lies outside their scope" },
  agency: { vi: "việc do cơ quan khác phụ trách", en: "another agency is in charge of it" },
  criteria: { vi: "tiêu chí ngoài phần được giao", en: "the criterion is not among those given to them" }
}

const nextOf = (kind: AccessRefusalKind, action: Action): Bilingual => {
  const roles = rolesFor(action)
  switch (kind) {
    case "signIn":
      return { vi: "Đăng nhập, hoặc gửi kèm khóa API", en: "Sign in, or send an API key" }
    case "closed":
      return { vi: "Đề nghị quản trị hệ thống mở lại tài khoản", en: "Ask an administrator to open the account again" }
    case "role":
      return {
        vi: `Chuyển cho ${listed(roles, "vi")}, hoặc đề nghị quản trị hệ thống cấp quyền`,
        en: `Hand it to ${listed(roles, "en")}, or ask an administrator for a grant`
      }
    case "units":
      return { vi: "Chuyển cho người phụ trách địa bàn đó", en: "Hand it to whoever answers for that place" }
    case "agency":
      return { vi: "Chuyển cho cơ quan phụ trách", en: "Hand it to the agency in charge" }
    case "criteria":
      return { vi: "Chuyển cho người phụ trách tiêu chí đó", en: "Hand it to whoever answers for that criterion" }
  }
}

const refused = (access: Access, action: Action, kind: AccessRefusalKind): AccessRefused => {
  const { day, person } = access
  const name = person?.name
  const what = actionWords[action]
  return new AccessRefused({
    kind,
    action,
    day,
    mayAct: rolesFor(action),
    sentence: {
      vi: `${name ?? "Người chưa đăng nhập"} không được ${what.vi} ngày ${formatDay(day)}: ${because[kind].vi}`,
      en: `${name ?? "Somebody who has not signed in"} may not ${what.en} on ${day}: ${because[kind].en}`
    },
    next: nextOf(kind, action)
  })
}

/**
 * Whether somebody may do an action about some units, by the table of permissions; null where they may.
 *
 * **Details** One grant has to allow all of it: what two grants allow in part does not add up to leave. The refusal names the nearest
 * miss of any grant.
 */
export const may = (access: Access, action: Action, about: About = {}): AccessRefused | null => {
  if (openToAll.has(action)) return null
  if (access.person === null) return refused(access, action, "signIn")
  if (!access.person.active) return refused(access, action, "closed")
  if (openToSignedIn.has(action)) return null
  let nearest: Answer = "role"
  for (const held of access.grants) {
    const answer = answerOf(held, action, about)
    if (steps.indexOf(answer) > steps.indexOf(nearest)) nearest = answer
  }
  return nearest === "allowed" ? null : refused(access, action, nearest)
}

/** The refusal of an action about something that lies outside, for who finds out while it is being done: where facts are kept. */
export const beyond = (access: Access, action: Action): AccessRefused => refused(access, action, "units")

/** Every action that somebody may do somewhere, in the order of the list. */
export const actionsOf = (access: Access): ReadonlyArray<Action> =>
  Action.literals.filter((action) => may(access, action) === null)

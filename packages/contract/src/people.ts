import type { AgencyId } from "@ntm/domain/assignments"
import type { AccountEvent, Action, PersonEvent, PersonKind, Role } from "@ntm/domain/people"
import { Email, GrantId, PersonId, Role as RoleName } from "@ntm/domain/people"
import { UnitCode, type UnitId } from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import type { NamedUnit } from "./assessments.ts"
import { download, get, listing, post } from "./endpoint.ts"
import { Nothing } from "./query.ts"
import { asking, writing } from "./writing.ts"

/** The library of accounts keeps it, in transactions of its own. */
const byLibrary = writing({ writes: "accounts" })

/** As `byLibrary`, and what it answers is told once. */
const secretly = writing({ writes: "accounts", secret: true })

const said = (vi: string, en: string) => ({ message: `${vi} · ${en}` })
const text = (most: number) =>
  Schema.NonEmptyString.check(Schema.isMaxLength(most, said(`dài quá ${most} ký tự`, `longer than ${most} characters`)))

/** A unit of a grant, as it stood on the first day of the grant. */
export interface GrantedUnit {
  readonly id: UnitId
  readonly code: string
  readonly name: string
}

/** What somebody was given, with its units by name. */
export interface GrantLine {
  readonly id: GrantId
  readonly role: Role
  readonly units: "all" | ReadonlyArray<GrantedUnit>
  readonly agency: string | null
  readonly criteria: "all" | ReadonlyArray<string>
  readonly from: Day
  readonly to: Day | null
}

/** By which ways somebody can sign in here. */
export interface SignInWays {
  /** False where nobody can: everything is readable then, and changes are taken from this machine only. */
  readonly accounts: boolean
  readonly providers: ReadonlyArray<{ readonly id: string; readonly name: string }>
  /** Roles that can be tried; none but in the demonstration. */
  readonly demonstration: ReadonlyArray<Role>
}

/** Who asks, and what they may do. */
export interface SessionNow {
  readonly asOf: Day
  readonly person: {
    readonly id: PersonId
    readonly name: string
    readonly email: string
    readonly demonstration: boolean
    readonly twoFactor: boolean
    readonly password: boolean
  } | null
  /** Those in force. */
  readonly grants: ReadonlyArray<GrantLine>
  readonly actions: ReadonlyArray<Action>
  /**
   * What is asked of them before anything but their own session is answered: that they switch a second factor on, or, where a provider did not ask for
   * the one that they have, that they show it; null for nothing.
   */
  readonly needs: "secondFactor" | "confirm" | null
  /** What they may read: everything, or so many units. */
  readonly sees: "all" | number
  /** What is shown to them first. */
  readonly home: {
    /** The highest unit that is theirs to see; null for who sees all, or none that stands. */
    readonly unit: NamedUnit | null
    /** The agency that they act for, or whoever took over from it; null for who acts for none that is known. */
    readonly agency: AgencyId | null
  }
  readonly ways: SignInWays
}

/** What a step of signing in led to: `secondFactor` where a code is still wanted. */
export interface SignedIn {
  readonly state: "signedIn" | "secondFactor"
}

/** Where somebody's calendar is read. */
export interface CalendarAddress {
  readonly address: string | null
}

const Done = Nothing
type Done = { readonly done: true }

const Password = text(128)

export const session = {
  /** Who asks and what they may do, by which ways one signs in; answers everybody. */
  now: get<SessionNow>()("/session", Nothing, Nothing),
  /** Signs in with a password; the answer sets a cookie. */
  signIn: asking(
    post<SignedIn>()(
      "/session/sign-in",
      Nothing,
      Nothing,
      Schema.Struct({ email: Schema.NonEmptyString, password: Password })
    )
  ),
  /** The second factor: a code of the authenticator, or one of the codes kept for emergencies. */
  secondFactor: asking(post<SignedIn>()("/session/second-factor", Nothing, Nothing, Schema.Struct({ code: text(64) }))),
  /** Signs in by a one-time link: `token` is what it carries. */
  link: asking(post<SignedIn>()("/session/link", Nothing, Nothing, Schema.Struct({ token: text(128) }))),
  /** Signs in as somebody made up, in the demonstration. */
  demonstration: asking(
    post<SignedIn>()("/session/demonstration", Nothing, Nothing, Schema.Struct({ role: RoleName }))
  ),
  /** Where to go to sign in elsewhere; `again`: the provider is to ask who they are although it knows. */
  provider: asking(
    post<{ readonly url: string }>()(
      "/session/provider",
      Nothing,
      Nothing,
      Schema.Struct({ provider: text(64), again: Schema.optionalKey(Schema.Boolean) })
    )
  ),
  /**
   * Shows once more that it is they who ask, by every factor that they have: the password where one is set, a code where the second factor is on. For a
   * quarter of an hour passwords, factors and sessions can be changed then; after signing in they can too.
   */
  confirm: asking(
    post<Done>()(
      "/session/confirm",
      Nothing,
      Nothing,
      Schema.Struct({ password: Schema.optionalKey(Password), code: Schema.optionalKey(text(64)) })
    )
  ),
  signOut: asking(post<Done>()("/session/sign-out", Nothing, Nothing, Done)),
  /** Sets the first password, or another with the one before. All other sessions end. */
  password: byLibrary(
    post<Done>()(
      "/session/password",
      Nothing,
      Nothing,
      Schema.Struct({ password: Password, current: Schema.optionalKey(Password) })
    )
  ),
  /** Begins the second factor: the address for the authenticator, and codes for emergencies. */
  startSecondFactor: secretly(
    post<{ readonly uri: string; readonly codes: ReadonlyArray<string> }>()(
      "/session/second-factor/start",
      Nothing,
      Nothing,
      Schema.Struct({ password: Password })
    )
  ),
  endSecondFactor: byLibrary(
    post<Done>()("/session/second-factor/end", Nothing, Nothing, Schema.Struct({ password: Password }))
  ),
  /** The secret address of the caller's calendar; null while it has none. */
  calendar: get<CalendarAddress>()("/session/calendar", Nothing, Nothing),
  /** Gives it an address, or another: the one before shows nothing any more. */
  renewCalendar: secretly(post<CalendarAddress>()("/session/calendar", Nothing, Nothing, Nothing)),
  /**
   * What concerns the person whose address it is, up to the end of next year, as iCalendar to subscribe to. Whoever has the address reads it:
   * calendars do not sign in. The key stands in the query, which is written into no log, or is shown as a password (HTTP Basic).
   */
  calendarFile: download(
    "/session/calendar.ics",
    Nothing,
    Schema.Struct({
      key: Schema.optionalKey(text(200)),
      role: Schema.optionalKey(Schema.Literals(["lead", "any"])),
      lang: Schema.optionalKey(Schema.Literals(["vi", "en"]))
    })
  )
}

/** Signing in on a terminal: it shows a code, and waits until somebody who is signed in lets it in. */
export const devices = {
  start: asking(
    post<{
      readonly deviceCode: string
      readonly userCode: string
      /** The page on which the code is confirmed. */
      readonly page: string
      readonly expiresIn: number
      /** Seconds between questions. */
      readonly interval: number
    }>()("/session/devices", Nothing, Nothing, Nothing)
  ),
  /** `token` once somebody has let it in. */
  token: asking(
    post<{ readonly state: "waiting" | "slower" | "signedIn"; readonly token: string | null }>()(
      "/session/devices/token",
      Nothing,
      Nothing,
      Schema.Struct({ deviceCode: text(200) })
    )
  ),
  answer: byLibrary(
    post<Done>()(
      "/session/devices/answer",
      Nothing,
      Nothing,
      Schema.Struct({ userCode: text(20), allow: Schema.Boolean })
    )
  )
}

const ById = Schema.Struct({ id: PersonId })
const KeyById = Schema.Struct({ id: Schema.NonEmptyString })

const Reason = Schema.Struct({ reason: Schema.optionalKey(Schema.NullOr(text(200))) })

/** A grant as it is given: units by their codes on the day `from`. */
export const GrantRow = Schema.Struct({
  role: RoleName,
  units: Schema.Union([Schema.Literal("all"), Schema.NonEmptyArray(UnitCode)]).annotate(
    said("phải là all hoặc danh sách mã đơn vị", "must be all or a list of unit codes")
  ),
  agency: Schema.optionalKey(Schema.NullOr(text(200))),
  criteria: Schema.optionalKey(
    Schema.Union([Schema.Literal("all"), Schema.NonEmptyArray(text(200))]).annotate(
      said("phải là all hoặc danh sách khóa số liệu", "must be all or a list of keys")
    )
  ),
  from: Schema.optionalKey(Day),
  to: Schema.optionalKey(Schema.NullOr(Day))
})
export type GrantRow = typeof GrantRow.Type

/** Somebody with what they have and had. */
export interface PersonLine {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly kind: PersonKind
  readonly active: boolean
  readonly demonstration: boolean
  readonly grants: ReadonlyArray<GrantLine>
}

/** A link that signs in once. It is shown once and kept nowhere. */
export interface OneTimeLink {
  readonly link: string
  readonly expiresAt: string
}

export const people = {
  /** Everybody, with every grant, the ended among them; as known at a moment. */
  list: listing<PersonLine, { readonly asOf: Day }>()(
    "/people",
    Nothing,
    Schema.Struct({ known_at: Schema.optionalKey(Moment) })
  ),
  /** What was recorded of somebody, in the order of recording. */
  history: listing<PersonEvent>()("/people/:id/history", ById, Schema.Struct({ known_at: Schema.optionalKey(Moment) })),
  /** What happened to their account, in that order: keys, passwords, the second factor, sessions ended, attempts to sign in that were refused. */
  account: listing<AccountEvent>()("/people/:id/account", ById, Nothing),
  /** Invites somebody and answers their one-time link; a partner's system (`kind: system`) gets none. */
  invite: secretly(
    post<{ readonly id: PersonId; readonly link: OneTimeLink | null }>()(
      "/people",
      Nothing,
      Nothing,
      Schema.Struct({
        name: text(200),
        email: Email,
        kind: Schema.optionalKey(
          Schema.Literals(["human", "system"]).annotate(said("phải là human hoặc system", "must be human or system"))
        ),
        grants: Schema.Array(GrantRow)
      })
    )
  ),
  /** Another one-time link for somebody. */
  link: secretly(post<OneTimeLink>()("/people/:id/link", ById, Nothing, Nothing)),
  give: byLibrary(post<{ readonly id: GrantId }>()("/people/:id/grants", ById, Nothing, GrantRow)),
  /** Ends a grant: after `last`, at once without it. */
  end: byLibrary(
    post<Done>()(
      "/people/:id/grants/:grant/end",
      Schema.Struct({ id: PersonId, grant: Schema.FiniteFromString.pipe(Schema.decodeTo(GrantId)) }),
      Nothing,
      Schema.Struct({ last: Schema.optionalKey(Day), ...Reason.fields })
    )
  ),
  /** Closes an account: its sessions and keys end at once, its grants hold no more. */
  close: byLibrary(post<Done>()("/people/:id/close", ById, Nothing, Reason)),
  open: byLibrary(post<Done>()("/people/:id/open", ById, Nothing, Reason)),
  /** Ends every session of somebody, who may sign in again. */
  endSessions: byLibrary(post<Done>()("/people/:id/sessions/end", ById, Nothing, Nothing)),
  /** Ends every session of everybody but the one that asks; how many people it concerned. */
  endAllSessions: byLibrary(post<{ readonly people: number }>()("/people/sessions/end", Nothing, Nothing, Nothing)),
  /**
   * Takes away the second factor of somebody who lost it, and ends their sessions: they sign in again by password or by another link, and set one up anew.
   * `known` says how whoever does it made sure who asks, as surely as at the invitation; it stands in the audit trail.
   */
  endSecondFactor: byLibrary(
    post<Done>()("/people/:id/second-factor/end", ById, Nothing, Schema.Struct({ known: text(200) }))
  )
}

/** A key of a partner's system, without the key itself. */
export interface KeyLine {
  readonly id: string
  readonly person: PersonId
  readonly name: string
  /** How it begins, to be recognised by. */
  readonly start: string | null
  readonly createdAt: string
  readonly expiresAt: string | null
  /** Requests a minute. */
  readonly perMinute: number
  /** When it was last shown, to some seconds; null while it never was. */
  readonly usedAt: string | null
}

const count = (maximum: number) =>
  Schema.Int.check(
    Schema.isBetween({ minimum: 1, maximum }, said(`phải từ 1 đến ${maximum}`, `must be 1 to ${maximum}`))
  )

export const keys = {
  list: listing<KeyLine>()("/keys", Nothing, Nothing),
  /** Makes a key for a partner's system, named by its id or its e-mail address (`person`); the answer is the only place where it is ever shown. */
  create: secretly(
    post<{ readonly key: string; readonly line: KeyLine }>()(
      "/keys",
      Nothing,
      Nothing,
      Schema.Struct({
        person: text(64),
        name: text(60),
        days: count(366),
        perMinute: Schema.optionalKey(count(60_000))
      })
    )
  ),
  revoke: byLibrary(post<Done>()("/keys/:id/revoke", KeyById, Nothing, Nothing))
}

import { type Chronicle, unitOn } from "../units/index.ts"
import { type Bilingual, type Day, formatDay, Moment } from "../values/index.ts"
import { type PersonEvent, PersonEventId, type PersonRecording } from "./event.ts"
import type { GrantBody } from "./grant.ts"
import { type PeopleProblem, PeopleRefused } from "./refusal.ts"
import { roleWords } from "./role.ts"
import { isAdministrator, type PersonStanding, standingsOf } from "./standing.ts"

/** What a batch is held against. */
export interface PeopleChecking {
  readonly events: ReadonlyArray<PersonEvent>
  readonly chronicle: Chronicle
  readonly today: Day
  /** Whether this is the demonstration: nowhere else can somebody be made up. */
  readonly demonstration: boolean
}

type Found = Omit<PeopleProblem, "row">

const found = (field: string | null, kind: PeopleProblem["kind"], vi: string, en: string): Found => ({
  field,
  kind,
  sentence: { vi, en }
})

const periodProblem = ({ from, to }: GrantBody): ReadonlyArray<Found> =>
  to !== null && to < from
    ? [
        found(
          "grant.to",
          "period",
          `Ngày cuối ${formatDay(to)} trước ngày đầu ${formatDay(from)}`,
          `The last day ${to} is before the first, ${from}`
        )
      ]
    : []

const roleProblems = ({ agency, role, units }: GrantBody, { person }: PersonStanding): ReadonlyArray<Found> => {
  const word: Bilingual = roleWords[role]
  return [
    ...(role === "department" && agency === null
      ? [found("grant.agency", "agencyMissing", `Vai trò “${word.vi}” phải nêu cơ quan`, `${word.en} needs an agency`)]
      : []),
    ...(role === "localOfficer" && units === "all"
      ? [
          found(
            "grant.units",
            "unitsMissing",
            `Vai trò “${word.vi}” phải nêu đơn vị phụ trách`,
            `${word.en} needs units`
          )
        ]
      : []),
    ...(person.kind === "system" && role !== "partner"
      ? [
          found(
            "grant.role",
            "partnerRole",
            "Hệ thống đối tác chỉ nhận vai trò đối tác",
            "A partner's system can only be a partner"
          )
        ]
      : [])
  ]
}

const unitProblems = ({ from, units }: GrantBody, { register }: Chronicle): ReadonlyArray<Found> =>
  units === "all"
    ? []
    : units.flatMap((unit, at) =>
        unitOn(register, unit, from) === undefined
          ? [
              found(
                `grant.units[${at}]`,
                "unknownUnit",
                `Không có đơn vị số ${unit} vào ngày ${formatDay(from)}`,
                `No unit ${unit} stands on ${from}`
              )
            ]
          : []
      )

const grantProblems = (
  grant: GrantBody,
  known: PersonStanding,
  { chronicle }: PeopleChecking
): ReadonlyArray<Found> => [...periodProblem(grant), ...roleProblems(grant, known), ...unitProblems(grant, chronicle)]

const invitationProblems = (
  { person, what }: PersonRecording,
  standings: ReadonlyMap<string, PersonStanding>,
  { demonstration }: PeopleChecking
): ReadonlyArray<Found> => {
  if (what._tag !== "invited") return []
  const taken = [...standings.values()].some((one) => one.person.email === what.email || one.person.id === person)
  return [
    ...(taken
      ? [found("email", "alreadyKnown", `Đã có người dùng ${what.email}`, `${what.email} is known already`)]
      : []),
    ...(what.demonstration && !demonstration
      ? [
          found(
            "demonstration",
            "demonstration",
            "Người dùng minh họa chỉ có trong bản trình diễn",
            "Made-up people exist in the demonstration only"
          )
        ]
      : [])
  ]
}

const closedProblem = ({ person: { active, name } }: PersonStanding): ReadonlyArray<Found> =>
  active ? [] : [found("person", "closedPerson", `Tài khoản của ${name} đã khóa`, `The account of ${name} is closed`)]

const otherProblems = (
  what: PersonRecording["what"],
  known: PersonStanding,
  checking: PeopleChecking
): ReadonlyArray<Found> => {
  const { active, name } = known.person
  switch (what._tag) {
    case "invited":
      return []
    case "given":
      return [...closedProblem(known), ...grantProblems(what.grant, known, checking)]
    case "ended": {
      const grant = known.grants.find(({ id }) => id === what.grant)
      if (grant === undefined)
        return [
          found(
            "grant",
            "unknownGrant",
            `${name} không có quyền số ${what.grant}`,
            `${name} has no grant ${what.grant}`
          )
        ]
      return grant.to !== null && grant.to <= what.last
        ? [
            found(
              "grant",
              "endedGrant",
              `Quyền số ${what.grant} đã hết hạn ngày ${formatDay(grant.to)}`,
              `Grant ${what.grant} ended on ${grant.to}`
            )
          ]
        : []
    }
    case "closed":
      return active
        ? []
        : [
            found(
              "person",
              "closedPerson",
              `Tài khoản của ${name} đã khóa từ trước`,
              `The account of ${name} is closed already`
            )
          ]
    case "opened":
      return active
        ? [found("person", "openPerson", `Tài khoản của ${name} đang mở`, `The account of ${name} is open`)]
        : []
    case "calendar":
      return closedProblem(known)
  }
}

/** The event as it would stand, for what comes after it in the batch. */
const pretended = (recording: PersonRecording, id: number): PersonEvent => ({
  id: PersonEventId.make(id),
  ...recording,
  recordedAt: Moment.make("9999-12-31T00:00:00.000Z"),
  recordedBy: { person: null, name: "…" }
})

/** Someone who is in charge of people has to remain; on a day on which nobody is, the first one may come. */
const lastAdministrator = (before: Iterable<PersonStanding>, after: Iterable<PersonStanding>, today: Day): boolean =>
  [...before].some((one) => isAdministrator(one, today)) && ![...after].some((one) => isAdministrator(one, today))

/** Holds a batch against what is known of people; null where all of it may be recorded. Later rows stand on earlier ones. */
export const checkPersonEvents = (
  batch: ReadonlyArray<PersonRecording>,
  checking: PeopleChecking
): PeopleRefused | null => {
  const problems: Array<PeopleProblem> = []
  const events = [...checking.events]
  const first = standingsOf(events)
  for (const [row, recording] of batch.entries()) {
    const standings = standingsOf(events)
    const known = standings.get(recording.person)
    const wrong: ReadonlyArray<Found> =
      recording.what._tag === "invited"
        ? invitationProblems(recording, standings, checking)
        : known === undefined
          ? [found("person", "unknownPerson", "Không có người dùng này", "Nobody of this id is known")]
          : otherProblems(recording.what, known, checking)
    for (const each of wrong) problems.push({ row, ...each })
    if (wrong.length === 0) events.push(pretended(recording, (events.at(-1)?.id ?? 0) + 1))
  }
  if (lastAdministrator(first.values(), standingsOf(events).values(), checking.today))
    problems.push({
      row: batch.length - 1,
      ...found(null, "lastAdministrator", "Phải còn ít nhất một quản trị hệ thống", "One administrator has to remain")
    })
  const [head, ...others] = problems
  return head === undefined ? null : new PeopleRefused({ problems: [head, ...others] })
}

import { Schema } from "effect"
import { Bilingual, bothLanguages, Day } from "../values/index.ts"
import { Action } from "./action.ts"
import { Role } from "./role.ts"

/** Why somebody may not: nobody is known, the account is closed, no role has leave, or what is asked lies beyond. */
export const AccessRefusalKind = Schema.Literals(["signIn", "closed", "role", "units", "agency", "criteria"])
export type AccessRefusalKind = typeof AccessRefusalKind.Type

/** An action that somebody may not do: the rule, the day, who may, and what to do next. */
export class AccessRefused extends Schema.TaggedError<AccessRefused>()("AccessRefused", {
  kind: AccessRefusalKind,
  /** The rule is the row of the table of permissions. */
  action: Action,
  day: Day,
  mayAct: Schema.Array(Role),
  sentence: Bilingual,
  next: Bilingual
}) {
  override get message() {
    return bothLanguages(this.sentence)
  }
}

/** What is wrong with something that is to be recorded of people. */
export const PeopleProblem = Schema.Struct({
  row: Schema.Int,
  field: Schema.NullOr(Schema.String),
  kind: Schema.Literals([
    "unknownPerson",
    "alreadyKnown",
    "closedPerson",
    "openPerson",
    "unknownGrant",
    "endedGrant",
    "unknownUnit",
    "period",
    "agencyMissing",
    "unknownAgency",
    "unknownCriteria",
    "unitsMissing",
    "partnerRole",
    "lastAdministrator",
    "demonstration"
  ]),
  sentence: Bilingual
})
export type PeopleProblem = typeof PeopleProblem.Type

/** Nothing was recorded: everything that is wrong, at once. */
export class PeopleRefused extends Schema.TaggedError<PeopleRefused>()("PeopleRefused", {
  problems: Schema.NonEmptyArray(PeopleProblem)
}) {
  override get message() {
    return this.problems.map(({ sentence }) => bothLanguages(sentence)).join("; ")
  }
}

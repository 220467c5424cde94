import type { Action } from "./action.ts"
import { Role } from "./role.ts"

/**
 * How far a role's leave for an action reaches.
 *
 * **Details** `anywhere`; `units`: within the units of the grant; `agency`: within them, and on what the grant's agency is in charge of.
 */
export type Reach = "anywhere" | "units" | "agency"

/** Of an action: how far each role's leave for it reaches; a role that is not named has none. */
type Row = Readonly<Partial<Record<Role, Reach>>>

const everybody: Row = Object.fromEntries(Role.literals.map((role) => [role, "anywhere"]))
const everybodyWithin: Row = Object.fromEntries(Role.literals.map((role) => [role, "units"]))
const offices: Row = { administrator: "units", coordinationOffice: "units" }
/** Who reports facts: departments what they are in charge of, local officers what is theirs. */
const reporters: Row = { ...offices, department: "agency", localOfficer: "units" }

/**
 * The whole of who may do what, as data: one row an action.
 *
 * **Details** Leaders, supervisors and partners write no facts; a supervising body follows the recommendations that it made. Whatever
 * is not here is refused.
 */
export const permissions: Readonly<Record<Action, Row>> = {
  "public.read": everybody,
  "session.own": everybody,
  "reference.read": everybody,
  "facts.read": everybodyWithin,
  "values.record": reporters,
  "values.move": reporters,
  "values.rebuild": { administrator: "anywhere" },
  "evidence.keep": {
    administrator: "anywhere",
    coordinationOffice: "anywhere",
    department: "anywhere",
    localOfficer: "anywhere",
    supervisor: "anywhere"
  },
  "funding.record": { ...offices, department: "units", localOfficer: "units" },
  "funding.undo": offices,
  "works.record": { ...offices, department: "units", localOfficer: "units" },
  "works.rules": { administrator: "anywhere", coordinationOffice: "anywhere" },
  "tasks.report": reporters,
  "tasks.give": offices,
  "recommendations.answer": { ...reporters, supervisor: "units" },
  "dossiers.open": { ...offices, localOfficer: "units" },
  "dossiers.record": reporters,
  "registers.record": { ...offices, department: "units", localOfficer: "units" },
  "units.preview": { administrator: "anywhere", coordinationOffice: "anywhere", leader: "anywhere" },
  "units.reorganise": offices,
  "units.boundaries": offices,
  "sets.load": { administrator: "anywhere", coordinationOffice: "anywhere" },
  "people.manage": { administrator: "anywhere" },
  "keys.manage": { administrator: "anywhere" },
  "webhooks.manage": { administrator: "anywhere", partner: "anywhere" },
  "audit.read": { ...offices, leader: "units", supervisor: "units" },
  "changes.read": everybodyWithin
}

/** What also those may do who have not signed in. */
export const openToAll: ReadonlySet<Action> = new Set(["public.read"])

/** What everybody may do who has signed in, whatever they were given. */
export const openToSignedIn: ReadonlySet<Action> = new Set(["session.own"])

/** Actions that read: what somebody sees is their limit. All others write, and what somebody writes is. */
export const readings: ReadonlySet<Action> = new Set([
  "public.read",
  "session.own",
  "reference.read",
  "facts.read",
  "units.preview",
  "audit.read",
  "changes.read"
])

/** The roles that may do it anywhere at all. */
export const rolesFor = (action: Action): ReadonlyArray<Role> =>
  Role.literals.filter((role) => permissions[action][role] !== undefined)

import { foldVietnamese, quoted } from "../../values/index.ts"
import { partyOf, type Reading } from "../agencies/reading.ts"
import { type DataProblem, problem } from "../data-problem.ts"
import { holderId, holdersOf, ownersOf } from "./owners.ts"

/** Names as a line of a document prints them, each with the field it stands in. */
export interface PrintedParties {
  readonly lead: ReadonlyArray<{ readonly field: string; readonly name: string }>
  readonly coordinating: ReadonlyArray<{ readonly field: string; readonly name: string }>
}

/** A council and a committee of one unit are two bodies: one may lead what the other co-ordinates. */
const isCouncil = (name: string): boolean =>
  /^(chu tich |thuong truc )?(hdnd|hoi dong nhan dan) /u.test(foldVietnamese(name))

/**
 * What is wrong with the names in a line: nobody is known by one, or who co-ordinates is who leads.
 *
 * **Details** Names of one agency before and after a merger are one. A member of a group that co-ordinates may lead, and a group may lead
 * what its member co-ordinates: texts mean "the others".
 */
export const checkParties = ({ coordinating, lead }: PrintedParties, reading: Reading): ReadonlyArray<DataProblem> => {
  const { askedOn } = reading
  const unknown = [...lead, ...coordinating].flatMap(({ field, name }) =>
    partyOf(name, reading, askedOn)._tag === "unknown"
      ? [problem(field, `không biết cơ quan, đơn vị ${quoted(name)}`, `no agency or unit is known as ${quoted(name)}`)]
      : []
  )
  const ids = (name: string) => {
    const body = isCouncil(name) ? "council of " : ""
    return holdersOf(ownersOf([name], reading), reading, askedOn).map((holder) => body + holderId(holder))
  }
  const leads = new Set(lead.flatMap(({ name }) => ids(name)))
  const both = coordinating.flatMap(({ field, name }) =>
    // Of a group, some of whom lead, the others co-ordinate.
    ids(name).every((id) => leads.has(id) && !id.includes("unknown:"))
      ? [problem(field, `${quoted(name)} vừa chủ trì vừa phối hợp`, `${quoted(name)} both leads and co-ordinates`)]
      : []
  )
  return [...unknown, ...both]
}

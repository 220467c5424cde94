import type { GrantRow } from "@ntm/contract"
import { type GrantBody, type PeopleProblem, PeopleRefused } from "@ntm/domain/people"
import { type Chronicle, notStanding, unitByCode, type UnitId } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { Effect } from "effect"

/** Grants with their units by identity; units that did not stand on the first day are refused, all at once. */
export const readGrants = (
  rows: ReadonlyArray<GrantRow>,
  chronicle: Chronicle,
  today: Day
): Effect.Effect<ReadonlyArray<GrantBody>, PeopleRefused> => {
  const problems: Array<PeopleProblem> = []
  const grants = rows.map((row, at): GrantBody | null => {
    const from = row.from ?? today
    const given = {
      role: row.role,
      agency: row.agency ?? null,
      criteria: row.criteria ?? "all",
      from,
      to: row.to ?? null
    } as const
    if (row.units === "all") return { ...given, units: "all" }
    const found = row.units.flatMap((code, index): ReadonlyArray<UnitId> => {
      const unit = unitByCode(chronicle.register, code, from)
      if (unit !== undefined) return [unit.id]
      const { sentence } = notStanding(chronicle, code, from)
      problems.push({ row: at, field: `units[${index}]`, kind: "unknownUnit", sentence })
      return []
    })
    const [first, ...others] = found
    return first === undefined ? null : { ...given, units: [first, ...others] }
  })
  const [head, ...others] = problems
  return head === undefined
    ? Effect.succeed(grants.filter((grant) => grant !== null))
    : Effect.fail(new PeopleRefused({ problems: [head, ...others] }))
}

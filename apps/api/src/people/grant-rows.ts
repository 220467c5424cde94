import type { GrantRow } from "@ntm/contract"
import { Agencies, type Agency, agencyCalled, isCalled } from "@ntm/domain/assignments"
import { catalogueOf, CriteriaSets, type InputSpec, isInCharge } from "@ntm/domain/criteria"
import { coversInput, type GrantBody, type PeopleProblem, PeopleRefused } from "@ntm/domain/people"
import { type Chronicle, notStanding, unitByCode, type UnitId } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { Effect } from "effect"

/** What grants may name: agencies and what criteria sets ask for. */
interface Named {
  readonly agencies: ReadonlyArray<Agency>
  readonly inputs: ReadonlyArray<InputSpec>
}

/** An agency or a criterion that nobody knows would be a grant that allows nothing. Where nothing was loaded yet there is nothing to hold it against. */
const strangersIn = (
  { agency, criteria }: GrantRow,
  row: number,
  { agencies, inputs }: Named,
  day: Day
): ReadonlyArray<PeopleProblem> => {
  const isKnown = (name: string) =>
    agencies.some((one) => one.id === name || isCalled(one, name)) ||
    inputs.some((input) => input.agencies.includes(name) || isInCharge(name, input.agencies, day))
  const keys = criteria === undefined || criteria === "all" || inputs.length === 0 ? [] : criteria
  return [
    ...(agency === undefined || agency === null || agencies.length === 0 || isKnown(agency)
      ? []
      : [
          {
            row,
            field: "agency",
            kind: "unknownAgency" as const,
            sentence: { vi: `Không có cơ quan “${agency}”`, en: `There is no agency “${agency}”` }
          }
        ]),
    ...keys.flatMap((key, index) =>
      inputs.some((input) => coversInput({ criteria: [key] }, input.key))
        ? []
        : [
            {
              row,
              field: `criteria[${index}]`,
              kind: "unknownCriteria" as const,
              sentence: {
                vi: `Không bộ tiêu chí nào hỏi “${key}”; phần đầu của khóa phải kết thúc bằng “/”`,
                en: `No criteria set asks for “${key}”; the beginning of keys has to end with “/”`
              }
            }
          ]
    )
  ]
}

/** An agency by the name that it bears on the day: grants keep names, as criteria sets do; lists tell codes beside them. */
const nameOf = (agency: string, agencies: ReadonlyArray<Agency>, day: Day): string => {
  const coded = agencies.find(({ id }) => id === agency)
  return coded === undefined ? agency : agencyCalled(coded, day)
}

/** Grants with their units by identity; units that did not stand on the first day are refused, and what nobody knows, all at once. */
export const readGrants = Effect.fnUntraced(function* (
  rows: ReadonlyArray<GrantRow>,
  chronicle: Chronicle,
  today: Day
): Effect.fn.Return<ReadonlyArray<GrantBody>, PeopleRefused, Agencies | CriteriaSets> {
  const named = {
    agencies: yield* (yield* Agencies).list(),
    inputs: [...catalogueOf(yield* (yield* CriteriaSets).list()).values()]
  }
  const problems = rows.flatMap((row, at) => [...strangersIn(row, at, named, row.from ?? today)])
  const grants = rows.map((row, at): GrantBody | null => {
    const from = row.from ?? today
    const given = {
      role: row.role,
      agency: typeof row.agency === "string" ? nameOf(row.agency, named.agencies, from) : null,
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
  if (head !== undefined) return yield* new PeopleRefused({ problems: [head, ...others] })
  return grants.filter((grant) => grant !== null)
})

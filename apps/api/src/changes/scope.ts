import { type Access, scopeOf, type UnitSet } from "@ntm/domain/people"
import { type Chronicle, unitByCode, type UnitCode, type UnitId, UnitNotFound } from "@ntm/domain/units"
import { Effect } from "effect"

/** Of what somebody sees the part that lies in a unit, through all its reorganisations; all of it where none is named. */
export const seenIn = (
  chronicle: Chronicle,
  { day, sees }: Access,
  code: UnitCode | undefined
): Effect.Effect<UnitSet, UnitNotFound> => {
  if (code === undefined) return Effect.succeed(sees)
  const unit = unitByCode(chronicle.register, code, day)
  if (unit === undefined) return Effect.fail(new UnitNotFound({ code, asOf: day }))
  const within = scopeOf(chronicle, [unit.id], { from: day, today: day }).sees
  return Effect.succeed(sees === "all" ? within : new Set([...within].filter((id) => sees.has(id))))
}

/** The code that a unit has now, or had last. */
export const codeOf = ({ register }: Chronicle, id: UnitId): string => register.byId.get(id)?.at(-1)?.code ?? ""

/** A unit by the name that it has now, or had last. */
export const unitNamed = ({ register }: Chronicle, id: UnitId) => {
  const row = register.byId.get(id)?.at(-1)
  return { id, code: row?.code ?? "", name: row === undefined ? "" : `${row.type} ${row.name}` }
}

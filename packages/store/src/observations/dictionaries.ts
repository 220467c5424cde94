import { type Actor, type InputCatalogue, type ObservationSource, sourceKey } from "@ntm/domain/criteria"
import { ancestorsOn, type Register, type UnitId, unitOn } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { numbers } from "./copy.ts"

/** Places of the inputs that are known to the journal, among those asked for. */
export const positionsOf = async (sql: Tag, keys: ReadonlyArray<string>): Promise<ReadonlyMap<string, number>> => {
  const rows = await sql<Array<{ key: string; position: number }>>`
    select key, position from observation_input
    where key in (select json_array_elements_text(${JSON.stringify(keys)}::text::json))`
  return new Map(rows.map(({ key, position }) => [key, position]))
}

/**
 * Places of the inputs of a batch; inputs that are new get the next ones, together with all others of the catalogue.
 *
 * **Details** So the inputs of a set stand side by side, and are read together. To be asked under the ledger's lock.
 */
export const placedInputs = async (
  sql: Tag,
  keys: ReadonlySet<string>,
  catalogue: InputCatalogue
): Promise<ReadonlyMap<string, number>> => {
  const known = await positionsOf(sql, [...keys])
  if (known.size === keys.size) return known
  await sql`
    insert into observation_input (position, key)
    select (select coalesce(max(position) + 1, 0) from observation_input) + (row_number() over (order by place)) - 1, key
    from json_array_elements_text(${JSON.stringify([...catalogue.keys()])}::text::json) with ordinality as asked (key, place)
    where not exists (select from observation_input known where known.key = asked.key)`
  return positionsOf(sql, [...keys])
}

const one = <A>(rows: ReadonlyArray<A>): A => {
  const [row] = rows
  if (row === undefined) throw new Error("a statement that returns a row returned none")
  return row
}

/** The recorder's number, given when it is first met; by two at the same time, it is one. */
export const recorderId = async (sql: Tag, { name, role, agency }: Actor): Promise<number> => {
  const known = () => sql<Array<{ id: number }>>`
    select id from observation_recorder where name = ${name} and role = ${role} and agency is not distinct from ${agency}`
  const [met] = await known()
  if (met !== undefined) return met.id
  const [given] = await sql<Array<{ id: number }>>`
    insert into observation_recorder (name, role, agency) values (${name}, ${role}, ${agency})
    on conflict on constraint observation_recorder_once do nothing returning id`
  return given?.id ?? one(await known()).id
}

/** The numbers of sources by their key (`sourceKey`), given when they are first met. */
export const sourceIds = async (
  sql: Tag,
  sources: Iterable<ObservationSource>
): Promise<ReadonlyMap<string, number>> => {
  const wanted = new Map<string, ObservationSource>()
  for (const source of sources) wanted.set(sourceKey(source), source)
  const asked = JSON.stringify([...wanted].map(([key, body]) => ({ key, body })))
  await sql`
    insert into observation_source (key, body) select key, body from json_to_recordset(${asked}::text::json) as asked (key text, body jsonb)
    on conflict (key) do nothing`
  const rows = await sql<Array<{ id: number; key: string }>>`
    select known.id, known.key from observation_source known
    join json_to_recordset(${asked}::text::json) as asked (key text) on asked.key = known.key`
  return new Map(rows.map(({ id, key }) => [key, id]))
}

/** The code of the province in which a unit lies on the day, as a number; 0 where none is known. */
const provinceOn = (register: Register, unit: UnitId, day: Day): number => {
  const province = [unitOn(register, unit, day), ...ancestorsOn(register, unit, day)].find(
    (row) => row?.level === "province"
  )
  return province === undefined ? 0 : Number(province.code)
}

/** Where the rows of each unit are kept; decided when the first is recorded. */
export const placedUnits = async (
  sql: Tag,
  register: Register,
  units: ReadonlyMap<UnitId, Day>
): Promise<ReadonlyMap<number, number>> => {
  const rows = await sql<Array<{ unit: number; province: number }>>`
    select unit, province from observed_unit where unit = any(${numbers(units.keys())}::int[])`
  const placed = new Map(rows.map(({ unit, province }) => [unit, province]))
  const fresh = [...units].flatMap(([unit, day]) =>
    placed.has(unit) ? [] : [{ unit, province: provinceOn(register, unit, day) }]
  )
  if (fresh.length === 0) return placed
  // Journals of other rooms place units too, and may just do so.
  const given = await sql<Array<{ unit: number; province: number }>>`
    insert into observed_unit (unit, province)
    select unit, province from json_to_recordset(${JSON.stringify(fresh)}::text::json) as fresh (unit int, province smallint)
    on conflict (unit) do nothing returning unit, province`
  for (const { unit, province } of given) placed.set(unit, province)
  return given.length === fresh.length ? placed : placedUnits(sql, register, units)
}

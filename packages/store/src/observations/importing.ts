import {
  type Actor,
  type InputCatalogue,
  ObservationId,
  type Recording,
  sourceKey,
  type Writer
} from "@ntm/domain/criteria"
import { type Chronicle, unitByCode, unitOn } from "@ntm/domain/units"
import type { Tag } from "../database/database.ts"
import { stateCodes } from "./codes.ts"
import { moveBatch } from "./moving.ts"
import { recordBatch } from "./recording.ts"

/** Values that an import brings, wholly: what it does not say any more is taken back. */
export interface ImportedObservations {
  /** The register that the values are of. */
  readonly chronicle: Chronicle
  readonly recordings: ReadonlyArray<Recording>
  readonly inputs: InputCatalogue
}

/** Who records what an import brings; nobody else is called so. */
export const importer: Actor = {
  name: "Nạp dữ liệu tham chiếu",
  role: "provincialOffice",
  scope: "all",
  agency: null
}

const takenBack = "Dữ liệu tham chiếu không còn nêu số liệu này"

/** What stands of a line of corrections that the importer began. */
interface Standing {
  readonly unit: number
  readonly input: string
  readonly day: string
  readonly source: string
  /** The newest of the line. */
  readonly id: number
  readonly value: number
  readonly from: string | null
  readonly illustrative: boolean
  readonly state: number
  /** Nobody else corrected it or moved it: it is still the importer's to change. */
  readonly own: boolean
}

const standing = (sql: Tag) => sql<Array<Standing>>`
  with importer as (
    select id from observation_recorder where name = ${importer.name} and role = ${importer.role} and agency is null)
  select distinct on (first.id) first.unit, i.key as input, first.day, s.key as source, o.id::float8 as id, o.value, o."from",
    o.illustrative, coalesce(m.state, o.state) as state,
    o.recorder = importer.id and coalesce(m.recorder, importer.id) = importer.id as own
  from importer
    join observation first on first.recorder = importer.id and first.line is null
    join observation o on coalesce(o.line, o.id) = first.id
    join observation_input i on i.position = first.input
    join observation_source s on s.id = first.source
    left join lateral (
      select move.state, move.recorder from observation_move move where move.observation = o.id order by move.at desc limit 1
    ) m on true
  order by first.id, o.id desc`

const keyOf = (unit: number, input: string, day: string, source: string): string => `${unit} ${input} ${day} ${source}`

/**
 * Brings the journal to what the import says, in the transaction of `sql`.
 *
 * **Details** What stands already is left alone, so a second time nothing is written. A value that changed is corrected, one that
 * is gone is taken back with a reason: the journal is never rewritten. What a person corrected or moved stays as the person left
 * it. Throws `ObservationsRefused` with every problem of every value.
 */
export const importObservations = async (
  sql: Tag,
  { chronicle, inputs, recordings }: ImportedObservations
): Promise<void> => {
  const writer: Writer = { actor: importer, inputs }
  const known = new Map((await standing(sql)).map((one) => [keyOf(one.unit, one.input, one.day, one.source), one]))
  const batch: Array<Recording> = []
  for (const recording of recordings) {
    const { day, from, illustrative, input, source, unit, value } = recording
    const row =
      typeof unit === "string" ? unitByCode(chronicle.register, unit, day) : unitOn(chronicle.register, unit, day)
    const key = keyOf(row?.id ?? 0, input, day, sourceKey(source))
    const before = known.get(key)
    known.delete(key)
    if (before === undefined) batch.push(recording)
    else if (before.own) {
      const same = before.value === value && before.from === from && before.illustrative === illustrative
      if (!same || before.state !== stateCodes[recording.state])
        batch.push({ ...recording, supersedes: ObservationId.make(before.id) })
    }
  }
  const gone = [...known.values()].filter(({ own, state }) => own && state !== stateCodes.returned)
  if (batch.length > 0) await recordBatch(sql, chronicle, batch, writer, "named")
  if (gone.length === 0) return
  const moves = gone.map(({ id }) => ({
    observation: ObservationId.make(id),
    to: "returned" as const,
    reason: takenBack
  }))
  await moveBatch(sql, chronicle.register, moves, writer)
}

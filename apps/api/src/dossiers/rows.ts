import { DossierEventRow, DossierOpeningBody } from "@ntm/contract"
import {
  type DossierEventRecording,
  type DossierOpening,
  DossiersRefused,
  type Procedure,
  procedureFor,
  ProcedureId
} from "@ntm/domain/dossiers"
import { type Chronicle, unitByCode, unitOn } from "@ntm/domain/units"
import { listedProblems } from "@ntm/domain/values"
import { Effect } from "effect"
import { type ReadRows, rowsReader } from "../http/rows.ts"

const openingsIn = rowsReader(DossierOpeningBody)
const eventsIn = rowsReader(DossierEventRow)

const taken = <Body, Read>(
  { bodies, problems }: ReadRows<Body>,
  made: (body: Body) => Read
): Effect.Effect<ReadonlyArray<Read>, DossiersRefused> => {
  const listed = listedProblems(problems)
  return listed === null ? Effect.succeed(bodies.map(made)) : Effect.fail(new DossiersRefused({ problems: listed }))
}

/** What a row may leave out: it is then nothing, and not made up for illustration. */
const unsaid = { document: null, note: null, illustrative: false }

/** What stands where no procedure was named and none is to be found; the check says why. */
const NO_PROCEDURE = ProcedureId.make("khong-co")

/** The procedure of the day for a unit and tier: what an opening takes that names none. */
const procedureOf = (
  { openedOn, tier, unit }: Pick<DossierOpening, "openedOn" | "tier" | "unit">,
  { register }: Chronicle,
  procedures: ReadonlyArray<Procedure>
): ProcedureId => {
  const row = typeof unit === "string" ? unitByCode(register, unit, openedOn) : unitOn(register, unit, openedOn)
  const found = row === undefined ? undefined : procedureFor(procedures, { level: row.level, tier, day: openedOn })
  return found?.id ?? NO_PROCEDURE
}

/** Openings; refused with what is wrong with the form of each row. */
export const readOpenings = (
  rows: ReadonlyArray<unknown>,
  chronicle: Chronicle,
  procedures: ReadonlyArray<Procedure>
): Effect.Effect<ReadonlyArray<DossierOpening>, DossiersRefused> =>
  taken(openingsIn(rows), (body) => ({
    override: null,
    tasks: [],
    procedure: procedureOf(body, chronicle, procedures),
    ...unsaid,
    ...body
  }))

/** Events, likewise. */
export const readEvents = (
  rows: ReadonlyArray<unknown>
): Effect.Effect<ReadonlyArray<DossierEventRecording>, DossiersRefused> =>
  taken(eventsIn(rows), (body) => ({ evidence: [], ...unsaid, ...body }))

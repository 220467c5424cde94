import { DossierEventRow, DossierOpeningBody } from "@ntm/contract"
import {
  type DossierEventRecording,
  type DossierOpening,
  type DossierProblem,
  DossiersRefused,
  type Procedure,
  procedureFor,
  ProcedureId
} from "@ntm/domain/dossiers"
import { type Chronicle, unitByCode, unitOn } from "@ntm/domain/units"
import { Effect, Result, Schema } from "effect"
import { bodyProblems } from "../http/body.ts"

const strict = { errors: "all", onExcessProperty: "error" } as const
const decodeOpening = Schema.decodeUnknownResult(DossierOpeningBody, strict)
const decodeEvent = Schema.decodeUnknownResult(DossierEventRow, strict)

type Failed = Parameters<typeof bodyProblems>[0]

/** What of a row is of no form that can be read. */
const formProblems = (row: number, issue: Failed): ReadonlyArray<DossierProblem> =>
  bodyProblems(issue).map(({ path, message, messageEn }) => ({
    row,
    field: path === "" ? null : path,
    kind: "form",
    sentence: { vi: message, en: messageEn ?? message }
  }))

const reading = <Body, Read>(
  decode: (row: unknown) => Result.Result<Body, { readonly issue: Failed }>,
  rows: ReadonlyArray<unknown>,
  made: (body: Body) => Read
): Effect.Effect<ReadonlyArray<Read>, DossiersRefused> => {
  const read = rows.map((row) => decode(row))
  const [first, ...others] = read.flatMap((each, row) =>
    Result.isFailure(each) ? formProblems(row, each.failure.issue) : []
  )
  return first === undefined
    ? Effect.succeed(read.flatMap((each) => (Result.isSuccess(each) ? [made(each.success)] : [])))
    : Effect.fail(new DossiersRefused({ problems: [first, ...others] }))
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
  reading(decodeOpening, rows, (body) => ({
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
  reading(decodeEvent, rows, (body) => ({ evidence: [], ...unsaid, ...body }))

import { ApiProblem, JsonText, makeClient } from "@ntm/contract"
import { Tier } from "@ntm/domain/criteria"
import { type Bilingual, parseDay } from "@ntm/domain/values"
import {
  dossierEventForm,
  dossierOpeningForm,
  readJsonText,
  readRowsFile,
  type RowsFile,
  surveyForm
} from "@ntm/exchange"
import { Result, Schema } from "effect"
import { both, say } from "../language/lang.ts"
import { type Line, plain } from "../parts/line.ts"
import { type Action, type Asked, runAction, type Told } from "../shell/actions.ts"
import { writeNew } from "../shell/new-file.ts"
import { exit, type RunCommand } from "../shell/output.ts"
import { readOrRefuse, sendRows } from "../shell/sent-file.ts"
import { ROOM } from "../units/table.ts"
import { dossierLines } from "./dossier-lines.ts"
import { listCsv, listLines, proceduresLines, surveyLines } from "./dossiers-tables.ts"
import { loadProcedures } from "./procedures-load.ts"
import { checkLines, rehearsalLines } from "./rehearsal-lines.ts"

const when = ["as-of", "known-at"]

const asked = ({ options }: Asked) => ({ as_of: options["as-of"], known_at: options["known-at"] })

const texts = (lines: ReadonlyArray<Line>): ReadonlyArray<string> => lines.map((line) => plain(line).trimEnd())

const isTier = Schema.is(Tier)

/** What an option says, or the problem that it says something else. */
const refuse = (option: string, { en, vi }: Bilingual): never => {
  throw new ApiProblem({
    type: "urn:ntm:problem:bad-request",
    title: `--${option}: ${vi}`,
    titleEn: `--${option}: ${en}`,
    status: 400
  })
}

const tierFrom = (text: string): Tier =>
  isTier(text)
    ? text
    : refuse(
        "tier",
        both(`phải là một trong: ${Tier.literals.join(", ")}`, `must be one of: ${Tier.literals.join(", ")}`)
      )

const numberFrom = (option: string, text: string): number => {
  const value = Number(text.replace(",", "."))
  return text.trim() !== "" && Number.isFinite(value)
    ? value
    : refuse(option, both("phải là một số", "must be a number"))
}

/** One of a few words. */
const wordFrom = (option: string, text: string, words: ReadonlyArray<string>): string =>
  words.includes(text)
    ? text
    : refuse(option, both(`phải là một trong: ${words.join(", ")}`, `must be one of: ${words.join(", ")}`))

const list = async (ask: Asked): Promise<Told> => {
  const { client, lang, options, signal } = ask
  const { tier, unit } = options
  const answer = await client.dossiers.list(
    { ...asked(ask), unit, tier: tier === undefined ? undefined : tierFrom(tier) },
    signal
  )
  return { json: answer, lines: listLines(answer, lang), csv: listCsv(answer) }
}

/** The number of a dossier. */
const idFrom = (text: string): string => {
  if (/^\d{1,9}$/.test(text)) return text
  throw new ApiProblem({
    type: "urn:ntm:problem:bad-request",
    title: `“${text}” không phải số hồ sơ; xem số ở ntm dossiers list`,
    titleEn: `“${text}” is no number of a dossier; see ntm dossiers list`,
    status: 400
  })
}

const show = async (ask: Asked): Promise<Told> => {
  const { client, lang, operand, signal } = ask
  const id = idFrom(operand)
  const answer = await client.dossiers.one({ id, ...asked(ask) }, signal)
  return { json: answer, lines: texts(dossierLines(answer, ROOM, lang)) }
}

const check = async (ask: Asked): Promise<Told> => {
  const { client, lang, operand: unit, options, signal } = ask
  const tier = tierFrom(options["tier"] ?? "")
  const answer = await client.dossiers.check({ unit, tier, set: options["set"], ...asked(ask) }, signal)
  const { unit: row } = await client.units.get({ code: unit, as_of: answer.asOf }, signal)
  const lines = texts(checkLines(answer, `${row.type} ${row.name}`, tier, ROOM, lang))
  return { json: answer, lines, code: answer.check.allowed ? exit.done : exit.findings }
}

const open = async ({ client, lang, operand: file, signal }: Asked): Promise<Told> => {
  const read = readOrRefuse(file, await readRowsFile(file, dossierOpeningForm), lang)
  const answer = await sendRows(file, read, lang, () => client.dossiers.open({ body: { rows: read.rows } }, signal))
  const ids = answer.items.map(({ id }) => id).join(", ")
  const done = both(
    `Đã mở ${answer.items.length} hồ sơ từ ${file}: số ${ids}.`,
    `Opened dossiers of ${file}: no. ${ids}.`
  )
  return { json: answer, lines: [say(done, lang)] }
}

const record = async ({ client, lang, operand: file, signal }: Asked): Promise<Told> => {
  const read = readOrRefuse(file, await readRowsFile(file, dossierEventForm), lang)
  const answer = await sendRows(file, read, lang, () => client.dossiers.record({ body: { rows: read.rows } }, signal))
  const { length } = answer.items
  const done = both(`Đã ghi ${length} diễn biến hồ sơ từ ${file}.`, `Recorded ${length} events of dossiers of ${file}.`)
  return { json: answer, lines: [say(done, lang)] }
}

/** Writes the sealed bundle into a file that was not there. */
const writeBundle = async (ask: Asked, question: object, file: string): Promise<string> => {
  const { client, lang, operand: id, signal } = ask
  const { content } = await client.dossiers.bundle({ id, ...question }, signal)
  const wrong = await writeNew(file, content)
  if (wrong !== null)
    throw new ApiProblem({ type: "urn:ntm:problem:not-written", title: wrong.vi, titleEn: wrong.en, status: 422 })
  const done = both(
    `Đã ghi gói hồ sơ có niêm phong vào ${file}; cấp trên kiểm tra bằng: ntm verify ${file}`,
    `The sealed bundle was written to ${file}; the next level checks it by: ntm verify ${file}`
  )
  return say(done, lang)
}

const rehearse = async (ask: Asked): Promise<Told> => {
  const { client, lang, operand, options, signal } = ask
  const id = idFrom(operand)
  const { margin, out } = options
  const question = { ...asked(ask), margin: margin === undefined ? undefined : String(numberFrom("margin", margin)) }
  const answer = await client.dossiers.rehearsal({ id, ...question }, signal)
  const told = {
    json: answer,
    lines: texts(rehearsalLines(answer, ROOM, lang)),
    code: answer.rehearsal.passes ? exit.done : exit.findings
  }
  if (out === undefined) return told
  // The bundle is of the very day and moment that were told.
  const same = { ...question, as_of: answer.asOf, known_at: answer.knownAt ?? undefined }
  return { ...told, note: await writeBundle(ask, same, out) }
}

const surveyOptions = ["unit", "day", "population", "of", "confidence", "margin", "input"]

/** A survey as its file tells it: JSON whole as the API takes it, or CSV by content with the rest as options. */
const surveyFrom = async (ask: Asked): Promise<{ readonly body: unknown; readonly placeOf: RowsFile["placeOf"] }> => {
  const { client, lang, operand: file, options, signal } = ask
  if (file.toLowerCase().endsWith(".json")) {
    const stray = surveyOptions.find((option) => options[option] !== undefined)
    if (stray !== undefined) return refuse(stray, both("tệp JSON đã nói điều này", "a JSON file says this itself"))
    const { problems, text } = await readJsonText(file)
    const told = problems.map(({ file: name, message, path }) => ({ file: name, message, place: both(path, path) }))
    const whole = readOrRefuse(file, text === null ? Result.fail(told) : Result.succeed(text), lang)
    return { body: new JsonText(whole), placeOf: (path) => both(path, path) }
  }
  const { rows, placeOf } = readOrRefuse(file, await readRowsFile(file, surveyForm), lang)
  const { confidence = "95", day = "", input, margin = "5", of = "households", population = "", unit = "" } = options
  const parsed = parseDay(day)
  if (Result.isFailure(parsed)) return refuse("day", parsed.failure.sentence)
  const found = await client.units.get({ code: unit, as_of: parsed.success }, signal)
  const body = {
    unit: found.unit.id,
    day: parsed.success,
    population: numberFrom("population", population),
    of: wordFrom("of", of, ["households", "people"]),
    confidence: Number(wordFrom("confidence", confidence, ["90", "95", "99"])),
    margin: numberFrom("margin", margin),
    results: rows,
    input: input ?? null
  }
  return { body, placeOf: (path) => placeOf(path.replace(/^results/, "rows")) }
}

const survey = async (ask: Asked): Promise<Told> => {
  const { client, lang, operand: file, signal } = ask
  const { body, placeOf } = await surveyFrom(ask)
  const answer = await sendRows(file, { placeOf }, lang, () => client.dossiers.survey({ body }, signal))
  return { json: answer, lines: surveyLines(answer, lang), code: answer.standing.enough ? exit.done : exit.findings }
}

const procedures = async (ask: Asked): Promise<Told> => {
  const { client, lang, options, signal } = ask
  const { level, tier } = options
  const answer = await client.dossiers.procedures(
    { ...asked(ask), level, tier: tier === undefined ? undefined : tierFrom(tier) },
    signal
  )
  if (options["source"] === undefined) return { json: answer, lines: proceduresLines(answer, lang) }
  const file = { procedures: answer.items.map(({ known: _, ...procedure }) => procedure) }
  return { json: file, lines: [JSON.stringify(file, null, 2)] }
}

/** What `ntm dossiers` does. */
export const dossiersActions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["list", { isTable: true, options: ["unit", "tier", ...when], run: list }],
  ["show", { options: when, operand: "SỐ", run: show }],
  ["check", { options: ["tier", "set", ...when], needs: ["tier"], operand: "MÃ", run: check }],
  ["open", { options: [], operand: "TỆP", writes: true, run: open }],
  ["record", { options: [], operand: "TỆP", writes: true, run: record }],
  ["rehearse", { options: ["margin", "out", ...when], operand: "SỐ", run: rehearse }],
  [
    "survey",
    {
      options: surveyOptions,
      operand: "TỆP",
      run: survey
    }
  ],
  ["procedures", { options: ["level", "tier", "source", ...when], run: procedures }],
  ["procedures load", { options: ["dry-run", "seen"], operand: "TỆP", writes: true, run: loadProcedures }]
])

/** `ntm dossiers list|show|check|open|record|rehearse|survey|procedures|procedures load`. */
export const runDossiersCommand: RunCommand = (request, output) =>
  runAction(dossiersActions, request, output, makeClient(fetch, request.server))

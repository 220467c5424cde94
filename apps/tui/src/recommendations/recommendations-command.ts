import { makeClient } from "@ntm/contract"
import { readRowsFile, recommendationEventForm } from "@ntm/exchange"
import { both, say } from "../language/lang.ts"
import { provedLines, proveRows, provingAll } from "../observations/evidence-given.ts"
import { plain } from "../parts/line.ts"
import { type Action, type Asked, runAction, type Told } from "../shell/actions.ts"
import type { RunCommand } from "../shell/output.ts"
import { readOrRefuse, sendRows } from "../shell/sent-file.ts"
import { ROOM } from "../units/table.ts"
import { headLines } from "../works/works-tables.ts"
import { recommendationLines } from "./recommendation-lines.ts"
import { limitationsCsv, limitationsLines, listCsv, listLines } from "./recommendations-tables.ts"

const list = async ({ client, lang, options, signal }: Asked): Promise<Told> => {
  const { document, q, state, unit } = options
  const answer = await client.recommendations.list(
    { document, unit, state, q, as_of: options["as-of"], known_at: options["known-at"] },
    signal
  )
  return { json: answer, lines: listLines(answer, lang), csv: listCsv(answer) }
}

const show = async ({ client, lang, operand: recommendation, options, signal }: Asked): Promise<Told> => {
  const answer = await client.recommendations.one(
    { recommendation, as_of: options["as-of"], known_at: options["known-at"] },
    signal
  )
  const page = recommendationLines(answer, ROOM, lang).map((line) => plain(line).trimEnd())
  return { json: answer, lines: [...headLines(answer, lang), ...page] }
}

const limitations = async ({ client, lang, options, signal }: Asked): Promise<Told> => {
  const { document, kind, q, unit } = options
  const answer = await client.recommendations.limitations({ document, kind, unit, q }, signal)
  return { json: answer, lines: limitationsLines(answer, lang), csv: limitationsCsv(answer) }
}

const record = async ({ client, lang, operand: file, options, signal }: Asked): Promise<Told> => {
  const read = readOrRefuse(file, await readRowsFile(file, recommendationEventForm), lang)
  const named = provingAll(options["evidence"])
  const { files, rows } = await proveRows(client, { file, rows: read.rows, named }, signal)
  const body = { rows }
  const answer = await sendRows(file, read, lang, () => client.recommendations.record({ body }, signal))
  const { length } = answer.items
  const done = both(
    `Đã ghi ${length} diễn biến kiến nghị từ ${file}.`,
    `Recorded ${length} events of recommendations of ${file}.`
  )
  return { json: answer, lines: [say(done, lang), ...provedLines(files, lang)] }
}

/** What `ntm recommendations` does. */
export const recommendationsActions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["list", { isTable: true, options: ["document", "unit", "state", "q", "as-of", "known-at"], run: list }],
  ["show", { options: ["as-of", "known-at"], operand: "MÃ", run: show }],
  ["limitations", { isTable: true, options: ["document", "kind", "unit", "q"], run: limitations }],
  ["record", { options: ["evidence"], operand: "TỆP", writes: true, run: record }]
])

/** `ntm recommendations list|show|limitations|record`. */
export const runRecommendationsCommand: RunCommand = (request, output) =>
  runAction(recommendationsActions, request, output, makeClient(fetch, request.server))

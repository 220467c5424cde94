import { makeClient } from "@ntm/contract"
import { type MoneyUnit, moneyUnitOf } from "@ntm/domain/values"
import { entryForm, readRowsFile } from "@ntm/exchange"
import { both, say } from "../language/lang.ts"
import { type Action, type Asked, runAction, type Told } from "../shell/actions.ts"
import type { RunCommand } from "../shell/output.ts"
import { readOrRefuse, sendRows } from "../shell/sent-file.ts"
import { stagesCsv, stagesLines, yearsCsv, yearsLines } from "./comparison-text.ts"
import { entriesCsv, entriesLines, sourcesCsv, sourcesLines, statedCsv, statedLines } from "./entries-text.ts"
import { pivotCsv, pivotLines } from "./pivot-text.ts"

/** The unit in which amounts are printed; plans print theirs in triệu đồng. */
const moneyIn = ({ options }: Asked): MoneyUnit => moneyUnitOf(options["in"] ?? "triệu đồng") ?? "triệu đồng"

const checkMoney: NonNullable<Action["check"]> = ({ in: unit }) =>
  unit === undefined || moneyUnitOf(unit) !== undefined
    ? null
    : both("--in phải là đồng, nghìn, triệu hoặc tỷ.", "--in must be đồng, nghìn, triệu or tỷ.")

const question = ({ options }: Asked) => ({
  unit: options["unit"],
  as_of: options["as-of"],
  boundaries: options["boundaries"],
  known_at: options["known-at"]
})

const notAll = both(
  "Đây chỉ là những bút toán đầu; hãy thu hẹp câu hỏi bằng --unit, --year, --stage hoặc --work.",
  "These are only the first entries; narrow the question with --unit, --year, --stage or --work."
)

const where = ["unit", "as-of", "known-at", "boundaries", "in"]

const table = async (asked: Asked): Promise<Told> => {
  const { client, lang, options, signal } = asked
  const answer = await client.funding.pivot(
    {
      ...question(asked),
      year: options["year"],
      stage: options["stage"],
      tier: options["tier"]
    },
    signal
  )
  return { json: answer, lines: pivotLines(answer, moneyIn(asked), lang), csv: pivotCsv(answer, lang) }
}

const stages = async (asked: Asked): Promise<Told> => {
  const { client, lang, options, signal } = asked
  const answer = await client.funding.stages(
    { ...question(asked), year: options["year"], tier: options["tier"] },
    signal
  )
  return { json: answer, lines: stagesLines(answer, moneyIn(asked), lang), csv: stagesCsv(answer, lang) }
}

const years = async (asked: Asked): Promise<Told> => {
  const { client, lang, options, signal } = asked
  const { from, stage, to } = options
  const answer = await client.funding.years(
    { ...question(asked), from, to, stage, from_stage: options["from-stage"] },
    signal
  )
  return { json: answer, lines: yearsLines(answer, moneyIn(asked), lang), csv: yearsCsv(answer, lang) }
}

const stated = async (asked: Asked): Promise<Told> => {
  const answer = await asked.client.funding.stated(question(asked), asked.signal)
  return { json: answer, lines: statedLines(answer, moneyIn(asked), asked.lang), csv: statedCsv(answer) }
}

const entries = async (asked: Asked): Promise<Told> => {
  const { client, lang, options, signal } = asked
  const { stage, work, year } = options
  const answer = await client.funding.entries({ ...question(asked), work, year, stage }, signal)
  const told = { json: answer, lines: entriesLines(answer, moneyIn(asked), lang), csv: entriesCsv(answer) }
  return answer.next !== null ? { ...told, note: say(notAll, lang) } : told
}

const sources = async ({ client, lang, signal }: Asked): Promise<Told> => {
  const answer = await client.funding.sources({}, signal)
  return { json: answer, lines: sourcesLines(answer.items, lang), csv: sourcesCsv(answer.items) }
}

const record = async ({ client, lang, operand: file, signal }: Asked): Promise<Told> => {
  const read = readOrRefuse(file, await readRowsFile(file, entryForm), lang)
  const answer = await sendRows(file, read, lang, () => client.funding.record({ body: { rows: read.rows } }, signal))
  const { length } = answer.items
  const done = both(`Đã ghi ${length} bút toán từ ${file}.`, `Recorded ${length} entries of ${file}.`)
  return { json: answer, lines: [say(done, lang)] }
}

const asks = { isTable: true, check: checkMoney } as const

/** What `ntm funding` does. */
export const fundingActions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["table", { ...asks, options: [...where, "year", "stage", "tier"], needs: ["year", "stage"], run: table }],
  ["stages", { ...asks, options: [...where, "year", "tier"], needs: ["year"], run: stages }],
  [
    "years",
    { ...asks, options: [...where, "from", "to", "stage", "from-stage"], needs: ["from", "to", "stage"], run: years }
  ],
  ["stated", { ...asks, options: where, run: stated }],
  ["entries", { ...asks, options: [...where, "work", "year", "stage"], run: entries }],
  ["sources", { isTable: true, options: [], run: sources }],
  ["record", { options: [], operand: "TỆP", writes: true, run: record }]
])

/** `ntm funding table|stages|years|stated|entries|sources|record`. */
export const runFundingCommand: RunCommand = (request, output) =>
  runAction(fundingActions, request, output, makeClient(fetch, request.server))

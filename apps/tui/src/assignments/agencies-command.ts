import { makeClient } from "@ntm/contract"
import { type Action, type Asked, runAction, type Told } from "../shell/actions.ts"
import type { RunCommand } from "../shell/output.ts"
import { agenciesCsv, agenciesLines, agencyLines } from "./agencies-text.ts"

const list = async ({ client, lang, options, signal }: Asked): Promise<Told> => {
  const answer = await client.agencies.list({ unit: options["unit"], q: options["q"], as_of: options["as-of"] }, signal)
  return { json: answer, lines: agenciesLines(answer, lang), csv: agenciesCsv(answer) }
}

const show = async ({ client, lang, operand: id, options, signal }: Asked): Promise<Told> => {
  const day = { as_of: options["as-of"] }
  const [answer, all] = await Promise.all([
    client.agencies.one({ id, ...day }, signal),
    client.agencies.list(day, signal)
  ])
  const names = new Map(all.items.map(({ agency, name }) => [agency.id, name]))
  return { json: answer, lines: agencyLines(answer, names, lang) }
}

/** What `ntm agencies` does. */
export const agenciesActions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["list", { isTable: true, options: ["unit", "q", "as-of"], run: list }],
  ["show", { options: ["as-of"], operand: "MÃ", run: show }]
])

/** `ntm agencies list|show`. */
export const runAgenciesCommand: RunCommand = (request, output) =>
  runAction(agenciesActions, request, output, makeClient(fetch, request.server))

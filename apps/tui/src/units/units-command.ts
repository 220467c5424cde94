import { type Client, makeClient } from "@ntm/contract"
import { type Bilingual, parseDay } from "@ntm/domain/values"
import { Result } from "effect"
import { both } from "../language/lang.ts"
import { nearest } from "../shell/nearest.ts"
import { exit, type Output, type Request, type RunCommand } from "../shell/output.ts"
import { PATIENCE_SECONDS } from "../shell/problem.ts"
import type { Answer, Asking } from "./asking.ts"
import { runBoundaries } from "./boundaries.ts"
import { find } from "./find.ts"
import { history } from "./history.ts"
import { lineage } from "./lineage.ts"
import { reorganise } from "./reorganise.ts"
import { show } from "./show.ts"
import { tellMisuse, tellProblem } from "./telling.ts"
import { tree } from "./tree.ts"

const actions: ReadonlyMap<string, (asking: Asking) => Promise<Answer>> = new Map([
  ["tree", tree],
  ["show", show],
  ["find", find],
  ["lineage", lineage],
  ["history", history]
])

/** Options of each action besides those that all of them take. */
const takes: ReadonlyMap<string, ReadonlyArray<string>> = new Map([
  ["tree", ["as-of"]],
  ["show", ["as-of"]],
  ["find", ["as-of"]],
  ["lineage", ["as-of", "on", "weight"]],
  ["history", ["as-of"]],
  ["reorganise", ["preview", "apply", "undo"]],
  ["boundaries", ["as-of", "check"]]
])

const unknownAction = (name: string): Bilingual => {
  const known = [...takes.keys()]
  const meant = nearest(name, known)
  return meant === undefined
    ? both(
        `Không có việc “${name}” với đơn vị; chọn: ${known.join(", ")}.`,
        `Units cannot “${name}”; choose: ${known.join(", ")}.`
      )
    : both(
        `Không có việc “${name}” với đơn vị. Có phải ý bạn là “${meant}”?`,
        `Units cannot “${name}”. Did you mean “${meant}”?`
      )
}

type Understood = { readonly ask: (signal: AbortSignal) => Promise<Answer> } | { readonly why: Bilingual }

const understoodOrder = (client: Client, { operands, options, lang }: Request): Understood => {
  const orders = (["preview", "apply", "undo"] as const).flatMap((order) => {
    const operand = options[order]
    return operand === undefined ? [] : [{ order, operand }]
  })
  const [only, ...others] = orders
  return only === undefined || others.length > 0 || operands.length > 1
    ? {
        why: both(
          "“units reorganise” cần đúng một trong --preview TỆP, --apply TỆP, --undo MÃ.",
          "“units reorganise” needs exactly one of --preview FILE, --apply FILE, --undo ID."
        )
      }
    : { ask: (signal) => reorganise({ client, ...only, lang, signal }) }
}

const strayOption = ({ operands: [name = ""], options }: Request): Bilingual | undefined => {
  const stray = Object.keys(options).find((option) => takes.get(name)?.includes(option) === false)
  return stray === undefined
    ? undefined
    : both(`--${stray} không dùng với “units ${name}”.`, `--${stray} does not go with “units ${name}”.`)
}

const understood = (client: Client, request: Request): Understood => {
  const [name = "", ...rest] = request.operands
  if (name === "reorganise") return understoodOrder(client, request)
  const action = actions.get(name)
  if (action === undefined) return { why: unknownAction(name) }
  const words = rest.join(" ").trim()
  if (words === "" && name !== "tree")
    return {
      why: both(`“units ${name}” cần mã hoặc tên đơn vị.`, `“units ${name}” needs the code or the name of a unit.`)
    }
  const days: Record<string, string> = {}
  const { weight, ...asked } = request.options
  for (const [option, text] of Object.entries(asked)) {
    const day = parseDay(text)
    if (Result.isFailure(day)) {
      const { vi, en } = day.failure.sentence
      return { why: both(`--${option}: ${vi}`, `--${option}: ${en}`) }
    }
    days[option] = day.success
  }
  const { lang } = request
  return { ask: (signal) => action({ client, words, asOf: days["as-of"], on: days["on"], weight, lang, signal }) }
}

/** Asks the API and prints one answer. Returns the exit code: 0 answered, 2 a wrong question, 69 no server. */
export const runUnits = async (request: Request, output: Output, client: Client): Promise<number> => {
  const stray = strayOption(request)
  if (stray !== undefined) return tellMisuse(output, stray)
  if (request.operands[0] === "boundaries") return runBoundaries(request, output, client)
  const question = understood(client, request)
  if ("why" in question) return tellMisuse(output, question.why)
  try {
    const { json, lines } = await question.ask(AbortSignal.timeout(PATIENCE_SECONDS * 1000))
    output.out(request.json ? `${JSON.stringify(json, null, 2)}\n` : `${lines.join("\n")}\n`)
    return exit.done
  } catch (cause) {
    return tellProblem(cause, request, output)
  }
}

/** `ntm units tree|show|find|lineage|history|reorganise|boundaries`. */
export const runUnitsCommand: RunCommand = (request, output) =>
  runUnits(request, output, makeClient(fetch, request.server))

import { type Client, makeClient } from "@ntm/contract"
import { type Bilingual, parseDay } from "@ntm/domain/values"
import { Result } from "effect"
import { both, say } from "../language/lang.ts"
import { nearest } from "../shell/nearest.ts"
import { exit, type Output, type Request, type RunCommand } from "../shell/output.ts"
import { PATIENCE_SECONDS, problemOf } from "../shell/problem.ts"
import { serverWords } from "../shell/server-words.ts"
import type { Answer, Asking } from "./asking.ts"
import { find } from "./find.ts"
import { history } from "./history.ts"
import { lineage } from "./lineage.ts"
import { reorganise } from "./reorganise.ts"
import { show } from "./show.ts"
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
  ["lineage", ["as-of", "on"]],
  ["history", ["as-of"]],
  ["reorganise", ["preview", "apply", "undo"]]
])

const dayHint = both(
  "Mã chỉ có nghĩa cùng với một ngày; hỏi ngày khác bằng --as-of, ví dụ --as-of 2025-06-30",
  "A code names a unit only together with a day; ask another with --as-of, for example --as-of 2025-06-30"
)

const misuse = (output: Output, { vi, en }: Bilingual): number => {
  output.err(`${vi}\n${en}\n\nXem hướng dẫn · See: ntm help units\n`)
  return exit.misuse
}

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

/** A problem in the reader's language, with what can be done about it. */
const tellProblem = (cause: unknown, { lang }: Request, output: Output): number => {
  const { status, title, titleEn, detail, detailEn, errors = [] } = problemOf(cause)
  const why = lang === "vi" ? detail : (detailEn ?? detail)
  // One line a place says more than the same in one sentence.
  const reasons = errors.map(({ path, message, messageEn }) => {
    const text = lang === "vi" ? message : (messageEn ?? message)
    return `- ${path === "" ? "" : `${path}: `}${text}`
  })
  const told = reasons.length > 0 ? reasons : why === undefined ? [] : [why]
  const hints = status === 0 ? [serverWords.start, serverWords.other] : status === 404 ? [dayHint] : []
  const lines = [lang === "vi" ? title : titleEn, ...told, ...hints.map((hint) => say(hint, lang))]
  output.err(`${lines.join("\n")}\n`)
  return status === 0 || status >= 500 ? exit.unavailable : exit.misuse
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

const understood = (client: Client, request: Request): Understood => {
  const [name = "", ...rest] = request.operands
  const stray = Object.keys(request.options).find((option) => takes.get(name)?.includes(option) === false)
  if (stray !== undefined)
    return {
      why: both(`--${stray} không dùng với “units ${name}”.`, `--${stray} does not go with “units ${name}”.`)
    }
  if (name === "reorganise") return understoodOrder(client, request)
  const action = actions.get(name)
  if (action === undefined) return { why: unknownAction(name) }
  const words = rest.join(" ").trim()
  if (words === "" && name !== "tree")
    return {
      why: both(`“units ${name}” cần mã hoặc tên đơn vị.`, `“units ${name}” needs the code or the name of a unit.`)
    }
  const days: Record<string, string> = {}
  for (const [option, text] of Object.entries(request.options)) {
    const day = parseDay(text)
    if (Result.isFailure(day)) {
      const { vi, en } = day.failure.sentence
      return { why: both(`--${option}: ${vi}`, `--${option}: ${en}`) }
    }
    days[option] = day.success
  }
  const { lang } = request
  return { ask: (signal) => action({ client, words, asOf: days["as-of"], on: days["on"], lang, signal }) }
}

/** Asks the API and prints one answer. Returns the exit code: 0 answered, 2 a wrong question, 69 no server. */
export const runUnits = async (request: Request, output: Output, client: Client): Promise<number> => {
  const question = understood(client, request)
  if ("why" in question) return misuse(output, question.why)
  try {
    const { json, lines } = await question.ask(AbortSignal.timeout(PATIENCE_SECONDS * 1000))
    output.out(request.json ? `${JSON.stringify(json, null, 2)}\n` : `${lines.join("\n")}\n`)
    return exit.done
  } catch (cause) {
    return tellProblem(cause, request, output)
  }
}

/** `ntm units tree|show|find|lineage|history|reorganise`. */
export const runUnitsCommand: RunCommand = (request, output) =>
  runUnits(request, output, makeClient(fetch, request.server))

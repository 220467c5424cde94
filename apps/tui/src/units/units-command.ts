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
import { show } from "./show.ts"
import { tree } from "./tree.ts"

const actions: ReadonlyMap<string, (asking: Asking) => Promise<Answer>> = new Map([
  ["tree", tree],
  ["show", show],
  ["find", find],
  ["lineage", lineage],
  ["history", history]
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
  const known = [...actions.keys()]
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
  const { status, title, titleEn, detail, detailEn } = problemOf(cause)
  const why = lang === "vi" ? detail : (detailEn ?? detail)
  const hints = status === 0 ? [serverWords.start, serverWords.other] : status === 404 ? [dayHint] : []
  const lines = [
    lang === "vi" ? title : titleEn,
    ...(why === undefined ? [] : [why]),
    ...hints.map((hint) => say(hint, lang))
  ]
  output.err(`${lines.join("\n")}\n`)
  return status === 0 || status >= 500 ? exit.unavailable : exit.misuse
}

/** Asks the API and prints one answer. Returns the exit code: 0 answered, 2 a wrong question, 69 no server. */
export const runUnits = async (request: Request, output: Output, client: Client): Promise<number> => {
  const [name = "", ...rest] = request.operands
  const action = actions.get(name)
  if (action === undefined) return misuse(output, unknownAction(name))
  const words = rest.join(" ").trim()
  if (words === "" && name !== "tree")
    return misuse(
      output,
      both(`“units ${name}” cần mã hoặc tên đơn vị.`, `“units ${name}” needs the code or the name of a unit.`)
    )
  const days: Record<string, string> = {}
  for (const [option, text] of Object.entries(request.options)) {
    const day = parseDay(text)
    if (Result.isFailure(day)) {
      const { vi, en } = day.failure.sentence
      return misuse(output, both(`--${option}: ${vi}`, `--${option}: ${en}`))
    }
    days[option] = day.success
  }
  if (days["on"] !== undefined && name !== "lineage")
    return misuse(output, both("--on chỉ dùng với lineage.", "--on goes with lineage only."))
  try {
    const signal = AbortSignal.timeout(PATIENCE_SECONDS * 1000)
    const { json, lines } = await action({
      client,
      words,
      asOf: days["as-of"],
      on: days["on"],
      lang: request.lang,
      signal
    })
    output.out(request.json ? `${JSON.stringify(json, null, 2)}\n` : `${lines.join("\n")}\n`)
    return exit.done
  } catch (cause) {
    return tellProblem(cause, request, output)
  }
}

/** `ntm units tree|show|find|lineage|history`. */
export const runUnitsCommand: RunCommand = (request, output) =>
  runUnits(request, output, makeClient(fetch, request.server))

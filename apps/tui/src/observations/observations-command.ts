import { type Client, makeClient } from "@ntm/contract"
import { Acceptance, ObservationState, stateWords } from "@ntm/domain/criteria"
import { type Bilingual, type Day, parseDay } from "@ntm/domain/values"
import { Result } from "effect"
import { both, say } from "../language/lang.ts"
import { nearest } from "../shell/nearest.ts"
import { exit, type Output, type Request, type RunCommand } from "../shell/output.ts"
import { PATIENCE_SECONDS, problemOf } from "../shell/problem.ts"
import { serverWords } from "../shell/server-words.ts"
import type { Answer } from "../units/asking.ts"
import { fetchEvidence } from "./evidence-fetch.ts"
import { history, list } from "./listing.ts"
import { record } from "./record.ts"

/** A national set of values takes the server some seconds. */
const PATIENCE_OF_WRITING = 10 * PATIENCE_SECONDS

/** Options of each action. */
const takes: ReadonlyMap<string, ReadonlyArray<string>> = new Map([
  ["list", ["unit", "input", "as-of", "known-at", "accept"]],
  ["history", ["unit", "input", "as-of", "known-at"]],
  ["record", ["evidence"]],
  ["evidence", ["out"]],
  ["move", ["to", "reason"]],
  ["rebuild", []]
])

type Understood = { readonly ask: () => Promise<Answer> } | { readonly why: Bilingual }

const wrong = (vi: string, en: string): Understood => ({ why: both(vi, en) })

const unknownAction = (name: string): Understood => {
  const known = [...takes.keys()]
  const meant = nearest(name, known)
  return meant === undefined
    ? wrong(
        `Không có việc “${name}” với số liệu; chọn: ${known.join(", ")}.`,
        `Observations cannot “${name}”; choose: ${known.join(", ")}.`
      )
    : wrong(
        `Không có việc “${name}”. Có phải ý bạn là “${meant}”?`,
        `Observations cannot “${name}”. Did you mean “${meant}”?`
      )
}

const move = (client: Client, ids: ReadonlyArray<string>, { options, lang }: Request): Understood => {
  const to = ObservationState.literals.find((state) => state === options["to"])
  const states = ObservationState.literals.join(", ")
  if (to === undefined) return wrong(`--to phải là một trong: ${states}.`, `--to must be one of: ${states}.`)
  const stray = ids.find((id) => !/^[1-9]\d{0,14}$/.test(id))
  if (ids.length === 0 || stray !== undefined)
    return wrong(
      `“observations move” cần số hiệu của số liệu${stray === undefined ? "" : `, không phải “${stray}”`}.`,
      `“observations move” needs numbers of observations${stray === undefined ? "" : `, not “${stray}”`}.`
    )
  const reason = options["reason"] ?? null
  const rows = ids.map((id) => ({ observation: Number(id), to, reason }))
  return {
    ask: async () => {
      const answer = await client.observations.move({ body: { rows } }, AbortSignal.timeout(PATIENCE_OF_WRITING * 1000))
      const { vi, en } = stateWords[to]
      const done = both(`Đã chuyển ${ids.length} số liệu sang “${vi}”.`, `Made ${ids.length} observations ${en}.`)
      return { json: answer, lines: [say(done, lang)] }
    }
  }
}

const asked = (client: Client, name: "list" | "history", { options, lang }: Request): Understood => {
  const { unit, input, accept } = options
  if (name === "history" && (unit === undefined || input === undefined))
    return wrong(
      "“observations history” cần --unit MÃ và --input CHỈ-TIÊU.",
      "“observations history” needs --unit CODE and --input KEY."
    )
  if (unit === undefined && input === undefined)
    return wrong(
      "“observations list” cần --unit MÃ hoặc --input CHỈ-TIÊU.",
      "“observations list” needs --unit CODE or --input KEY."
    )
  if (accept !== undefined && !Acceptance.literals.some((state) => state === accept))
    return wrong(
      `--accept phải là một trong: ${Acceptance.literals.join(", ")}.`,
      `--accept must be one of: ${Acceptance.literals.join(", ")}.`
    )
  let asOf: Day | undefined
  if (options["as-of"] !== undefined) {
    const day = parseDay(options["as-of"])
    if (Result.isFailure(day))
      return wrong(`--as-of: ${day.failure.sentence.vi}`, `--as-of: ${day.failure.sentence.en}`)
    asOf = day.success
  }
  const knownAt = options["known-at"]
  const signal = AbortSignal.timeout(PATIENCE_SECONDS * 1000)
  const listing = { client, unit, input, asOf, knownAt, accept, lang, signal }
  return { ask: () => (name === "history" ? history(listing) : list(listing)) }
}

const understood = (client: Client, request: Request): Understood => {
  const [name = "", ...operands] = request.operands
  const allowed = takes.get(name)
  if (allowed === undefined) return unknownAction(name)
  const stray = Object.keys(request.options).find((option) => !allowed.includes(option))
  if (stray !== undefined)
    return wrong(
      `--${stray} không dùng với “observations ${name}”.`,
      `--${stray} does not go with “observations ${name}”.`
    )
  if (name === "move") return move(client, operands, request)
  const [file, ...others] = operands
  if (name === "record")
    return file === undefined || others.length > 0
      ? wrong("“observations record” cần đúng một tệp.", "“observations record” needs exactly one file.")
      : { ask: () => record(client, file, request, PATIENCE_OF_WRITING) }
  if (name === "evidence")
    return file === undefined || others.length > 0 || !/^[0-9a-f]{64}$/.test(file)
      ? wrong(
          "“observations evidence” cần đúng một mã băm SHA-256 (64 chữ số thập lục phân).",
          "“observations evidence” needs exactly one SHA-256 (64 digits 0–9, a–f)."
        )
      : { ask: () => fetchEvidence(client, file, request, PATIENCE_OF_WRITING) }
  if (file !== undefined)
    return wrong(`“observations ${name}” không nhận “${file}”.`, `“observations ${name}” does not take “${file}”.`)
  if (name === "list" || name === "history") return asked(client, name, request)
  return {
    ask: async () => {
      const answer = await client.observations.rebuild({ body: {} }, AbortSignal.timeout(PATIENCE_OF_WRITING * 1000))
      const { rows, differing } = answer
      const done = both(
        `Đã dựng lại ${rows} dòng, ${differing} dòng từng khác.`,
        `Rebuilt ${rows} rows, ${differing} of them differed.`
      )
      return { json: answer, lines: [say(done, request.lang)] }
    }
  }
}

const tellProblem = (cause: unknown, { lang }: Request, output: Output): number => {
  const { status, title, titleEn, detail, detailEn, errors = [] } = problemOf(cause)
  const why = lang === "vi" ? detail : (detailEn ?? detail)
  const reasons = errors.map(({ path, message, messageEn }) => {
    const text = lang === "vi" ? message : (messageEn ?? message)
    return `- ${path === "" ? "" : `${path}: `}${text}`
  })
  const hints = status === 0 ? [serverWords.start, serverWords.other].map((hint) => say(hint, lang)) : []
  output.err(
    `${[lang === "vi" ? title : titleEn, ...(why === undefined ? [] : [why]), ...reasons, ...hints].join("\n")}\n`
  )
  return status === 0 || status >= 500 ? exit.unavailable : exit.misuse
}

/** Asks or orders one thing about observations. Returns the exit code: 0 done, 2 wrong or refused, 69 no server. */
export const runObservations = async (request: Request, output: Output, client: Client): Promise<number> => {
  const question = understood(client, request)
  if ("why" in question) {
    output.err(`${question.why.vi}\n${question.why.en}\n\nXem hướng dẫn · See: ntm help observations\n`)
    return exit.misuse
  }
  try {
    const { json, lines } = await question.ask()
    output.out(request.json ? `${JSON.stringify(json, null, 2)}\n` : `${lines.join("\n")}\n`)
    return exit.done
  } catch (cause) {
    return tellProblem(cause, request, output)
  }
}

/** `ntm observations list|history|record|evidence|move|rebuild`. */
export const runObservationsCommand: RunCommand = (request, output) =>
  runObservations(request, output, makeClient(fetch, request.server))

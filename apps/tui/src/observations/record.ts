import { ApiProblem, type Client } from "@ntm/contract"
import { both, say } from "../language/lang.ts"
import type { Request } from "../shell/output.ts"
import type { Answer } from "../units/asking.ts"
import { handInEvidence, type KeptEvidence } from "./evidence-given.ts"
import { readValues } from "./values-file.ts"

/** A row with the files that were handed in for it, behind what it says itself. */
const provedBy = (row: unknown, at: number, kept: ReadonlyArray<KeptEvidence>): unknown => {
  const named = kept.filter((one) => one.row === null || one.row === at)
  const own = [...new Map(named.map(({ evidence }) => [evidence.sha256, evidence])).values()]
  if (own.length === 0 || typeof row !== "object" || row === null) return row
  const said = "evidence" in row && Array.isArray(row.evidence) ? row.evidence : []
  return { ...row, evidence: [...said, ...own] }
}

/** `ntm observations record`: hands in the files of evidence, then records the whole file of values or nothing of it. */
export const record = async (client: Client, file: string, request: Request, seconds: number): Promise<Answer> => {
  const { lang, options } = request
  const { evidence, placeOf, rows } = await readValues(file)
  const ofAll = (options["evidence"] ?? "").split("\n").filter((path) => path !== "")
  const named = [...evidence, ...ofAll.map((path) => ({ row: null, path, place: both("--evidence", "--evidence") }))]
  const kept = await handInEvidence(client, file, named, AbortSignal.timeout(seconds * 1000))
  const files = new Set(kept.map((one) => one.evidence.sha256)).size
  const sent = rows.map((row, at) => provedBy(row, at, kept))
  try {
    const answer = await client.observations.record({ body: { rows: sent } }, AbortSignal.timeout(seconds * 1000))
    const { length } = answer.items
    const told = both(`Đã ghi ${length} số liệu từ ${file}.`, `Recorded ${length} values of ${file}.`)
    const proved = both(`Kèm ${files} tệp minh chứng.`, `With ${files} files of evidence.`)
    return { json: answer, lines: [say(told, lang), ...(files === 0 ? [] : [say(proved, lang)])] }
  } catch (cause) {
    if (!(cause instanceof ApiProblem) || cause.problem.errors === undefined) throw cause
    const { errors, ...problem } = cause.problem
    const placed = errors.map((error) => ({ ...error, path: say(placeOf(error.path), lang) }))
    throw new ApiProblem(
      { ...problem, title: `${file}: ${problem.title}`, titleEn: `${file}: ${problem.titleEn}`, errors: placed },
      { cause }
    )
  }
}

import { ApiProblem, type Client } from "@ntm/contract"
import { both, say } from "../language/lang.ts"
import type { Request } from "../shell/output.ts"
import type { Answer } from "../units/asking.ts"
import { provedLines, proveRows, provingAll } from "./evidence-given.ts"
import { readValues } from "./values-file.ts"

/** `ntm observations record`: hands in the files of evidence, then records the whole file of values or nothing of it. */
export const record = async (client: Client, file: string, request: Request, seconds: number): Promise<Answer> => {
  const { lang, options } = request
  const { evidence, placeOf, rows } = await readValues(file)
  const named = [...evidence, ...provingAll(options["evidence"])]
  const { files, rows: sent } = await proveRows(client, { file, rows, named }, AbortSignal.timeout(seconds * 1000))
  try {
    const answer = await client.observations.record({ body: { rows: sent } }, AbortSignal.timeout(seconds * 1000))
    const { length } = answer.items
    const told = both(`Đã ghi ${length} số liệu từ ${file}.`, `Recorded ${length} values of ${file}.`)
    return { json: answer, lines: [say(told, lang), ...provedLines(files, lang)] }
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

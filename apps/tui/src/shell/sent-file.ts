import { ApiProblem } from "@ntm/contract"
import type { RowProblem, RowsFile } from "@ntm/exchange"
import type { Result } from "effect"
import { type Lang, say } from "../language/lang.ts"

/** The file as it was read; rejects with everything that is wrong with it. Nothing was sent then. */
export const readOrRefuse = <File>(
  file: string,
  read: Result.Result<File, ReadonlyArray<RowProblem>>,
  lang: Lang
): File => {
  if (read._tag === "Success") return read.success
  const { failure } = read
  throw new ApiProblem({
    type: "urn:ntm:problem:invalid-file",
    title: `${file}: ${failure.length} chỗ không đúng, chưa gửi gì`,
    titleEn: `${file}: ${failure.length} places are wrong, nothing was sent`,
    status: 422,
    errors: failure.map(({ message, place }) => ({
      path: say(place, lang),
      message: message.vi,
      messageEn: message.en
    }))
  })
}

/** Sends what was read; a refusal comes back in the words of the file: "dòng 5, cột Số tiền". */
export const sendRows = async <Answer>(
  file: string,
  { placeOf }: Pick<RowsFile, "placeOf">,
  lang: Lang,
  send: () => Promise<Answer>
): Promise<Answer> => {
  try {
    return await send()
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

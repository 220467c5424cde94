import { checkCriteriaFiles, type CriteriaCheck, type InputProblem } from "@ntm/exchange"
import { type Lang, say } from "../language/lang.ts"
import { exit, type Output, type Request } from "../shell/output.ts"
import { setWords } from "./sets-words.ts"

type Check = (paths: ReadonlyArray<string>) => Promise<CriteriaCheck>

const whereIn = ({ file, path }: InputProblem): string => (path === "" ? file : `${file} → ${path}`)

const problemsText = (problems: ReadonlyArray<InputProblem>, word: "problem" | "remark", lang: Lang): string => {
  const other: Lang = lang === "vi" ? "en" : "vi"
  return problems
    .map(
      (one) =>
        `${say(setWords[word], lang)}: ${whereIn(one)}: ${say(one.message, lang)}\n  ${say(one.message, other)}\n`
    )
    .join("")
}

/**
 * `ntm sets check FILE…`. Returns the exit code: 0 all can be used, 1 something is wrong, 2 a file that cannot be read.
 *
 * **Details** Needs no server. Problems go to `err` in both languages; with `--json` one object goes to `out`.
 */
export const checkSets = async (
  paths: ReadonlyArray<string>,
  { json, lang }: Pick<Request, "json" | "lang">,
  output: Output,
  check: Check = checkCriteriaFiles
): Promise<number> => {
  const { files, problems, sets, unreadable, warnings } = await check(paths)
  const status = unreadable ? "unreadable" : problems.length > 0 ? "problems" : "clean"
  if (json) {
    const read = sets.map(({ criteria, derivesFrom, id, name }) => ({
      id,
      name,
      derivesFrom,
      criteria: criteria.length,
      indicators: criteria.reduce((sum, { indicators }) => sum + indicators.length, 0)
    }))
    output.out(`${JSON.stringify({ status, files, sets: read, problems, warnings }, null, 2)}\n`)
  } else {
    output.out(
      `${say(setWords.read, lang)} ${files} ${say(setWords.files, lang)}, ${sets.length} ${say(setWords.sets, lang)}. ${
        problems.length === 0 ? `${say(setWords.fine, lang)}.` : `${problems.length} ${say(setWords.problem, lang)}.`
      }\n`
    )
    output.err(problemsText(problems, "problem", lang) + problemsText(warnings, "remark", lang))
  }
  return unreadable ? exit.misuse : problems.length > 0 ? exit.findings : exit.done
}

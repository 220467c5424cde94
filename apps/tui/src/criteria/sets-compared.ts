import { ApiProblem, type Client } from "@ntm/contract"
import { type CriteriaSet, differences, type SetDifferences, setOn } from "@ntm/domain/criteria"
import type { Day } from "@ntm/domain/values"
import { checkCriteriaFiles, type CriteriaCheck } from "@ntm/exchange"

/** Two sets held against each other, and those of them of which only the frame is known. */
interface ComparedSets {
  readonly differences: SetDifferences & { readonly asOf: string | null }
  readonly frames: ReadonlyArray<Pick<CriteriaSet, "id" | "name">>
}

/** What reads files of sets, beside sets that are known. */
type ReadSets = (paths: ReadonlyArray<string>, given?: ReadonlyArray<CriteriaSet>) => Promise<CriteriaCheck>

type Known = { readonly asOf: Day | undefined; readonly knownAt: string | undefined }

/** The sets of the server: a province's decision names the national set that it is on top of. None where no server answers. */
const knownSets = async (
  client: Client,
  { knownAt }: Known,
  signal: AbortSignal
): Promise<ReadonlyArray<CriteriaSet>> => {
  try {
    const { items } = await client.criteria.list({ known_at: knownAt }, signal)
    return await Promise.all(items.map(({ id }) => client.criteria.get({ id, known_at: knownAt }, signal)))
  } catch (cause) {
    // Two files that name no other set need no server; what is missing is told of the file.
    if (cause instanceof ApiProblem && cause.problem.status === 0) return []
    throw cause
  }
}

const isFile = (text: string): boolean => text.endsWith(".json")

/** The one set of a file, or what is wrong with it; read beside those of the server where it cannot be read alone. */
const setIn = async (
  path: string,
  read: ReadSets,
  known: () => Promise<ReadonlyArray<CriteriaSet>>
): Promise<CriteriaSet> => {
  const alone = await read([path])
  const { problems, sets } = alone.problems.length === 0 || alone.unreadable ? alone : await read([path], await known())
  const [set, ...others] = sets
  if (problems.length === 0 && set !== undefined && others.length === 0) return set
  const told = (lang: "vi" | "en") =>
    problems.map(({ file, message, path: at }) => `${file}${at === "" ? "" : ` → ${at}`}: ${message[lang]}`).join("\n")
  throw new ApiProblem({
    type: "urn:ntm:problem:file",
    title: `Không dùng được tệp ${path}`,
    titleEn: `The file ${path} cannot be used`,
    status: 422,
    detail: problems.length === 0 ? "tệp phải có đúng một bộ tiêu chí" : told("vi"),
    detailEn: problems.length === 0 ? "a file must hold exactly one set" : told("en")
  })
}

/**
 * What the second set asks for beside the first; each is a set of the server by its id, or a file that is not loaded yet.
 *
 * **Details** On `asOf`, or each at the end of its own period, as the server compares its own.
 */
export const compareNamed = async (
  client: Client,
  names: readonly [string, string],
  asking: Known,
  signal: AbortSignal,
  read: ReadSets = checkCriteriaFiles
): Promise<ComparedSets> => {
  const { asOf, knownAt } = asking
  const known = () => knownSets(client, asking, signal)
  const [from, to] = await Promise.all(
    names.map((name) =>
      isFile(name) ? setIn(name, read, known) : client.criteria.get({ id: name, known_at: knownAt }, signal)
    )
  )
  if (from === undefined || to === undefined) throw new Error("two sets are compared")
  const on = (set: CriteriaSet) => setOn(set, asOf ?? set.period.to)
  return {
    differences: { ...differences(on(from), on(to)), asOf: asOf ?? null },
    frames: [from, to].filter(({ doNotEvaluate }) => doNotEvaluate)
  }
}

/** A JSON Schema as the document tells it. */
export type Shape = { readonly [key: string]: unknown }

/** A path, query or header value of a question. */
export interface Parameter {
  readonly name: string
  readonly in: "path" | "query" | "header"
  readonly required: boolean
  readonly description: string
  readonly schema: Shape
  readonly example?: unknown
}

interface Content {
  readonly [mediaType: string]: { readonly schema: Shape; readonly example?: unknown }
}

/** One question of the API. */
export interface Operation {
  readonly operationId: string
  readonly tags: ReadonlyArray<string>
  readonly summary: string
  readonly description: string
  readonly deprecated?: boolean
  readonly "x-ntm-action"?: string
  readonly parameters: ReadonlyArray<Parameter>
  readonly requestBody?: { readonly content: Content }
  readonly responses: { readonly [status: string]: { readonly description: string; readonly content?: Content } }
}

export interface ListedProblem {
  readonly type: string
  readonly status: number
  readonly title: string
  readonly titleEn: string
}

/** What this page reads of the OpenAPI document that the server makes. */
export interface ApiDocument {
  readonly info: { readonly version: string; readonly description: string }
  readonly tags: ReadonlyArray<{ readonly name: string; readonly description: string }>
  readonly paths: { readonly [path: string]: { readonly get?: Operation; readonly post?: Operation } }
  readonly components: { readonly schemas: { readonly [name: string]: Shape } }
  readonly "x-ntm-problems": ReadonlyArray<ListedProblem>
}

/** A question with how it is asked. */
export interface Question extends Operation {
  readonly method: "GET" | "POST"
  readonly path: string
}

/** Every question of the document, noun by noun. */
export const questionsOf = ({ paths }: ApiDocument): ReadonlyArray<Question> =>
  Object.entries(paths).flatMap(([path, { get, post }]) => [
    ...(get === undefined ? [] : [{ ...get, method: "GET" as const, path }]),
    ...(post === undefined ? [] : [{ ...post, method: "POST" as const, path }])
  ])

/** What holds for every question: paragraphs of the document in one language, which it tells in turn. */
export const conventionsOf = ({ info }: ApiDocument, language: "vi" | "en"): ReadonlyArray<string> =>
  info.description
    .split("\n\n")
    .filter((text, at) => text !== "" && at % 2 === (language === "vi" ? 0 : 1))
    .map((text) => text.replaceAll("`", ""))

/** One side of "tiếng Việt · English"; text without a second side is of both. */
export const sideOf = (text: string, language: "vi" | "en"): string => {
  const [vi = text, en = vi] = text.split(" · ")
  return language === "vi" ? vi : en
}

const plain = (text: string): string =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").toLowerCase()

/** Questions in which every word is found: in path, name, title or parameters, with or without diacritics. */
export const matching = (questions: ReadonlyArray<Question>, words: string): ReadonlyArray<Question> => {
  const wanted = plain(words)
    .split(/\s+/)
    .filter((word) => word !== "")
  if (wanted.length === 0) return questions
  return questions.filter(({ description, method, operationId, parameters, path, summary }) => {
    const text = plain(
      [method, path, operationId, summary, description, ...parameters.map(({ name }) => name)].join(" ")
    )
    return wanted.every((word) => text.includes(word))
  })
}

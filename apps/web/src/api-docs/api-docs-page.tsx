import { useQuery } from "@tanstack/solid-query"
import { API_ROOT } from "@ntm/contract"
import { createMemo, createSignal, For, Show } from "solid-js"
import { language } from "../language/language.ts"
import { useWords } from "../language/words.ts"
import { Empty } from "../parts/empty.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { SearchBox } from "../parts/search-box.tsx"
import { Page } from "../shell/page.tsx"
import { apiDocsWords } from "./api-docs.words.ts"
import { type ApiDocument, conventionsOf, matching, questionsOf, sideOf } from "./document.ts"
import { QuestionItem } from "./question-item.tsx"

const ADDRESS = `${API_ROOT}/openapi.json`

const readDocument = async (signal: AbortSignal): Promise<ApiDocument> => {
  const response = await fetch(ADDRESS, { signal })
  if (!response.ok) throw new Error(`${ADDRESS}: ${response.status}`)
  return response.json()
}

const Questions = (props: { readonly document: ApiDocument; readonly words: string }) => {
  const t = useWords(apiDocsWords)
  const found = createMemo(() => matching(questionsOf(props.document), props.words))
  const nouns = createMemo(() =>
    props.document.tags
      .map(({ description, name }) => ({
        name,
        title: description,
        questions: found().filter(({ tags }) => tags.includes(name))
      }))
      .filter(({ questions }) => questions.length > 0)
  )
  return (
    <>
      <p role="status" class="mb-4 text-sm text-ink-soft">
        {t().found(found().length)}
      </p>
      <Show when={nouns().length > 0} fallback={<Empty>{t().none}</Empty>}>
        <div class="space-y-8">
          <For each={nouns()}>
            {(noun) => (
              <section aria-labelledby={`noun-${noun.name}`}>
                <h2 id={`noun-${noun.name}`} class="mb-3 text-lg font-semibold">
                  {sideOf(noun.title, language())}
                </h2>
                <ul class="space-y-2">
                  <For each={noun.questions}>
                    {(question) => <QuestionItem question={question} document={props.document} />}
                  </For>
                </ul>
              </section>
            )}
          </For>
        </div>
      </Show>
    </>
  )
}

/** What is the same everywhere, to be read before the first question is asked. */
const Conventions = (props: { readonly document: ApiDocument }) => {
  const t = useWords(apiDocsWords)
  return (
    <details class="mb-6 rounded-lg border border-line bg-surface p-4">
      <summary class="cursor-pointer font-semibold">{t().conventions}</summary>
      <div class="mt-3 max-w-prose space-y-3 text-sm">
        <For each={conventionsOf(props.document, language())}>{(text) => <p>{text}</p>}</For>
      </div>
    </details>
  )
}

const Problems = (props: { readonly document: ApiDocument }) => {
  const t = useWords(apiDocsWords)
  return (
    <section aria-labelledby="problems" class="mt-10">
      <h2 id="problems" class="text-lg font-semibold">
        {t().catalogue}
      </h2>
      <p class="mb-3 text-sm text-ink-soft">{t().catalogueLead}</p>
      <ul class="grid gap-x-6 gap-y-2 text-sm md:grid-cols-2">
        <For each={props.document["x-ntm-problems"]}>
          {(problem) => (
            <li id={`problem-${problem.type.slice(problem.type.lastIndexOf(":") + 1)}`} class="min-w-0 break-words">
              <code>{problem.status}</code> {language() === "vi" ? problem.title : problem.titleEn}
              <code class="block text-xs text-ink-soft">{problem.type}</code>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

/** What the API can be asked, for people: made of the document that programs read. */
export default function ApiDocsPage() {
  const t = useWords(apiDocsWords)
  const [words, setWords] = createSignal("")
  const document = useQuery(() => ({
    queryKey: ["openapi"],
    queryFn: ({ signal }) => readDocument(signal),
    staleTime: Number.POSITIVE_INFINITY
  }))
  return (
    <Page
      title={t().title}
      lead={
        <>
          {t().lead}{" "}
          <a class="link" href={ADDRESS}>
            openapi.json
          </a>
        </>
      }
      controls={<SearchBox label={t().search} hint={t().searchHint} value={words()} onSearch={setWords} />}
    >
      <Loaded query={document}>
        {(told) => (
          <>
            <Conventions document={told()} />
            <Questions document={told()} words={words()} />
            <Problems document={told()} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

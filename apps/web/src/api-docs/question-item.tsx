import { createSignal, For, type JSX, Show } from "solid-js"
import { language } from "../language/language.ts"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { apiDocsWords } from "./api-docs.words.ts"
import { type ApiDocument, type Question, sideOf } from "./document.ts"
import { shapeText } from "./shape-text.ts"
import { TryIt } from "./try-it.tsx"

const Part = (props: { readonly title: string; readonly children: JSX.Element }) => (
  <section class="space-y-2">
    <h4 class="text-sm font-semibold">{props.title}</h4>
    {props.children}
  </section>
)

const Code = (props: { readonly children: string }) => (
  <pre tabindex="0" class="max-h-80 overflow-auto rounded-lg border border-line bg-raised p-3 text-xs">
    {props.children}
  </pre>
)

const Parameters = (props: { readonly question: Question }) => {
  const t = useWords(apiDocsWords)
  return (
    <div class="overflow-x-auto" tabindex="0" role="region" aria-label={t().parameters}>
      <table class="w-full text-left text-sm">
        <thead>
          <tr class="border-b border-line text-xs text-ink-soft">
            <th class="py-1 pr-4">{t().name}</th>
            <th class="py-1 pr-4">{t().meaning}</th>
            <th class="py-1">{t().example}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.question.parameters}>
            {(parameter) => (
              <tr class="border-b border-line align-top">
                <th scope="row" class="py-1.5 pr-4 font-normal whitespace-nowrap">
                  <code>{parameter.name}</code>
                  <Show when={parameter.required}>
                    <span class="block text-xs text-ink-soft">{t().required}</span>
                  </Show>
                </th>
                <td class="py-1.5 pr-4">{sideOf(parameter.description, language())}</td>
                <td class="py-1.5">
                  <code>{String(parameter.example ?? "")}</code>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}

/** What is told of a question once it is opened. */
const Told = (props: { readonly question: Question; readonly document: ApiDocument }) => {
  const t = useWords(apiDocsWords)
  const schemas = () => props.document.components.schemas
  const body = () => props.question.requestBody?.content["application/json"]
  const answer = () => props.question.responses["200"]?.content?.["application/json"]
  const refusals = () => Object.entries(props.question.responses).filter(([status]) => Number(status) >= 400)
  /** What is said in the language in use: a paragraph each. */
  const about = () => {
    const [vi = "", ...en] = props.question.description.split("\n\n")
    return (language() === "vi" ? vi : en.join(" ")).replaceAll("`", "")
  }
  return (
    <div class="space-y-5 border-t border-line p-4">
      <p class="text-sm">{about()}</p>
      <p class="text-sm text-ink-soft">
        {t().action}: <code>{props.question["x-ntm-action"]}</code> · <code>{props.question.operationId}</code>
      </p>
      <Show when={props.question.parameters.length > 0}>
        <Part title={t().parameters}>
          <Parameters question={props.question} />
        </Part>
      </Show>
      <Show when={body()}>
        {(content) => (
          <Part title={t().body}>
            <Code>{shapeText(content().schema, schemas())}</Code>
            <Show when={content().example !== undefined}>
              <p class="text-xs text-ink-soft">{t().example}</p>
              <Code>{JSON.stringify(content().example, null, 2)}</Code>
            </Show>
          </Part>
        )}
      </Show>
      <Show when={answer()}>
        {(content) => (
          <Part title={t().answer}>
            <Code>{shapeText(content().schema, schemas())}</Code>
            <Show when={content().example !== undefined}>
              <p class="text-xs text-ink-soft">{t().example}</p>
              <Code>{JSON.stringify(content().example, null, 2)}</Code>
            </Show>
          </Part>
        )}
      </Show>
      <Part title={t().problems}>
        <ul class="grid gap-1 text-sm sm:grid-cols-2">
          <For each={refusals()}>
            {([status, told]) => (
              <li>
                <code>{status}</code>{" "}
                {told.description
                  .split("; ")
                  .map((each) => sideOf(each, language()))
                  .join("; ")}
              </li>
            )}
          </For>
        </ul>
      </Part>
      <Show when={props.question.method === "GET"}>
        <Part title={t().tryIt}>
          <TryIt question={props.question} />
        </Part>
      </Show>
    </div>
  )
}

/** A question: its address and title; all that is told of it when opened. */
export const QuestionItem = (props: { readonly question: Question; readonly document: ApiDocument }) => {
  const t = useWords(apiDocsWords)
  const [open, setOpen] = createSignal(false)
  return (
    <li class="rounded-card border border-line bg-surface">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary class="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-3">
          <Badge tone={props.question.method === "GET" ? "plain" : "good"}>{props.question.method}</Badge>
          <h3 class="min-w-0 text-sm font-semibold break-all">
            <code>{props.question.path}</code>
          </h3>
          <span class="text-sm text-ink-soft">{sideOf(props.question.summary, language())}</span>
          <Show when={props.question.deprecated}>
            <Badge tone="warning">{t().deprecated}</Badge>
          </Show>
        </summary>
        <Show when={open()}>
          <Told question={props.question} document={props.document} />
        </Show>
      </details>
    </li>
  )
}

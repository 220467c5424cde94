import { addressOf } from "@ntm/contract"
import { createSignal, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { apiDocsWords } from "./api-docs.words.ts"
import type { Question } from "./document.ts"

/** Characters of an answer that are shown. */
const SHOWN = 20_000

interface Tried {
  readonly status: number
  readonly ms: number
  readonly text: string
}

const readable = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** Asks a question as this page's reader, and shows what comes back. */
export const TryIt = (props: { readonly question: Question }) => {
  const t = useWords(apiDocsWords)
  const [tried, setTried] = createSignal<Tried | "asking" | "failed">()
  const answered = () => {
    const now = tried()
    return typeof now === "object" ? now : undefined
  }
  const ask = async (form: HTMLFormElement) => {
    const given = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, typeof value === "string" ? value.trim() : ""])
    )
    setTried("asking")
    const begun = performance.now()
    try {
      const response = await fetch(addressOf(props.question.path.replaceAll(/\{(\w+)\}/g, ":$1"), given), {
        headers: { accept: "application/json" }
      })
      const text = readable(await response.text())
      const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}\n${t().cut}` : text
      setTried({ status: response.status, ms: Math.round(performance.now() - begun), text: shown })
    } catch {
      setTried("failed")
    }
  }
  return (
    <form
      class="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        void ask(event.currentTarget)
      }}
    >
      <div class="flex flex-wrap items-end gap-3">
        <For each={props.question.parameters}>
          {(parameter) => (
            <label class="flex min-w-0 flex-col gap-1 text-xs font-semibold text-ink-soft">
              {parameter.name}
              <input
                name={parameter.name}
                class="field w-44 min-w-0 px-2 font-normal text-ink"
                required={parameter.required}
                value={parameter.required ? String(parameter.example ?? "") : ""}
                placeholder={String(parameter.example ?? "")}
              />
            </label>
          )}
        </For>
        <button type="submit" class="button" disabled={tried() === "asking"}>
          {t().tryIt}
        </button>
      </div>
      <div role="status" class="text-sm">
        <Show when={tried() === "asking"}>{t().asking}</Show>
        <Show when={tried() === "failed"}>{t().failed}</Show>
        <Show when={answered()}>{(answer) => t().status(answer().status, answer().ms)}</Show>
      </div>
      <Show when={answered()}>
        {(answer) => (
          <pre tabindex="0" class="max-h-96 overflow-auto rounded-lg border border-line bg-raised p-3 text-xs">
            {answer().text}
          </pre>
        )}
      </Show>
    </form>
  )
}

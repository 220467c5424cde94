import { A } from "@solidjs/router"
import { For } from "solid-js"
import { useWords } from "../language/words.ts"
import { documentWords } from "./documents.words.ts"

/** Between the list of documents and the list of findings. */
export const DocumentTabs = () => {
  const t = useWords(documentWords)
  const tabs = () => [
    { href: "/van-ban", name: t().documents },
    { href: "/phat-hien", name: t().findings }
  ]
  return (
    <nav aria-label={t().title} class="flex overflow-hidden rounded-lg border border-line-strong">
      <For each={tabs()}>
        {(tab) => (
          <A
            href={tab.href}
            class="px-4 py-2 text-sm font-semibold -outline-offset-3"
            activeClass="bg-primary-soft text-primary"
            inactiveClass="bg-surface text-ink-soft hover:bg-raised"
          >
            {tab.name}
          </A>
        )}
      </For>
    </nav>
  )
}

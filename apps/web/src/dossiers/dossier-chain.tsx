import type { DossierStanding } from "@ntm/domain/dossiers"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { dossierWords } from "./dossier.words.ts"

/** Through which tasks of a plan the dossier is still waiting: which task holds up which, and why. */
export const DossierChain = (props: {
  readonly standing: DossierStanding
  readonly taskHref: (key: string) => string
}) => {
  const t = useWords(dossierWords)
  const noOf = (key: string) => key.slice(key.indexOf("/") + 1)
  return (
    <Show when={props.standing.waiting.length > 0}>
      <Card id="dang-cho" title={t().chain} lead={t().chainLead}>
        <ol class="divide-y divide-line text-sm">
          <For each={props.standing.waiting}>
            {(link) => (
              <li class="py-2">
                <A class="link font-semibold" href={props.taskHref(link.task)}>
                  {t().task(noOf(link.task))}
                </A>
                <p>{inLanguage(link.sentence)}</p>
                <Show when={link.why}>{(why) => <p class="text-xs text-ink-soft">{why()}</p>}</Show>
              </li>
            )}
          </For>
        </ol>
      </Card>
    </Show>
  )
}

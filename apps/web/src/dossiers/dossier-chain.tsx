import type { DossierStanding } from "@ntm/domain/dossiers"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { formatNumber } from "../parts/format.ts"
import { dossierWords } from "./dossier.words.ts"

type Link = DossierStanding["waiting"][number]

/** Links of a chain that are shown at once: the nearest ones. */
const NEAREST = 6

/** Through which tasks of a plan the dossier is still waiting, and why: the nearest at once, the others on asking. */
export const DossierChain = (props: {
  readonly standing: DossierStanding
  readonly taskHref: (key: string) => string
}) => {
  const t = useWords(dossierWords)
  const links = () => props.standing.waiting
  const further = () => links().slice(NEAREST)
  return (
    <Show when={links().length > 0}>
      <Card id="dang-cho" title={t().chain} lead={t().chainLead(formatNumber(links().length))}>
        <Links links={links().slice(0, NEAREST)} taskHref={props.taskHref} />
        <Show when={further().length > 0}>
          <details class="mt-2">
            <summary class="link w-fit cursor-pointer text-sm font-semibold">
              {t().further(formatNumber(further().length))}
            </summary>
            <Links links={further()} taskHref={props.taskHref} />
          </details>
        </Show>
      </Card>
    </Show>
  )
}

const Links = (props: { readonly links: ReadonlyArray<Link>; readonly taskHref: (key: string) => string }) => (
  <ol class="divide-y divide-line text-sm">
    <For each={props.links}>
      {(link) => (
        <li class="py-2">
          <A class="link" href={props.taskHref(link.task)}>
            {inLanguage(link.sentence)}
          </A>
          <Show when={link.why}>{(why) => <p class="text-xs text-ink-soft">{why()}</p>}</Show>
        </li>
      )}
    </For>
  </ol>
)

import type { DossierLine } from "@ntm/contract"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { asHeading, formatDay, formatNumber } from "../parts/format.ts"
import { Illustrative } from "../parts/illustrative.tsx"
import { createPart, MoreButton } from "../parts/more-button.tsx"
import { DossierBadge } from "./dossier-badge.tsx"
import { dossiersWords } from "./dossiers.words.ts"

/** Dossiers in a list: of whom, for which title, at which step, what is missing, until when. */
export const DossierItems = (props: {
  readonly items: ReadonlyArray<DossierLine>
  readonly hrefOf: (id: number) => string
}) => {
  const part = createPart(() => props.items)
  return (
    <>
      <ul class="divide-y divide-line">
        <For each={part.shown()}>
          {(line) => (
            <li class="py-2.5">
              <DossierItem line={line} href={props.hrefOf(line.id)} />
            </li>
          )}
        </For>
      </ul>
      <MoreButton part={part} />
    </>
  )
}

const DossierItem = (props: { readonly line: DossierLine; readonly href: string }) => {
  const t = useWords(dossiersWords)
  const name = () => {
    const { tier, unit } = props.line
    const of = unit === null ? t().unknownUnit : `${unit.type} ${unit.name}`
    return `${asHeading(of)} – ${t().tiers[tier]}`
  }
  const under = () => props.line.state === "open" || props.line.state === "returned"
  const facts = () =>
    [
      ...(under() && props.line.since !== null ? [t().since(formatDay(props.line.since))] : []),
      t().opened(formatDay(props.line.openedOn)),
      ...(under() && props.line.expectedEnd !== null ? [t().expected(formatDay(props.line.expectedEnd))] : [])
    ].join(" · ")
  return (
    <div class="grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div class="min-w-0">
        <p>
          <A href={props.href} class="link font-semibold">
            {name()}
          </A>
        </p>
        <Show when={under() && props.line.at}>{(at) => <p class="mt-0.5 text-sm">{t().at(inLanguage(at()))}</p>}</Show>
        <p class="text-xs text-ink-soft">{facts()}</p>
      </div>
      <p class="flex flex-wrap items-start gap-1.5">
        <Show when={props.line.lateDays > 0}>
          <Badge tone="error">{t().late(formatNumber(props.line.lateDays))}</Badge>
        </Show>
        <Show when={under()}>
          <Badge tone={props.line.missing > 0 ? "warning" : "good"}>
            {props.line.missing > 0 ? t().missing(formatNumber(props.line.missing)) : t().missingNone}
          </Badge>
        </Show>
        <Show when={props.line.overridden}>
          <Badge tone="warning">{t().overridden}</Badge>
        </Show>
        <Show when={props.line.illustrative}>
          <Illustrative />
        </Show>
        <DossierBadge state={props.line.state} />
      </p>
    </div>
  )
}

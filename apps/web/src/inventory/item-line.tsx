import type { ListedItem } from "@ntm/contract"
import { A } from "@solidjs/router"
import { type JSX, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { EvidenceList } from "../observations/evidence-link.tsx"
import { Badge } from "../parts/badge.tsx"
import { asHeading, formatDay, formatNumber } from "../parts/format.ts"
import { Illustrative } from "../parts/illustrative.tsx"
import { unitAddress } from "../units/unit-day.ts"
import { inventoryWords } from "./inventory.words.ts"

/** Days before its last one from which a certificate's badge warns. */
const SOON = 180

/** What an entry says beside its name, by its kind. */
const useItemFacts = () => {
  const t = useWords(inventoryWords)
  return ({ body }: ListedItem): ReadonlyArray<string> => {
    const { facts } = t()
    const told = (value: number | null, say: (text: string) => string) =>
      value === null ? [] : [say(formatNumber(value))]
    const named = (value: string | null) => (value === null ? [] : [value])
    switch (body._tag) {
      case "modelArea":
        return [...named(body.village), ...told(body.households, facts.households)]
      case "modelGarden":
        return [...named(body.owner), ...told(body.area, facts.area)]
      case "smartVillage":
        return named(body.village)
      case "smartCommune":
        return body.pilot ? [facts.pilot] : []
      case "ocop":
        return [facts.producer(body.producer)]
      case "training": {
        const people = body.attendees.reduce((sum, { count }) => sum + count, 0)
        return [...told(body.days, facts.days), ...(people === 0 ? [] : [t().people(formatNumber(people))])]
      }
      case "meeting":
        return [...(body.chair === null ? [] : [facts.chair(body.chair)]), ...told(body.participants, t().people)]
      case "issued":
        return [body.kind, body.number]
    }
  }
}

/** An entry: what, where, since when, and how it stands. */
export const ItemLine = (props: {
  readonly item: ListedItem
  readonly asOf: string | undefined
  readonly action?: JSX.Element
}) => {
  const t = useWords(inventoryWords)
  const factsOf = useItemFacts()
  const item = () => props.item
  const state = () => item().state
  const facts = () =>
    [
      formatDay(item().day),
      ...factsOf(item()),
      ...(item().recordedFor === null ? [] : [t().recordedFor(item().recordedFor ?? "")]),
      ...(item().document === null ? [] : [item().document]),
      t().no(String(item().id)),
      t().recorded(item().recordedBy.name, formatDay(item().recordedAt.slice(0, 10)))
    ].join(" · ")
  const term = () => {
    const { days, until, untilBy } = state()
    if (until === null) return undefined
    const said = untilBy === "rule" ? t().untilByRule(formatDay(until)) : t().until(formatDay(until))
    return days === null || days < 0 || !state().counts ? said : `${said} · ${t().left(formatNumber(days))}`
  }
  const soon = () => state().counts && state().days !== null && (state().days ?? 0) <= SOON
  return (
    <div class="grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div class="min-w-0">
        <p class="font-semibold">{item().name}</p>
        <p class="text-sm">
          {t().kinds[item().body._tag]} ·{" "}
          <A class="link" href={unitAddress(item().unitCode, props.asOf)}>
            {asHeading(item().unitName)}
          </A>
        </p>
        <p class="text-xs text-ink-soft">{facts()}</p>
        <Show when={item().note}>{(note) => <p class="text-xs text-ink-soft">{note()}</p>}</Show>
        <EvidenceList evidence={item().evidence} />
      </div>
      <div class="flex flex-wrap items-start gap-1.5 sm:flex-col sm:items-end">
        <p class="flex flex-wrap gap-1.5">
          <Show when={state().stars}>{(stars) => <Badge tone="plain">{t().starred(String(stars()))}</Badge>}</Show>
          <Badge tone={state().counts ? "good" : state().because === "expired" ? "warning" : "plain"}>
            {t().states[state().because ?? "counts"]}
          </Badge>
          <Show when={item().illustrative}>
            <Illustrative />
          </Show>
        </p>
        <Show when={term()}>
          {(text) => (
            <p class="text-xs" classList={{ "font-semibold text-warning": soon(), "text-ink-soft": !soon() }}>
              {text()}
            </p>
          )}
        </Show>
        {props.action}
      </div>
    </div>
  )
}

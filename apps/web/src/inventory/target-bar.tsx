import type { ItemTargetStanding } from "@ntm/domain/inventory"
import { A } from "@solidjs/router"
import { Show } from "solid-js"
import { anchors, documentHref } from "../documents/place-link.ts"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { Bar } from "../parts/bar.tsx"
import { formatNumber } from "../parts/format.ts"
import { inventoryWords } from "./inventory.words.ts"

/** How far a target is reached, as a bar with its numbers; `told`: with its text, which leads to the document that states it. */
export const TargetBar = (props: { readonly target: ItemTargetStanding; readonly told?: boolean }) => {
  const t = useWords(inventoryWords)
  const target = () => props.target
  const share = () => {
    const { actual, of, per, reached, value } = target()
    return per === null || of === 1 ? actual / value : reached / of
  }
  const numbers = () => {
    const { actual, of, per, reached, value } = target()
    return per === null || of === 1
      ? t().reachedCount(formatNumber(actual), formatNumber(value))
      : t().reachedUnits(formatNumber(reached), formatNumber(of))
  }
  return (
    <div class="text-xs">
      <Show when={props.told === true}>
        <A class="link" href={documentHref(target().document, anchors.figure(target().id))}>
          {target().text}
        </A>
      </Show>
      <Bar share={share()} tone={target().met ? "good" : "warning"} class="my-1 h-1.5 w-full" />
      <p class="flex flex-wrap items-center gap-1.5">
        <span class="font-semibold">{numbers()}</span>
        <Badge tone={target().met ? "good" : "warning"}>{target().met ? t().met : t().metNot}</Badge>
      </p>
    </div>
  )
}

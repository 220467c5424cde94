import type { WorkLine } from "@ntm/contract"
import { A } from "@solidjs/router"
import { For, type JSX } from "solid-js"
import { useWords } from "../language/words.ts"
import { formatDay } from "../parts/format.ts"
import { LateBadge } from "./work-badges.tsx"
import { worksWords } from "./works.words.ts"

/** Works as a short list: name, commune, how late; what else is to be said of each stands below its name. */
export const WorkItems = (props: {
  readonly items: ReadonlyArray<{ readonly line: WorkLine; readonly below?: JSX.Element }>
  readonly hrefOf: (id: number) => string
}) => {
  const t = useWords(worksWords)
  return (
    <ul class="divide-y divide-line text-sm">
      <For each={props.items}>
        {(item) => (
          <li class="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2.5">
            <div class="min-w-0 flex-1 basis-72">
              <A href={props.hrefOf(item.line.id)} class="link font-semibold">
                {item.line.name}
              </A>
              <p class="text-xs text-ink-soft">
                {item.line.unit === null ? "" : `${item.line.unit.type} ${item.line.unit.name} · `}
                {t().sectors[item.line.sector]} · {t().list.expected(formatDay(item.line.expectedFinish))}
              </p>
              {item.below}
            </div>
            <LateBadge days={item.line.daysBehind} />
          </li>
        )}
      </For>
    </ul>
  )
}

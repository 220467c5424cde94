import type { WorksTally } from "@ntm/domain/works"
import { sectorNames } from "@ntm/domain/works"
import { A } from "@solidjs/router"
import { For } from "solid-js"
import { useWords } from "../language/words.ts"
import { Bar } from "../parts/bar.tsx"
import { Card } from "../parts/card.tsx"
import { formatNumber } from "../parts/format.ts"
import { summaryWords } from "./summary.words.ts"
import { worksWords } from "./works.words.ts"

/** How many works of each sector and in each state; a line leads to its works. */
export const TallySplits = (props: {
  readonly tally: WorksTally
  readonly within: (path: string, more: Readonly<Record<string, string>>) => string
}) => {
  const t = useWords(worksWords)
  const words = useWords(summaryWords)
  const sectors = () =>
    Object.entries(props.tally.bySector)
      .filter(([, count]) => count > 0)
      .toSorted(([, a], [, b]) => b - a)
  const sectorName = (key: string) => Object.entries(t().sectors).find(([each]) => each === key)?.[1] ?? key
  return (
    <div class="grid gap-5 lg:grid-cols-2">
      <Card id="theo-linh-vuc" title={words().bySector}>
        <Lines
          works={props.tally.works}
          lines={sectors().map(([key, count]) => ({
            name: sectorName(key),
            count,
            href: props.within("/cong-trinh/danh-sach", { "linh-vuc": key })
          }))}
        />
      </Card>
      <Card id="theo-tinh-trang" title={words().byState}>
        <Lines
          works={props.tally.works}
          lines={workStates.map((state) => ({
            name: t().states[state],
            count: props.tally.byState[state],
            href: props.within("/cong-trinh/danh-sach", { "tinh-trang": state })
          }))}
        />
      </Card>
    </div>
  )
}

/** From the first to the last state of a work. */
export const workStates = ["planned", "preparing", "building", "accepted", "handedOver", "operating"] as const

/** Every sector, in the order of the domain. */
export const sectorKeys = Object.keys(sectorNames)

const Lines = (props: {
  readonly works: number
  readonly lines: ReadonlyArray<{ readonly name: string; readonly count: number; readonly href: string }>
}) => (
  <ul class="space-y-2 text-sm">
    <For each={props.lines}>
      {(line) => (
        <li class="grid grid-cols-[8rem_minmax(0,1fr)_3.5rem] items-center gap-3">
          <A href={line.href} class="link">
            {line.name}
          </A>
          <Bar share={props.works === 0 ? 0 : line.count / props.works} tone="good" class="h-3 w-full" />
          <span class="text-right font-semibold">{formatNumber(line.count)}</span>
        </li>
      )}
    </For>
  </ul>
)

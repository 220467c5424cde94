import { A } from "@solidjs/router"
import { Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { asHeading, formatDay } from "../parts/format.ts"
import { Illustrative } from "../parts/illustrative.tsx"
import { useUnitName } from "./use-unit-name.ts"
import type { WorksScope } from "./use-works-scope.ts"
import { useWorks } from "./works.queries.ts"
import { worksWords } from "./works.words.ts"

/**
 * Whose works, on which day, and how far reports reach; and whether any of them was made up for the demonstration.
 *
 * **Details** Where nothing was told for long, works look late for want of reports: the day of the newest is a step away.
 */
export const WorksLead = (props: {
  readonly scope: WorksScope
  /** The page, to open it on the day of the newest report. */
  readonly path: string
  readonly asOf: string | undefined
}) => {
  const t = useWords(worksWords)
  const name = useUnitName(props.scope)
  const all = useWorks(
    () => props.scope.asked(),
    () => ({ limit: 1 })
  )
  return (
    <p class="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Show when={props.asOf}>{(day) => <span>{t().lead(name(), formatDay(day()))}</span>}</Show>
      <Show when={all.isSuccess ? all.data.tally.lastReport : null}>
        {(day) => (
          <span>
            {asHeading(t().lastReport(formatDay(day())))}
            <Show when={props.asOf !== day()}>
              {" "}
              <A class="link" href={props.scope.within(props.path, { as_of: day() })}>
                {t().toLastReport}
              </A>
            </Show>
          </span>
        )}
      </Show>
      <Show when={all.isSuccess && all.data.tally.illustrative}>
        <Illustrative part />
      </Show>
    </p>
  )
}

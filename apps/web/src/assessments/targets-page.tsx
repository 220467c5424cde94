import type { TargetOnDay } from "@ntm/contract"
import { createMemo, For, Show } from "solid-js"
import { CriteriaTabs } from "../criteria/criteria-tabs.tsx"
import { usePlan } from "../documents/plan.ts"
import { documentHref } from "../documents/place-link.ts"
import { useAnchor } from "../documents/use-anchor.ts"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { SourceLink } from "../parts/source-link.tsx"
import { Page } from "../shell/page.tsx"
import { useTargets } from "./assessments.queries.ts"
import { StateBadge, TargetLine, type TargetState } from "./target-line.tsx"
import { targetWords } from "./targets.words.ts"

const states: ReadonlyArray<TargetState> = ["reached", "onCourse", "behind", "missed", "noData", "notMeasured"]

/** What the plan wants to have reached, group by group, and where each target stands on the day. */
const TargetsPage = () => {
  const t = useWords(targetWords)
  const [asOf, setAsOf] = useAddress("as_of")
  const [knownAt] = useAddress("known_at")
  const [state, setState] = useAddress("loc")
  const plan = usePlan()
  const targets = useTargets(
    () => plan()?.id,
    () => ({ asOf: asOf(), knownAt: knownAt() })
  )
  const items = () => (targets.isSuccess ? targets.data.items : [])
  const chosen = () => states.find((each) => each === state())
  const shown = () => items().filter(({ standing }) => chosen() === undefined || standing.state === chosen())
  const groups = createMemo(() => [...Map.groupBy(shown(), ({ target }) => target.group.no).values()])
  useAnchor()
  const count = (of: TargetState) => items().filter(({ standing }) => standing.state === of).length
  return (
    <Page
      title={t().title}
      lead={
        <Show when={targets.isSuccess && plan()}>
          {(document) => (
            <>
              <p>
                {t().lead(
                  `${document().kind} ${document().number ?? ""}`.trim(),
                  formatDay(targets.data?.asOf ?? null)
                )}
              </p>
              <SourceLink href={documentHref(document().id)} />
            </>
          )}
        </Show>
      }
      controls={<CriteriaTabs />}
    >
      <div class="no-print mb-5 flex flex-wrap items-end gap-3">
        <DayPicker value={asOf()} onPick={setAsOf} />
      </div>
      <Loaded query={targets}>
        {() => (
          <Show when={items().length > 0} fallback={<Empty>{t().empty}</Empty>}>
            <div role="group" aria-label={t().filter} class="mb-5 flex flex-wrap gap-2">
              <button
                type="button"
                class="button"
                classList={{ "border-primary": chosen() === undefined }}
                aria-pressed={chosen() === undefined}
                onClick={() => setState(undefined)}
              >
                {t().all(items().length)}
              </button>
              <For each={states.filter((each) => count(each) > 0)}>
                {(each) => (
                  <button
                    type="button"
                    class="button"
                    classList={{ "border-primary": chosen() === each }}
                    aria-pressed={chosen() === each}
                    onClick={() => setState(chosen() === each ? undefined : each)}
                  >
                    <StateBadge state={each} />
                    {count(each)}
                  </button>
                )}
              </For>
            </div>
            <div class="space-y-5">
              <For each={groups()}>{(group) => <Group items={group} />}</For>
            </div>
          </Show>
        )}
      </Loaded>
    </Page>
  )
}

const Group = (props: { readonly items: ReadonlyArray<TargetOnDay> }) => {
  const t = useWords(targetWords)
  const group = () => props.items[0]?.target.group ?? { no: "", title: "" }
  return (
    <Card id={`nhom-${group().no.replace(/\W/g, "-")}`} title={t().group(group().no, group().title)}>
      <ul class="-mx-4 -mb-4 sm:-mx-5">
        <For each={props.items}>{(item) => <TargetLine item={item} />}</For>
      </ul>
    </Card>
  )
}

export default TargetsPage

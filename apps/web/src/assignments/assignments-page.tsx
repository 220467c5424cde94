import type { AssignmentOnDay } from "@ntm/domain/assignments"
import type { DueState } from "@ntm/domain/assignments"
import { createSignal, For, Show } from "solid-js"
import { usePlan } from "../documents/plan.ts"
import { documentHref } from "../documents/place-link.ts"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { SearchBox } from "../parts/search-box.tsx"
import { SourceLink } from "../parts/source-link.tsx"
import { Page } from "../shell/page.tsx"
import { AssignmentItem } from "./assignment-item.tsx"
import { useAssignments } from "./assignments.queries.ts"
import { assignmentWords } from "./assignments.words.ts"
import { DueBadge } from "./due-badge.tsx"
import { dueGroups } from "@ntm/domain/assignments"
import { StateFilter } from "./state-filter.tsx"
import { TasksTabs } from "./tasks-tabs.tsx"

/** Phụ lục 03: what is due when, as of a day. */
const AssignmentsPage = () => {
  const t = useWords(assignmentWords)
  const plan = usePlan()
  const [asOf, setAsOf] = useAddress("as_of")
  const [words, setWords] = useAddress("q")
  const document = () => plan()?.id
  const found = useAssignments({ document, asOf, words })
  const all = useAssignments({ document, asOf })
  const lead = () => {
    if (!found.isSuccess) return plan()?.title
    const sections = new Set(found.data.items.map((item) => item.section))
    const [section] = sections
    const counted = t().lead(formatDay(found.data.asOf), found.data.items.length)
    return sections.size === 1 && section ? `${section} · ${counted}` : counted
  }
  return (
    <Page
      title={t().title}
      lead={
        <>
          <p>{lead()}</p>
          <p>{t().honest}</p>
        </>
      }
      controls={<TasksTabs />}
    >
      <div class="no-print mb-5 flex flex-wrap items-end gap-3">
        <SearchBox
          label={t().search}
          hint={t().searchHint}
          value={words() ?? ""}
          onSearch={(text) => setWords(text === "" ? undefined : text)}
        />
        <DayPicker value={asOf()} onPick={setAsOf} />
      </div>
      <Loaded query={found}>
        {(answer) => (
          <div aria-live="polite">
            <Show
              when={answer().items.length > 0}
              fallback={<Empty>{words() === undefined ? t().none : t().empty}</Empty>}
            >
              <Groups
                items={answer().items}
                all={all.isSuccess ? all.data.items : answer().items}
                document={document() ?? ""}
              />
            </Show>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

const Groups = (props: {
  readonly items: ReadonlyArray<AssignmentOnDay>
  readonly all: ReadonlyArray<AssignmentOnDay>
  readonly document: string
}) => {
  const t = useWords(assignmentWords)
  const [state, setState] = createSignal<DueState>()
  const shown = () => (state() === undefined ? props.items : props.items.filter((item) => item.dueState === state()))
  return (
    <>
      <StateFilter items={props.items} chosen={state()} onChoose={setState} />
      <div class="space-y-4">
        <For each={dueGroups(shown(), props.all)}>
          {(group) => (
            <section
              class="rounded-card border border-line bg-surface px-4 sm:px-5"
              aria-label={group.due === null ? t().noDue : t().due(formatDay(group.due))}
            >
              <div class="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3">
                <h2 class="text-lg font-semibold">{group.due === null ? t().noDue : t().due(formatDay(group.due))}</h2>
                <DueBadge state={group.state} days={group.days} />
                <span class="text-sm text-ink-soft">{t().tasks(group.items.length)}</span>
                <span class="ml-auto">
                  <SourceLink href={documentHref(props.document)}>{t().document}</SourceLink>
                </span>
              </div>
              <ul class="divide-y divide-line">
                <For each={group.items}>
                  {(grouped) => <AssignmentItem grouped={grouped} groupState={group.state} />}
                </For>
              </ul>
            </section>
          )}
        </For>
      </div>
    </>
  )
}

export default AssignmentsPage

import type { AssignmentOnDay } from "@ntm/domain/assignments"
import type { Finding } from "@ntm/domain/documents"
import type { FundingTable } from "@ntm/domain/funding"
import { formatMoney } from "@ntm/domain/values"
import { A } from "@solidjs/router"
import { For, type JSX, Show } from "solid-js"
import { assignmentWords } from "../assignments/assignments.words.ts"
import { dueGroups, nextDue } from "@ntm/domain/assignments"
import { countBySeverity } from "@ntm/domain/documents"
import { anchors, documentHref } from "../documents/place-link.ts"
import { SeverityBadge } from "../documents/severity-badge.tsx"
import { unitText } from "../funding/money-text.ts"
import { grandTotal, totalRow } from "@ntm/domain/funding"
import { useWords } from "../language/words.ts"
import { Bar } from "../parts/bar.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import type { Headline } from "@ntm/domain/documents"
import { overviewWords } from "./overview.words.ts"

/** One key result: a name, a large value that leads on, and a line below. */
export const KeyResult = (props: {
  readonly name: string
  readonly children: JSX.Element
  readonly below?: JSX.Element
}) => (
  <div class="flex min-w-0 flex-col gap-1 bg-surface px-4 py-3.5">
    <dt class="text-xs text-ink-soft">{props.name}</dt>
    <dd class="flex flex-1 flex-col gap-1.5">
      <div>{props.children}</div>
      <div class="mt-auto text-xs text-ink-soft">{props.below}</div>
    </dd>
  </div>
)

export const big =
  "text-2xl font-semibold underline decoration-line-strong decoration-1 underline-offset-4 hover:decoration-current"

/** A headline figure: "137/137 xã". */
export const HeadlineResult = (props: { readonly headline: Headline; readonly document: string }) => (
  <KeyResult
    name={props.headline.figure.label}
    below={
      <Bar
        share={props.headline.whole === 0 ? 0 : props.headline.count / props.headline.whole}
        tone="good"
        class="h-1.5 w-full"
      />
    }
  >
    <A href={documentHref(props.document, anchors.figure(props.headline.figure.id))} class={big}>
      {formatNumber(props.headline.count)}/{formatNumber(props.headline.whole)}
    </A>{" "}
    <span class="text-sm text-ink-soft">{props.headline.figure.unit}</span>
  </KeyResult>
)

/** The grand total of a funding table. */
export const ResourcesResult = (props: { readonly table: FundingTable }) => {
  const t = useWords(overviewWords)
  return (
    <Show when={grandTotal(props.table)}>
      {(total) => (
        <KeyResult name={t().resources(props.table.year)} below={props.table.name}>
          <A
            href={documentHref(props.table.document, anchors.row(props.table.table, totalRow(props.table)?.row ?? 0))}
            class={big}
          >
            {formatMoney(total(), { unit: "tỷ đồng", decimals: 0, withUnit: false })}
          </A>{" "}
          <span class="text-sm text-ink-soft">{unitText("tỷ đồng")}</span>
        </KeyResult>
      )}
    </Show>
  )
}

/** How many findings of each severity. */
export const FindingsResult = (props: { readonly findings: ReadonlyArray<Finding>; readonly document: string }) => {
  const t = useWords(overviewWords)
  const counts = () => countBySeverity(props.findings)
  return (
    <KeyResult
      name={t().findings}
      below={
        <span class="flex flex-wrap gap-1">
          <For each={(["error", "warning"] as const).filter((severity) => counts()[severity] > 0)}>
            {(severity) => <SeverityBadge severity={severity} count={counts()[severity]} />}
          </For>
        </span>
      }
    >
      <A href={documentHref(props.document, "phat-hien-title")} class={big}>
        {props.findings.length}
      </A>
    </KeyResult>
  )
}

/** What is past due, due soon, and due next. */
export const AssignmentsResult = (props: {
  readonly asOf: string
  readonly items: ReadonlyArray<AssignmentOnDay>
  readonly href: string
}) => {
  const t = useWords(overviewWords)
  const words = useWords(assignmentWords)
  const count = (state: AssignmentOnDay["dueState"]) => props.items.filter((item) => item.dueState === state).length
  const next = () => nextDue(dueGroups(props.items))
  return (
    <KeyResult
      name={t().assignments(formatDay(props.asOf))}
      below={
        <Show when={next()} fallback={t().noNextDue}>
          {(group) => t().nextDue(formatDay(group().due), group().items.length)}
        </Show>
      }
    >
      <A href={props.href} class={big}>
        {count("overdue")}
      </A>{" "}
      <span class="text-sm text-ink-soft">
        {words().states.overdue.toLocaleLowerCase("vi")}
        {count("dueSoon") === 0 ? "" : ` · ${t().dueSoon(count("dueSoon"))}`}
      </span>
    </KeyResult>
  )
}

import type { WorkReport } from "@ntm/domain/works"
import { formatDay as printDay, type Dong } from "@ntm/domain/values"
import { For, Show } from "solid-js"
import { moneyText } from "../funding/money-text.ts"
import { useWords } from "../language/words.ts"
import { EvidenceList } from "../observations/evidence-link.tsx"
import { Card } from "../parts/card.tsx"
import { asHeading, formatDay } from "../parts/format.ts"
import { Illustrative } from "../parts/illustrative.tsx"
import { createPart, MoreButton } from "../parts/more-button.tsx"
import { workWords } from "./work.words.ts"
import { stepName } from "./work-steps.tsx"

const exact = (amount: Dong) => moneyText(amount, "đồng", 0)

/** What a report says, and what it adds to that. */
export const useReportText = () => {
  const t = useWords(workWords)
  return ({ body }: WorkReport): { readonly title: string; readonly text: string | null } => {
    const words = t().reports
    switch (body._tag) {
      case "step":
        return {
          title: words.step(stepName(body.step), words.events[body.event]),
          text: body.by === null ? null : words.to(body.by)
        }
      case "volume":
        return { title: words.volume(exact(body.done)), text: null }
      case "accepted":
        return { title: words.accepted(exact(body.amount)), text: null }
      case "change": {
        const { change } = body
        switch (change._tag) {
          case "time":
            return {
              title: `${words.changed}: ${stepName(change.step)}, ${printDay(change.before)} → ${printDay(change.after)}`,
              text: body.reason
            }
          case "value":
            return { title: `${words.changed}: ${exact(change.before)} → ${exact(change.after)}`, text: body.reason }
          case "scope":
            return { title: `${words.changed}: ${change.before} → ${change.after}`, text: body.reason }
        }
      }
      case "problem":
        return { title: words.problem(t().problems.categories[body.category].toLocaleLowerCase("vi")), text: body.text }
      case "solved":
        return { title: words.solved(body.problem), text: body.text }
      case "paper":
        return { title: body.title, text: words.paper }
      case "withdrawn":
        return { title: words.withdrawn(body.report), text: body.reason }
    }
  }
}

/** Everything that was ever said of the work, the latest day first, with its photos and papers. */
export const WorkReports = (props: { readonly reports: ReadonlyArray<WorkReport> }) => {
  const t = useWords(workWords)
  const textOf = useReportText()
  const latest = () => props.reports.toSorted((a, b) => b.day.localeCompare(a.day) || b.id - a.id)
  const part = createPart(latest)
  return (
    <Card id="nhat-ky" title={t().reports.title} lead={t().reports.lead}>
      <Show when={props.reports.length > 0} fallback={<p class="text-sm text-ink-soft">{t().reports.none}</p>}>
        <ol class="divide-y divide-line text-sm">
          <For each={part.shown()}>
            {(report) => (
              <li class="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[6rem_minmax(0,1fr)]">
                <span class="text-ink-soft">{formatDay(report.day)}</span>
                <div>
                  <p class="flex flex-wrap items-center gap-2">
                    <span class="font-semibold">{textOf(report).title}</span>
                    <Show when={report.illustrative}>
                      <Illustrative />
                    </Show>
                  </p>
                  <Show when={textOf(report).text}>{(text) => <p>{text()}</p>}</Show>
                  <Show when={report.note}>{(note) => <p class="text-ink-soft">{note()}</p>}</Show>
                  <EvidenceList evidence={report.evidence} />
                  <p class="text-xs text-ink-soft">
                    {[
                      asHeading(t().reports.no(report.id)),
                      ...(report.document === null ? [] : [report.document]),
                      t().reports.by(formatDay(report.recordedAt.slice(0, 10)), report.recordedBy.name)
                    ].join(" · ")}
                  </p>
                </div>
              </li>
            )}
          </For>
        </ol>
        <MoreButton part={part} />
      </Show>
    </Card>
  )
}

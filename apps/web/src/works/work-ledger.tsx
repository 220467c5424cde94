import type { ContractChange, DebtStanding, WorkReport } from "@ntm/domain/works"
import { For, Show } from "solid-js"
import { moneyText } from "../funding/money-text.ts"
import { inLanguage, useWords } from "../language/words.ts"
import { EvidenceList } from "../observations/evidence-link.tsx"
import { Badge } from "../parts/badge.tsx"
import { Card } from "../parts/card.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { TableFrame } from "../parts/table-frame.tsx"
import { ledgerWords } from "./ledger.words.ts"
import { workWords } from "./work.words.ts"

const cell = "border-b border-line px-3 py-2 align-top"
const head = "border-b border-line bg-raised px-3 py-2 text-left"

/** Every change of the contract: what it was, what it became, and why. */
export const WorkChanges = (props: { readonly changes: ReadonlyArray<ContractChange> }) => {
  const t = useWords(workWords)
  const names = () => [t().changes.day, t().changes.what, t().changes.before, t().changes.after, t().changes.reason]
  return (
    <Card id="dieu-chinh" title={t().changes.title}>
      <Show when={props.changes.length > 0} fallback={<p class="text-sm text-ink-soft">{t().changes.none}</p>}>
        <TableFrame label={t().changes.title}>
          <table class="w-full border-separate border-spacing-0 text-sm">
            <thead class="text-xs">
              <tr>
                <For each={names()}>
                  {(name) => (
                    <th scope="col" class={head}>
                      {name}
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={props.changes}>
                {(change) => (
                  <tr>
                    <td class={`${cell} whitespace-nowrap`}>{formatDay(change.day)}</td>
                    <td class={`${cell} min-w-32`}>{inLanguage(change.what)}</td>
                    <td class={`${cell} whitespace-nowrap line-through decoration-ink-faint`}>{change.before}</td>
                    <td class={`${cell} font-semibold whitespace-nowrap`}>{change.after}</td>
                    <td class={`${cell} min-w-56`}>{change.reason}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableFrame>
      </Show>
    </Card>
  )
}

/** What is accepted and not paid, the oldest first. */
export const WorkDebt = (props: { readonly debt: DebtStanding }) => {
  const t = useWords(workWords)
  const words = useWords(ledgerWords)
  return (
    <Card id="no" title={t().debt.title}>
      <Show when={props.debt.parts.length > 0} fallback={<p class="text-sm text-ink-soft">{words().debt.none}</p>}>
        <table class="w-full text-sm">
          <thead class="text-xs">
            <tr>
              <th scope="col" class={head}>
                {t().debt.accepted}
              </th>
              <th scope="col" class={`${head} text-right`}>
                {t().debt.age}
              </th>
              <th scope="col" class={`${head} text-right`}>
                {t().debt.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.debt.parts}>
              {(part) => (
                <tr>
                  <td class={cell}>{formatDay(part.acceptedOn)}</td>
                  <td class={`${cell} text-right`}>{words().debt.age(formatNumber(part.ageDays))}</td>
                  <td class={`${cell} text-right font-semibold whitespace-nowrap`}>
                    {moneyText(part.amount, "đồng", 0)}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
    </Card>
  )
}

/** Snags that nobody has solved yet. */
export const WorkProblems = (props: { readonly problems: ReadonlyArray<WorkReport> }) => {
  const t = useWords(workWords)
  return (
    <Card id="vuong-mac" title={t().problems.title}>
      <Show when={props.problems.length > 0} fallback={<p class="text-sm text-ink-soft">{t().problems.none}</p>}>
        <ul class="divide-y divide-line text-sm">
          <For each={props.problems}>
            {(report) => (
              <li class="py-2">
                <p class="flex flex-wrap items-baseline gap-2">
                  <span class="text-ink-soft">{formatDay(report.day)}</span>
                  <Show when={report.body._tag === "problem" && report.body}>
                    {(body) => (
                      <>
                        <Badge tone="warning">{t().problems.categories[body().category]}</Badge>
                        <span>{body().text}</span>
                      </>
                    )}
                  </Show>
                </p>
                <EvidenceList evidence={report.evidence} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Card>
  )
}

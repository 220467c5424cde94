import type { GroupStanding } from "@ntm/contract"
import { A } from "@solidjs/router"
import { createMemo, For, type JSX, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Bar } from "../parts/bar.tsx"
import { formatNumber } from "../parts/format.ts"
import { assessmentWords } from "./assessments.words.ts"

/** So many criteria are told to be missing most. */
const MISSING = 6

/** So many units are named of those nearest to the set, and of those that owe most. */
const NAMED = 8

const Part = (props: { readonly title: string; readonly lead?: string; readonly children: JSX.Element }) => (
  <section aria-label={props.title} class="rounded-card border border-line bg-surface px-4 py-3">
    <h2 class="text-sm font-semibold">{props.title}</h2>
    <Show when={props.lead}>
      <p class="text-xs text-ink-soft">{props.lead}</p>
    </Show>
    <div class="mt-2">{props.children}</div>
  </section>
)

/** Beside the cells: how units spread over the numbers of criteria, what is missing most, who is nearest, who owes. */
export const GroupSide = (props: {
  readonly standing: GroupStanding
  readonly hrefOf: (code: string, criterion?: number) => string
}) => {
  const t = useWords(assessmentWords)
  const names = createMemo(() => new Map(props.standing.mentioned.map((unit) => [Number(unit.id), unit])))
  const most = () => Math.max(1, ...props.standing.bands.map(({ units }) => units))
  const missing = () => props.standing.mostMissing.slice(0, MISSING)
  const open = (counts: { readonly noData: number; readonly noThreshold: number }) => counts.noData + counts.noThreshold
  const Named = (own: { readonly id: number; readonly text: string }) => (
    <Show when={names().get(own.id)}>
      {(unit) => (
        <li class="py-1.5">
          <A href={props.hrefOf(unit().code)} class="link text-sm">
            {unit().type} {unit().name}
          </A>
          <p class="text-xs text-ink-soft">{own.text}</p>
        </li>
      )}
    </Show>
  )
  return (
    <div class="grid gap-4 sm:grid-cols-2 xl:grid-cols-1">
      <Part title={t().bands}>
        <ul class="space-y-2">
          <For each={props.standing.bands.toReversed()}>
            {(band) => (
              <li>
                <p class="flex justify-between text-sm">
                  <span>{t().band(band.from, band.to)}</span>
                  <span class="font-semibold">{formatNumber(band.units)}</span>
                </p>
                <Bar share={band.units / most()} tone="good" class="h-1.5 w-full" />
              </li>
            )}
          </For>
        </ul>
      </Part>
      <Part title={t().missing}>
        <Show when={missing().length > 0} fallback={<p class="text-sm text-ink-soft">{t().noneMissing}</p>}>
          <ol class="space-y-2">
            <For each={missing()}>
              {(line) => (
                <li class="text-sm">
                  <p>{t().criterion(line.no, line.name)}</p>
                  <p class="text-xs text-ink-soft">{t().missingCount(line.verdicts.notMet, open(line.verdicts))}</p>
                  <Bar
                    share={(line.verdicts.notMet + open(line.verdicts)) / Math.max(1, props.standing.rollUp.units)}
                    tone={line.verdicts.notMet > 0 ? "error" : "plain"}
                    class="mt-1 h-1.5 w-full"
                  />
                </li>
              )}
            </For>
          </ol>
        </Show>
      </Part>
      <Part title={t().nearest}>
        <Show when={props.standing.nearest.length > 0} fallback={<p class="text-sm text-ink-soft">{t().noneNear}</p>}>
          <ol class="divide-y divide-line">
            <For each={props.standing.nearest.slice(0, NAMED)}>
              {(unit) => <Named id={unit.unit} text={t().lacks(unit.notMet, unit.open)} />}
            </For>
          </ol>
        </Show>
      </Part>
      <Show when={props.standing.debt.length > 0}>
        <Part title={t().debt} lead={t().debtLead}>
          <ol class="divide-y divide-line">
            <For each={props.standing.debt.slice(0, NAMED)}>
              {(debt) => (
                <Named id={debt.unit} text={debt.lost.map(({ name, no }) => t().criterion(no, name)).join("; ")} />
              )}
            </For>
          </ol>
        </Part>
      </Show>
    </div>
  )
}

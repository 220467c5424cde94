import type { SetReplacement } from "@ntm/contract"
import { A } from "@solidjs/router"
import { createMemo, createSignal, For, type JSX, Show } from "solid-js"
import { VerdictMark } from "../assessments/verdict-mark.tsx"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { formatNumber } from "../parts/format.ts"
import { TableFrame } from "../parts/table-frame.tsx"
import { replacementWords } from "./replacement.words.ts"

type Unit = SetReplacement["units"][number]

const isChanged = ({ gained, lost, newlyFailed }: Unit): boolean => gained.length + lost.length + newlyFailed.length > 0

const pairs = (lines: Unit["lost"]): string =>
  lines.map(({ from, to }) => (from === to ? from : `${from} → ${to}`)).join(", ")

const Figure = (props: { readonly name: string; readonly children: JSX.Element }) => (
  <div class="rounded-card border border-line bg-surface px-4 py-3">
    <dt class="text-xs text-ink-soft">{props.name}</dt>
    <dd class="text-xl font-semibold">{props.children}</dd>
  </div>
)

/** What is lost and gained where units are judged by both sets: together, by indicator, unit by unit. */
export const ChangesView = (props: { readonly answer: SetReplacement; readonly hrefOf: (code: string) => string }) => {
  const t = useWords(replacementWords)
  const met = (side: "before" | "after") => props.answer.units.filter((unit) => unit[side] === "met").length
  const count = (is: (unit: Unit) => boolean) => formatNumber(props.answer.units.filter(is).length)
  return (
    <>
      <dl class="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        <Figure name={t().figures.units}>{formatNumber(props.answer.units.length)}</Figure>
        <Figure name={t().figures.met}>{t().arrow(met("before"), met("after"))}</Figure>
        <Figure name={t().figures.losing}>{count(({ lost }) => lost.length > 0)}</Figure>
        <Figure name={t().figures.gaining}>{count(({ gained }) => gained.length > 0)}</Figure>
        <Figure name={t().figures.open}>{count(({ open }) => open.length > 0)}</Figure>
      </dl>
      <Lines answer={props.answer} />
      <Units answer={props.answer} hrefOf={props.hrefOf} />
    </>
  )
}

const Lines = (props: { readonly answer: SetReplacement }) => {
  const t = useWords(replacementWords)
  const moved = createMemo(() => props.answer.paired.filter(({ gained, lost }) => gained + lost > 0))
  const unmetFirst = createMemo(() => props.answer.added.toSorted((a, b) => b.failed - a.failed || b.open - a.open))
  return (
    <div class="grid items-start gap-5 xl:grid-cols-2">
      <Card id="cung-so-lieu" title={t().paired} lead={t().pairedLead}>
        <Show when={moved().length > 0} fallback={<p class="text-sm">{t().nonePaired}</p>}>
          <TableFrame label={t().paired}>
            <table class="w-full text-sm">
              <thead class="bg-raised text-xs">
                <tr>
                  <th scope="col" class="px-3 py-2 text-left">
                    {t().old}
                  </th>
                  <th scope="col" class="px-3 py-2 text-left">
                    {t().next}
                  </th>
                  <th scope="col" class="px-3 py-2 text-left">
                    {t().line}
                  </th>
                  <th scope="col" class="px-3 py-2 text-right">
                    {t().lost}
                  </th>
                  <th scope="col" class="px-3 py-2 text-right">
                    {t().gained}
                  </th>
                </tr>
              </thead>
              <tbody>
                <For each={moved()}>
                  {({ from, gained, lost, to }) => (
                    <tr class="border-t border-line align-top">
                      <td class="px-3 py-1.5">{from.code}</td>
                      <td class="px-3 py-1.5">{to.code}</td>
                      <th scope="row" class="min-w-48 px-3 py-1.5 text-left font-normal">
                        {to.name}
                      </th>
                      <td class="px-3 py-1.5 text-right font-semibold">{formatNumber(lost)}</td>
                      <td class="px-3 py-1.5 text-right font-semibold">{formatNumber(gained)}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </TableFrame>
        </Show>
      </Card>
      <div class="space-y-5">
        <Show when={props.answer.added.length > 0}>
          <Card id="chi-tieu-moi" title={t().added(props.answer.added.length)}>
            <TableFrame label={t().added(props.answer.added.length)} tall>
              <table class="w-full text-sm">
                <thead class="bg-raised text-xs">
                  <tr>
                    <th scope="col" class="px-3 py-2 text-left">
                      {t().line}
                    </th>
                    <th scope="col" class="px-3 py-2 text-right">
                      {t().failed}
                    </th>
                    <th scope="col" class="px-3 py-2 text-right">
                      {t().notKnown}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  <For each={unmetFirst()}>
                    {({ code, failed, name, open }) => (
                      <tr class="border-t border-line align-top">
                        <th scope="row" class="px-3 py-1.5 text-left font-normal">
                          {code} {name}
                        </th>
                        <td class="px-3 py-1.5 text-right">{formatNumber(failed)}</td>
                        <td class="px-3 py-1.5 text-right">{formatNumber(open)}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </TableFrame>
          </Card>
        </Show>
        <Show when={props.answer.dropped.length > 0}>
          <details class="rounded-card border border-line bg-surface px-4 py-3">
            <summary class="cursor-pointer font-semibold">{t().dropped(props.answer.dropped.length)}</summary>
            <ul class="mt-2 list-disc pl-5 text-sm">
              <For each={props.answer.dropped}>
                {({ code, name }) => (
                  <li>
                    {code} {name}
                  </li>
                )}
              </For>
            </ul>
          </details>
        </Show>
      </div>
    </div>
  )
}

const Units = (props: { readonly answer: SetReplacement; readonly hrefOf: (code: string) => string }) => {
  const t = useWords(replacementWords)
  const [all, setAll] = createSignal(false)
  const changed = createMemo(() => props.answer.units.filter(isChanged))
  const shown = () => (all() ? props.answer.units : changed())
  return (
    <Card
      id="tung-don-vi"
      title={t().units}
      aside={
        <label class="no-print flex min-h-10 items-center gap-2 text-sm">
          <input
            type="checkbox"
            class="size-4 accent-(--primary-bar)"
            checked={!all()}
            onChange={(event) => setAll(!event.currentTarget.checked)}
          />
          {t().changedOnly}
        </label>
      }
    >
      <Show when={shown().length > 0} fallback={<p class="text-sm">{t().noneChanged}</p>}>
        <TableFrame label={t().units} tall>
          <table class="w-full text-sm">
            <thead class="sticky top-0 bg-raised text-xs">
              <tr>
                <For each={[t().unit, t().verdict, t().criteria, t().lost, t().gained, t().newlyFailed, t().notKnown]}>
                  {(name) => (
                    <th scope="col" class="px-3 py-2 text-left">
                      {name}
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={shown()}>
                {({ after, before, gained, lost, metAfter, metBefore, newlyFailed, open, unit }) => (
                  <tr class="border-t border-line align-top">
                    <th scope="row" class="px-3 py-1.5 text-left font-normal whitespace-nowrap">
                      <A class="link" href={props.hrefOf(unit.code)}>
                        {unit.type} {unit.name}
                      </A>
                    </th>
                    <td class="px-3 py-1.5 whitespace-nowrap">
                      <VerdictMark verdict={before} words={false} /> → <VerdictMark verdict={after} words={false} />
                    </td>
                    <td class="px-3 py-1.5 whitespace-nowrap">{t().arrow(metBefore, metAfter)}</td>
                    <td class="px-3 py-1.5">{pairs(lost)}</td>
                    <td class="px-3 py-1.5">{pairs(gained)}</td>
                    <td class="px-3 py-1.5">{newlyFailed.join(", ")}</td>
                    <td class="px-3 py-1.5">{open.length === 0 ? "" : formatNumber(open.length)}</td>
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

import type { ReplacementFrame, SetReplacement } from "@ntm/contract"
import { type FramedCriterion, verdictWords } from "@ntm/domain/criteria"
import { A } from "@solidjs/router"
import { createMemo, For, Show } from "solid-js"
import { VerdictMark } from "../assessments/verdict-mark.tsx"
import { signs, verdictAt, verdictOrder } from "../assessments/verdicts.ts"
import { inLanguage, useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { Card } from "../parts/card.tsx"
import { formatNumber } from "../parts/format.ts"
import { WarningIcon } from "../parts/icons.tsx"
import { TableFrame } from "../parts/table-frame.tsx"
import { replacementWords } from "./replacement.words.ts"

/** The frame of a set beside what units hold of the old one: why no more is known first, then by criterion, then by unit. */
export const FrameView = (props: {
  readonly answer: SetReplacement
  readonly frame: ReplacementFrame
  readonly hrefOf: (code: string) => string
}) => {
  const t = useWords(replacementWords)
  const old = createMemo(() => new Map(props.frame.old.map((one, at) => [one.no, { one, at }])))
  const without = () => props.frame.old.filter(({ counterparts }) => counterparts.length === 0)
  const beside = (numbers: ReadonlyArray<number>) => numbers.flatMap((no) => old().get(no) ?? [])
  const paired = () => props.frame.criteria.filter(({ counterparts }) => counterparts.length > 0)
  return (
    <>
      <p
        role="note"
        aria-label={t().frame}
        class="flex gap-2 rounded-lg border border-warning-line bg-warning-soft px-3 py-2 text-sm text-warning"
      >
        <WarningIcon class="size-5 shrink-0" />
        <span>
          <strong>{t().frame}.</strong> {inLanguage(props.frame.reason)}.
        </span>
      </p>
      <Show when={props.frame.criteria.length > 0}>
        <Card id="khung" title={t().frameTable} lead={t().frameLead}>
          <TableFrame label={t().frameTable}>
            <table class="w-full text-sm">
              <thead class="bg-raised text-xs">
                <tr>
                  <th scope="col" class="px-3 py-2 text-left">
                    {t().newCriterion}
                  </th>
                  <th scope="col" class="px-3 py-2 text-left">
                    {t().conclusion}
                  </th>
                  <th scope="col" class="px-3 py-2 text-left">
                    {t().counterparts}
                  </th>
                  <For each={["all", "lacking", "open"] as const}>
                    {(key) => (
                      <th scope="col" class="px-3 py-2 text-right whitespace-nowrap">
                        {t()[key]}
                      </th>
                    )}
                  </For>
                </tr>
              </thead>
              <tbody>
                <For each={props.frame.criteria}>
                  {(line) => (
                    <tr class="border-t border-line align-top">
                      <th scope="row" class="min-w-44 px-3 py-2 text-left font-semibold">
                        {t().oldCriterion(line.no, line.name)}
                      </th>
                      <td class="px-3 py-2">
                        <VerdictMark verdict={line.verdict} />
                      </td>
                      <td class="min-w-56 px-3 py-2">
                        <Show
                          when={line.counterparts.length > 0}
                          fallback={<span class="text-ink-soft">{t().none}</span>}
                        >
                          <span class="block">
                            {beside(line.counterparts)
                              .map(({ one }) => t().oldCriterion(one.no, one.name))
                              .join("; ")}
                          </span>
                          <Badge tone="warning">{t().inferred}</Badge>
                        </Show>
                      </td>
                      <For each={["all", "lacking", "open"] as const}>
                        {(key) => (
                          <td class="px-3 py-2 text-right">
                            {line.holding === null ? "–" : formatNumber(line.holding[key])}
                          </td>
                        )}
                      </For>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </TableFrame>
        </Card>
      </Show>
      <Show when={without().length > 0}>
        <Card id="chua-ghep" title={t().without} lead={t().withoutLead}>
          <ul class="list-disc pl-5 text-sm">
            <For each={without()}>
              {({ met, name, no }: FramedCriterion) => (
                <li>
                  {t().oldCriterion(no, name)}: {t().metCount(met)}
                </li>
              )}
            </For>
          </ul>
        </Card>
      </Show>
      <Card id="tung-don-vi" title={t().frameUnits} lead={t().frameUnitsLead}>
        <ul class="mb-3 flex flex-wrap gap-x-5 gap-y-2 text-sm" aria-label={t().signs}>
          <For each={verdictOrder}>
            {(verdict) => (
              <li>
                <VerdictMark verdict={verdict} />
              </li>
            )}
          </For>
        </ul>
        <TableFrame label={t().frameUnits} tall>
          <table class="w-full text-sm">
            <thead class="sticky top-0 bg-raised text-xs">
              <tr>
                <th scope="col" class="px-3 py-2 text-left">
                  {t().unit}
                </th>
                <th scope="col" class="px-3 py-2 text-right">
                  {t().held}
                </th>
                <For each={paired()}>
                  {({ name, no }) => (
                    <th scope="col" class="px-2 py-2 text-left" title={name}>
                      {no}
                      <span class="sr-only"> {name}</span>
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={props.answer.units}>
                {({ metBefore, unit }, at) => (
                  <tr class="border-t border-line">
                    <th scope="row" class="px-3 py-1.5 text-left font-normal whitespace-nowrap">
                      <A class="link" href={props.hrefOf(unit.code)}>
                        {unit.type} {unit.name}
                      </A>
                    </th>
                    <td class="px-3 py-1.5 text-right">
                      {metBefore}/{props.frame.old.length}
                    </td>
                    <For each={paired()}>
                      {(line) => (
                        <td class="px-2 py-1.5">
                          <span class="inline-flex gap-0.5">
                            <For each={beside(line.counterparts)}>
                              {(counterpart) => (
                                <Sign
                                  letters={props.frame.verdicts[at()] ?? ""}
                                  at={counterpart.at}
                                  name={t().oldCriterion(counterpart.one.no, counterpart.one.name)}
                                />
                              )}
                            </For>
                          </span>
                        </td>
                      )}
                    </For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableFrame>
      </Card>
    </>
  )
}

/** The verdict of one old criterion; nothing where the unit's own set has none of it. */
const Sign = (props: { readonly letters: string; readonly at: number; readonly name: string }) => {
  const verdict = () =>
    props.letters.charAt(props.at).trim() === "" ? null : verdictAt({ verdicts: props.letters }, props.at)
  return (
    <Show when={verdict()}>
      {(told) => (
        <span
          class="verdict size-5 rounded text-xs"
          data-verdict={told()}
          role="img"
          aria-label={`${props.name}: ${inLanguage(verdictWords[told()])}`}
          title={`${props.name}: ${inLanguage(verdictWords[told()])}`}
        >
          {signs[told()]}
        </span>
      )}
    </Show>
  )
}

import type { MovementAnswer } from "@ntm/contract"
import { causeWords, type MovedNumber, MovementCause } from "@ntm/domain/criteria"
import { createMemo, createSignal, For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { Empty } from "../parts/empty.tsx"
import { formatDay } from "../parts/format.ts"
import { TableFrame } from "../parts/table-frame.tsx"
import { numberKey } from "./movement-address.ts"
import { movementWords } from "./movement.words.ts"
import { amount, hasMoved, signed, useNumberName } from "./number-text.ts"

/** Every number with what each cause did to it. Causes that did nothing to any number have no column. */
export const NumbersTable = (props: {
  readonly answer: MovementAnswer
  readonly shown: { readonly number: string; readonly cause: MovementCause | undefined }
  readonly onPick: (number: string, cause: MovementCause | undefined) => void
}) => {
  const t = useWords(movementWords)
  const nameOf = useNumberName()
  const [still, setStill] = createSignal(false)
  const causes = createMemo(() =>
    MovementCause.literals.filter((cause) => props.answer.numbers.some(({ parts }) => parts[cause] !== 0))
  )
  const rows = () => props.answer.numbers.filter((number) => still() || hasMoved(number))
  return (
    <section aria-labelledby="numbers-title" class="space-y-2">
      <div class="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <h2 id="numbers-title" class="text-lg font-semibold">
            {t().table}
          </h2>
          <p class="text-sm text-ink-soft">{t().tableLead}</p>
        </div>
        <label class="no-print flex min-h-10 items-center gap-2 text-sm">
          <input
            type="checkbox"
            class="size-4 accent-(--primary-bar)"
            checked={still()}
            onChange={(event) => setStill(event.currentTarget.checked)}
          />
          {t().showStill}
        </label>
      </div>
      <Show when={rows().length > 0} fallback={<Empty>{t().nothing}</Empty>}>
        <TableFrame label={t().table}>
          <table class="w-full text-sm">
            <thead class="bg-raised text-xs">
              <tr>
                <th scope="col" class="px-3 py-2 text-left">
                  {t().heads.number}
                </th>
                <th scope="col" class="px-3 py-2 text-right whitespace-nowrap">
                  {t().heads.before}
                  <span class="block font-normal text-ink-soft">{formatDay(props.answer.from.day)}</span>
                </th>
                <For each={causes()}>
                  {(cause) => (
                    <th scope="col" class="max-w-40 min-w-24 px-3 py-2 text-right font-semibold">
                      {inLanguage(causeWords[cause])}
                    </th>
                  )}
                </For>
                <th scope="col" class="px-3 py-2 text-right">
                  {t().heads.change}
                </th>
                <th scope="col" class="px-3 py-2 text-right whitespace-nowrap">
                  {t().heads.after}
                  <span class="block font-normal text-ink-soft">{formatDay(props.answer.to.day)}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={rows()}>
                {(number) => (
                  <Row
                    number={number}
                    name={nameOf(number)}
                    causes={causes()}
                    shown={props.shown}
                    onPick={props.onPick}
                  />
                )}
              </For>
            </tbody>
          </table>
        </TableFrame>
      </Show>
    </section>
  )
}

const Row = (props: {
  readonly number: MovedNumber
  readonly name: string
  readonly causes: ReadonlyArray<MovementCause>
  readonly shown: { readonly number: string; readonly cause: MovementCause | undefined }
  readonly onPick: (number: string, cause: MovementCause | undefined) => void
}) => {
  const t = useWords(movementWords)
  const key = () => numberKey(props.number)
  const chosen = () => props.shown.number === key()
  return (
    <tr class="border-t border-line" classList={{ "bg-primary-soft": chosen() }}>
      <th scope="row" class="min-w-44 px-1 py-0 text-left font-normal">
        <button
          type="button"
          aria-pressed={chosen()}
          class="min-h-9 w-full rounded-lg px-2 py-1 text-left hover:bg-raised"
          classList={{ "font-semibold text-primary": chosen() }}
          onClick={() => props.onPick(key(), undefined)}
        >
          {props.name}
        </button>
      </th>
      <td class="px-3 py-1 text-right">{amount(props.number, props.number.before)}</td>
      <For each={props.causes}>
        {(cause) => {
          const part = () => props.number.parts[cause]
          const open = () => chosen() && props.shown.cause === cause
          return (
            <td class="px-1 py-0 text-right">
              <Show when={part() !== 0} fallback={<span class="px-2 text-ink-faint">0</span>}>
                <button
                  type="button"
                  aria-pressed={open()}
                  aria-label={t().part(props.name, inLanguage(causeWords[cause]), signed(props.number, part()))}
                  class="min-h-9 rounded-lg px-2 py-1 font-semibold whitespace-nowrap underline decoration-dotted underline-offset-4 hover:bg-raised"
                  classList={{
                    "text-error": part() < 0,
                    "text-primary": part() > 0,
                    "ring-2 ring-primary": open()
                  }}
                  onClick={() => props.onPick(key(), cause)}
                >
                  {signed(props.number, part())}
                </button>
              </Show>
            </td>
          )
        }}
      </For>
      <td class="px-3 py-1 text-right whitespace-nowrap">
        {signed(props.number, props.number.after - props.number.before)}
      </td>
      <td class="px-3 py-1 text-right font-semibold">{amount(props.number, props.number.after)}</td>
    </tr>
  )
}

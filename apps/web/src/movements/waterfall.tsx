import { causeWords, type MovedNumber, type MovementCause, stepsOf } from "@ntm/domain/criteria"
import { createMemo, For } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { formatDay } from "../parts/format.ts"
import { movementWords } from "./movement.words.ts"
import { amount, signed } from "./number-text.ts"

interface Bar {
  readonly cause: MovementCause | null
  readonly name: string
  readonly text: string
  /** Between these of the track the bar stands, 0 to 1. */
  readonly from: number
  readonly to: number
  readonly tone: "whole" | "up" | "down"
}

const fills: Readonly<Record<Bar["tone"], string>> = {
  whole: "fill-ink-faint",
  up: "fill-primary-bar",
  down: "fill-error-line"
}

/** A number from its first day to its last, cause by cause: each bar begins where the one before ended. */
export const Waterfall = (props: {
  readonly number: MovedNumber
  readonly from: string
  readonly to: string
  readonly shown: MovementCause | undefined
  readonly onPick: (cause: MovementCause) => void
}) => {
  const t = useWords(movementWords)
  const steps = createMemo(() => stepsOf(props.number))
  const bars = createMemo((): ReadonlyArray<Bar> => {
    const { after, before } = props.number
    const most = Math.max(1, before, after, ...steps().map(({ to }) => to))
    const least = Math.min(0, ...steps().map(({ to }) => to))
    const place = (value: number) => (value - least) / (most - least)
    const whole = (value: number, day: string): Bar => ({
      cause: null,
      name: t().start(formatDay(day)),
      text: amount(props.number, value),
      from: place(0),
      to: place(value),
      tone: "whole"
    })
    return [
      whole(before, props.from),
      ...steps().map(({ cause, from, to }): Bar => ({
        cause,
        name: inLanguage(causeWords[cause]),
        text: signed(props.number, to - from),
        from: place(Math.min(from, to)),
        to: place(Math.max(from, to)),
        tone: to > from ? "up" : "down"
      })),
      whole(after, props.to)
    ]
  })
  const parts = () => steps().map(({ from, to }) => signed(props.number, to - from).replace(/^([+−])/u, "$1 "))
  return (
    <>
      <ol class="space-y-1">
        <For each={bars()}>
          {(bar) => (
            <li>
              <Line bar={bar} shown={props.shown} onPick={props.onPick} />
            </li>
          )}
        </For>
      </ol>
      <p class="mt-2 text-sm font-semibold break-words">
        {t().sum(
          amount(props.number, props.number.before),
          parts().join(" "),
          amount(props.number, props.number.after)
        )}
      </p>
    </>
  )
}

const Line = (props: {
  readonly bar: Bar
  readonly shown: MovementCause | undefined
  readonly onPick: (cause: MovementCause) => void
}) => {
  const content = () => (
    <>
      <span class="text-sm" classList={{ "font-semibold": props.bar.cause === null }}>
        {props.bar.name}
      </span>
      <span
        class="text-right text-sm font-semibold whitespace-nowrap"
        classList={{ "text-primary": props.bar.tone === "up", "text-error": props.bar.tone === "down" }}
      >
        {props.bar.text}
      </span>
      <svg class="col-span-2 h-3 w-full sm:col-span-1" aria-hidden="true" preserveAspectRatio="none">
        <rect width="100%" height="100%" rx="2" class="fill-raised" />
        <rect
          x={`${props.bar.from * 100}%`}
          width={`${Math.max(0.4, (props.bar.to - props.bar.from) * 100)}%`}
          height="100%"
          rx="2"
          class={fills[props.bar.tone]}
        />
      </svg>
    </>
  )
  const columns =
    "grid w-full grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 rounded-lg px-2 py-1 text-left sm:grid-cols-[16rem_7rem_minmax(0,1fr)]"
  return props.bar.cause === null ? (
    <span class={columns}>{content()}</span>
  ) : (
    <button
      type="button"
      aria-pressed={props.shown === props.bar.cause}
      class={`${columns} min-h-9 hover:bg-raised`}
      classList={{ "bg-primary-soft": props.shown === props.bar.cause }}
      onClick={() => props.bar.cause !== null && props.onPick(props.bar.cause)}
    >
      {content()}
    </button>
  )
}

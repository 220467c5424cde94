import type { MovementAnswer } from "@ntm/contract"
import { effectOn, type MovedNumber, type MovementCause, type UnitMove } from "@ntm/domain/criteria"
import { A } from "@solidjs/router"
import { createMemo, For, Show } from "solid-js"
import { scorecardAddress } from "../assessments/scorecard-address.ts"
import { VerdictMark } from "../assessments/verdict-mark.tsx"
import { useWords } from "../language/words.ts"
import { useInputs, useSetOn } from "../observations/observations.queries.ts"
import { createPart, MoreButton } from "../parts/more-button.tsx"
import { movementWords } from "./movement.words.ts"
import { MovedValue } from "./moved-value.tsx"
import { signed } from "./number-text.ts"

const INPUT = "input:"

/** The units behind one part of a number: what became of each, by which lines, values and rules. */
export const MovedUnits = (props: {
  readonly answer: MovementAnswer
  readonly number: MovedNumber
  readonly cause: MovementCause
}) => {
  const t = useWords(movementWords)
  const moves = createMemo(() =>
    (props.answer.steps.find(({ cause }) => cause === props.cause)?.units ?? []).filter(
      (move) => effectOn(props.number, move) !== 0
    )
  )
  const part = createPart(moves)
  return (
    <>
      <Show when={props.number.of === "average"}>
        <p class="mb-2 text-sm text-ink-soft">{t().averageNote}</p>
      </Show>
      <p class="text-sm font-semibold">{t().unitsBehind(moves().length)}</p>
      <ul class="divide-y divide-line">
        <For each={part.shown()}>
          {(move) => <Moved answer={props.answer} number={props.number} cause={props.cause} move={move} />}
        </For>
      </ul>
      <MoreButton part={part} />
    </>
  )
}

const Moved = (props: {
  readonly answer: MovementAnswer
  readonly number: MovedNumber
  readonly cause: MovementCause
  readonly move: UnitMove
}) => {
  const t = useWords(movementWords)
  const unit = () => props.answer.mentioned.find(({ id }) => id === props.move.unit)
  const effect = () => effectOn(props.number, props.move)
  /** The scorecard on the day on which the unit stands. */
  const href = (code: string) => {
    const end = props.move.after === null ? props.answer.from : props.answer.to
    return scorecardAddress(code, {
      set: props.answer.set.national ?? props.answer.set.id,
      asOf: end.day,
      knownAt: end.knownAt ?? undefined,
      criterion: props.number.criterion?.no
    })
  }
  const lines = () => {
    const no = props.number.criterion?.no
    return props.move.lines.filter(({ criterion }) => no === undefined || criterion === no)
  }
  const flag = (value: string | boolean | number | null) =>
    value === null ? t().unknown : typeof value === "boolean" ? (value ? t().yes : t().no) : String(value)
  return (
    <li class="py-2 text-sm">
      <p class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Show when={unit()} fallback={<span>#{props.move.unit}</span>}>
          {(named) => (
            <A class="link font-semibold" href={href(named().code)}>
              {named().type} {named().name}
            </A>
          )}
        </Show>
        <Show when={effect() !== null && effect()}>
          {(change) => <span class="font-semibold">{signed(props.number, change())}</span>}
        </Show>
        <span class="flex flex-wrap items-center gap-1.5">
          <Show when={props.move.before} fallback={<span class="text-ink-soft">{t().came}</span>}>
            {(verdict) => <VerdictMark verdict={verdict()} />}
          </Show>
          <Show when={props.move.before !== props.move.after}>
            <span aria-hidden="true">→</span>
            <Show when={props.move.after} fallback={<span class="text-ink-soft">{t().left}</span>}>
              {(verdict) => <VerdictMark verdict={verdict()} />}
            </Show>
          </Show>
        </span>
      </p>
      <p class="text-xs text-ink-soft">
        {[
          ...(props.move.gained.length === 0 ? [] : [t().gained(props.move.gained.join(", "))]),
          ...(props.move.lost.length === 0 ? [] : [t().lost(props.move.lost.join(", "))]),
          ...(props.move.holds === null ? [] : [props.move.holds ? t().holds : t().holdsNot]),
          ...props.move.attributes.map(
            ({ after, before, name }) => `${t().attribute(name)}: ${flag(before)} → ${flag(after)}`
          )
        ].join("; ")}
      </p>
      <For each={lines()}>
        {(line) => <Line answer={props.answer} cause={props.cause} unit={props.move.unit} line={line} />}
      </For>
    </li>
  )
}

const Line = (props: {
  readonly answer: MovementAnswer
  readonly cause: MovementCause
  readonly unit: number
  readonly line: UnitMove["lines"][number]
}) => {
  const t = useWords(movementWords)
  const inputs = useInputs()
  const set = useSetOn(
    () => props.answer.set.id,
    () => props.answer.to.day
  )
  const indicator = () =>
    set.isSuccess
      ? [...set.data.criteria.flatMap((criterion) => criterion.indicators), ...set.data.conditions].find(
          ({ code }) => code === props.line.code
        )
      : undefined
  const inputOf = (column: string) =>
    inputs.isSuccess ? inputs.data.items.find(({ key }) => `${INPUT}${key}` === column) : undefined
  const recordOf = (column: string) =>
    props.answer.records.find((one) => one.cause === props.cause && one.unit === props.unit && one.column === column)
  return (
    <div class="mt-1 border-l-2 border-line pl-3">
      <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span>{t().line(props.line.code, indicator()?.name)}</span>
        <Show when={props.line.before} fallback={<span class="text-ink-soft">{t().noLine}</span>}>
          {(verdict) => <VerdictMark verdict={verdict()} />}
        </Show>
        <span aria-hidden="true">→</span>
        <Show when={props.line.after} fallback={<span class="text-ink-soft">{t().noLine}</span>}>
          {(verdict) => <VerdictMark verdict={verdict()} />}
        </Show>
      </p>
      <Show when={props.line.rule}>
        {(rule) => <p class="text-xs">{t().rule(rule().before ?? t().noBasis, rule().after ?? t().noBasis)}</p>}
      </Show>
      <ul>
        <For each={props.line.values}>
          {(value) => (
            <MovedValue
              value={value}
              name={inputOf(value.column)?.name ?? value.column.replace(INPUT, "")}
              unit={inputOf(value.column)?.unit ?? null}
              record={recordOf(value.column)}
            />
          )}
        </For>
      </ul>
    </div>
  )
}

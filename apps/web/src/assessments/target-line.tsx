import type { TargetOnDay } from "@ntm/contract"
import type { TargetStanding } from "@ntm/domain/criteria"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { Badge, type Tone } from "../parts/badge.tsx"
import { Bar } from "../parts/bar.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { CheckIcon, ClockIcon, WarningIcon } from "../parts/icons.tsx"
import { plannedText } from "./target-text.ts"
import { targetWords } from "./targets.words.ts"

export type TargetState = TargetStanding["state"]

const tones: Readonly<Record<TargetState, Tone>> = {
  reached: "good",
  onCourse: "good",
  behind: "warning",
  missed: "error",
  noData: "plain",
  notMeasured: "plain"
}

export const StateBadge = (props: { readonly state: TargetState }) => {
  const t = useWords(targetWords)
  return (
    <Badge tone={tones[props.state]}>
      {props.state === "reached" ? <CheckIcon class="size-3.5 shrink-0" /> : null}
      {props.state === "onCourse" ? <ClockIcon class="size-3.5 shrink-0" /> : null}
      {props.state === "behind" || props.state === "missed" ? <WarningIcon class="size-3.5 shrink-0" /> : null}
      {t().states[props.state]}
    </Badge>
  )
}

/** One decimal; below one two digits, so that a small pace does not read as none. */
const tenth = (value: number): string =>
  formatNumber(Math.abs(value) < 1 ? Number(value.toPrecision(2)) : Math.round(value * 10) / 10)

/** One target: as printed, what was reached, what is needed, and what the document says wrongly. */
export const TargetLine = (props: { readonly item: TargetOnDay }) => {
  const t = useWords(targetWords)
  const target = () => props.item.target
  const standing = () => props.item.standing
  const actual = () => standing().actual
  /** Of a value; units that are counted need none. */
  const unit = () => (actual()?.outOf === null && target().unit !== null ? ` ${target().unit}` : "")
  const reached = () => {
    const known = actual()
    if (known === null || standing().state === "noData") return null
    return known.outOf === null
      ? `${formatNumber(known.reached)}${unit()}`
      : t().of(formatNumber(known.reached), formatNumber(known.outOf))
  }
  const whole = () => actual()?.outOf ?? standing().needed ?? 0
  return (
    <li
      id={`chi-tieu-${target().id}`}
      class="grid gap-x-6 gap-y-2 border-t border-line px-4 py-3 first:border-t-0 sm:px-5 lg:grid-cols-[minmax(0,1fr)_13rem_16rem_9rem]"
    >
      <div>
        <p>{target().text}</p>
        <p class="text-xs text-ink-soft">
          {[target().scope.text, target().action, t().until(formatDay(target().by))]
            .filter((part) => part !== null && part !== "")
            .join(" · ")}
        </p>
        <Show when={props.item.faults.length > 0}>
          <div class="mt-2 rounded-lg border border-warning-line bg-warning-soft px-3 py-2 text-sm text-warning">
            <p class="flex items-center gap-1.5 font-semibold">
              <WarningIcon />
              {t().faults}
            </p>
            <ul class="list-disc pl-5">
              <For each={props.item.faults}>{(fault) => <li>{inLanguage(fault)}</li>}</For>
            </ul>
          </div>
        </Show>
      </div>
      <p class="text-sm">
        <span class="block text-xs text-ink-faint">{t().planned}</span>
        <span class="font-semibold">{plannedText(target()) || t().orientation}</span>
      </p>
      <div class="text-sm">
        <span class="block text-xs text-ink-faint">{t().actual}</span>
        <Show when={reached()} fallback={<span class="text-ink-faint">{t().noActual}</span>}>
          {(text) => (
            <>
              <p>
                <span class="font-semibold">{text()}</span>
                <Show when={standing().percent !== null}>
                  <span class="text-ink-soft"> · {formatNumber(standing().percent)} %</span>
                </Show>
                <Show when={standing().needed !== null}>
                  <span class="text-xs text-ink-soft">
                    {" "}
                    · {t().needed(`${formatNumber(standing().needed)}${unit()}`)}
                  </span>
                </Show>
              </p>
              <Show when={whole() > 0}>
                <Bar
                  share={(actual()?.reached ?? 0) / whole()}
                  tone={tones[standing().state]}
                  class="my-1 h-1.5 w-full"
                />
              </Show>
            </>
          )}
        </Show>
        <Show when={(standing().perMonth ?? 0) > 0}>
          <p class="text-xs">{t().rate(`${tenth(standing().perMonth ?? 0)}${unit()}`, formatDay(target().by))}</p>
        </Show>
        <Show when={standing().expected !== null && standing().state === "behind"}>
          <p class="text-xs text-ink-soft">{t().expected(tenth(standing().expected ?? 0))}</p>
        </Show>
        <Show when={props.item.illustrative}>
          <p class="text-xs font-semibold text-warning">{t().illustrative}</p>
        </Show>
        <Show when={(actual()?.unknown ?? 0) > 0}>
          <p class="text-xs text-ink-soft">{t().unknown(actual()?.unknown ?? 0)}</p>
        </Show>
      </div>
      <p class="lg:text-right">
        <StateBadge state={standing().state} />
      </p>
    </li>
  )
}

import type { StageLine } from "@ntm/domain/funding"
import { Show } from "solid-js"

/**
 * Planned, given and paid as one bullet: the plan is the ground, what was given lies on it, what was paid on that; a line shows the calendar.
 *
 * **Details** Decoration: every amount stands beside it in words. The scale ends at the largest amount of the source.
 */
export const StageBullet = (props: { readonly line: StageLine }) => {
  const given = () => props.line.allocated ?? props.line.mobilised
  const most = () => Math.max(1, ...[props.line.planned, given(), props.line.disbursed].map((amount) => amount ?? 0))
  const wide = (amount: number | null) => `${(Math.max(0, amount ?? 0) / most()) * 100}%`
  const payable = () => given() ?? props.line.planned
  const due = () => ((payable() ?? 0) * props.line.calendarPercent) / 100
  return (
    <svg class="h-7 w-full overflow-visible" aria-hidden="true">
      <rect y="0" width="100%" height="28" rx="3" class="fill-raised" />
      <Show when={props.line.planned !== null}>
        <rect y="0" width={wide(props.line.planned)} height="28" rx="3" class="fill-line stroke-line-strong" />
      </Show>
      <Show when={given() !== null}>
        <rect y="6" width={wide(given())} height="16" rx="2" class="fill-primary-soft stroke-primary-bar" />
      </Show>
      <Show when={props.line.disbursed !== null}>
        <rect y="10" width={wide(props.line.disbursed)} height="8" rx="1" class="fill-primary-bar" />
      </Show>
      <Show when={payable() !== null}>
        <line x1={wide(due())} x2={wide(due())} y1="-2" y2="30" stroke-width="2" class="stroke-warning" />
      </Show>
    </svg>
  )
}

/**
 * Built, with what should be built by the day as a line, and paid below it.
 *
 * **Details** Decoration: the numbers stand beside it in words. Shares in per cent.
 */
export const ProgressBars = (props: {
  readonly built: number
  readonly planned: number
  readonly paid: number
  readonly class?: string
}) => {
  const wide = (percent: number) => `${Math.min(100, Math.max(0, percent))}%`
  return (
    <svg class={props.class ?? "h-4.5 w-full overflow-visible"} aria-hidden="true">
      <rect y="1" width="100%" height="10" rx="3" class="fill-raised stroke-line" />
      <rect y="1" width={wide(props.built)} height="10" rx="3" class="fill-primary-bar" />
      <rect y="13" width="100%" height="4" rx="2" class="fill-raised" />
      <rect y="13" width={wide(props.paid)} height="4" rx="2" class="fill-warning-line" />
      <line x1={wide(props.planned)} x2={wide(props.planned)} y1="-2" y2="13" stroke-width="2.5" class="stroke-ink" />
    </svg>
  )
}

import type { InputSpec, ObservationRecord } from "@ntm/domain/criteria"
import { Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { formatDay, formatNumber } from "../parts/format.ts"
import { observationWords } from "./observations.words.ts"

/** The value in force, with its day and state, and a newer one that waits. */
export const ValueNow = (props: {
  readonly input: InputSpec
  readonly inForce: ObservationRecord | null
  readonly pending: ObservationRecord | null
}) => {
  const t = useWords(observationWords)
  const text = ({ observation }: ObservationRecord) =>
    props.input.kind === "attestation"
      ? observation.value === 1
        ? t().yes
        : t().no
      : `${formatNumber(observation.value)}${props.input.unit === null ? "" : ` ${props.input.unit}`}`
  const state = (record: ObservationRecord) => t().states[(record.moves.at(-1) ?? record.observation).state]
  return (
    <span class="text-sm">
      <Show when={props.inForce} fallback={<span class="text-ink-soft">{t().notYet}</span>}>
        {(record) => (
          <>
            <span class="font-semibold">{text(record())}</span>
            <span class="text-xs text-ink-soft">
              {" "}
              · {formatDay(record().observation.day)} · {state(record())}
            </span>
            <Show when={record().observation.illustrative}>
              <span class="text-xs font-semibold text-warning"> · {t().illustrative}</span>
            </Show>
          </>
        )}
      </Show>
      <Show when={props.pending}>
        {(record) => (
          <span class="block text-xs font-semibold text-warning">{t().pending(text(record()), state(record()))}</span>
        )}
      </Show>
    </span>
  )
}

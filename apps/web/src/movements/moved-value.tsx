import type { MovementAnswer, MovedRecord } from "@ntm/contract"
import type { ObservationRecord } from "@ntm/domain/criteria"
import { type JSX, Show } from "solid-js"
import { documentHref } from "../documents/place-link.ts"
import { useWords } from "../language/words.ts"
import { EvidenceList } from "../observations/evidence-link.tsx"
import { formatDay } from "../parts/format.ts"
import { SourceLink } from "../parts/source-link.tsx"
import { valueText } from "../assessments/number-text.ts"
import { movementWords } from "./movement.words.ts"

type Value = MovementAnswer["steps"][number]["units"][number]["lines"][number]["values"][number]

/** A value that is not as before: both with their days and the records that they come from. */
export const MovedValue = (props: {
  readonly value: Value
  readonly name: string
  readonly unit: string | null
  readonly record: MovedRecord | undefined
}) => {
  const t = useWords(movementWords)
  const Side = (own: {
    readonly value: number | null
    readonly day: string | null
    readonly record: ObservationRecord | null
  }): JSX.Element => (
    <span class="block min-w-0">
      <span class="font-semibold">{own.value === null ? t().noValue : valueText(own.value, props.unit)}</span>
      <Show when={own.record?.observation.day ?? own.day}>
        {(day) => <span class="text-ink-soft"> · {t().onDay(formatDay(day()))}</span>}
      </Show>
      <Show
        when={own.record}
        fallback={
          <Show when={own.value !== null}>
            <span class="block text-xs text-ink-soft">{t().derived}</span>
          </Show>
        }
      >
        {(record) => <Source record={record()} />}
      </Show>
    </span>
  )
  return (
    <li class="mt-1">
      <span class="text-ink-soft">{props.name}: </span>
      <span class="grid gap-x-3 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
        <Side value={props.value.before} day={props.value.dayBefore} record={props.record?.before ?? null} />
        <span aria-hidden="true">→</span>
        <Side value={props.value.after} day={props.value.dayAfter} record={props.record?.after ?? null} />
      </span>
    </li>
  )
}

/** Where a record was taken from, by whom and when, and what proves it. */
const Source = (props: { readonly record: ObservationRecord }) => {
  const t = useWords(movementWords)
  const observation = () => props.record.observation
  const document = () => {
    const { source } = observation()
    return source.from === "document" ? source : undefined
  }
  const other = () => {
    const { source } = observation()
    return source.from === "import" ? t().source.import(source.name) : t().source.form
  }
  return (
    <span class="block text-xs text-ink-soft">
      <Show when={document()} fallback={other()}>
        {(of) => (
          <>
            <SourceLink href={documentHref(of().document)}>{of().document}</SourceLink>
            {of().place === null ? "" : `, ${of().place}`}
          </>
        )}
      </Show>
      {" · "}
      {t().recordedBy(observation().recordedBy.name, formatDay(observation().recordedAt.slice(0, 10)))}
      <Show when={observation().evidence.length > 0}>
        <EvidenceList evidence={observation().evidence} />
      </Show>
    </span>
  )
}

import { parseVietnameseNumber } from "@ntm/domain/values"
import { createSignal, createUniqueId, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"
import { useFacts } from "./scorecard-facts.ts"
import { scorecardWords } from "./scorecard.words.ts"

/** A value that can be changed to see what would follow; what is recorded stands beside it. */
export const TryField = (props: {
  readonly column: string
  readonly attested: boolean
  readonly unit: string | null
  readonly name: string
}) => {
  const t = useWords(scorecardWords)
  const facts = useFacts()
  const id = createUniqueId()
  const [wrong, setWrong] = createSignal<string>()
  const detail = () => facts().recordedOf(props.column)
  const input = () => detail()?.input ?? ""
  const recorded = () => detail()?.value ?? null
  const tried = () => facts().trial.tried(input())
  const now = () => tried()?.value ?? (tried() === undefined ? recorded() : null)
  const take = (value: number | null) => facts().trial.set(input(), value === recorded() ? undefined : value)
  const read = (text: string) => {
    setWrong(undefined)
    if (text.trim() === "") return take(null)
    const number = parseVietnameseNumber(text)
    if (number._tag === "Failure") return setWrong(inLanguage(number.failure.sentence))
    take(number.success.value)
  }
  const word = (value: number | null) => (value === null ? t().try.none : value === 1 ? t().try.yes : t().try.no)
  const choices = [
    ["1", 1],
    ["0", 0],
    ["", null]
  ] as const
  return (
    <Show when={detail()}>
      <label for={id} class="sr-only">
        {t().try.field(props.name)}
      </label>
      <Show
        when={props.attested}
        fallback={
          <span class="flex items-center gap-1.5">
            <input
              id={id}
              class="field min-h-9 w-24 px-2"
              classList={{ "border-warning-line bg-warning-soft": tried() !== undefined }}
              inputmode="decimal"
              autocomplete="off"
              value={now() === null ? "" : formatNumber(now())}
              aria-invalid={wrong() === undefined ? undefined : "true"}
              aria-describedby={wrong() === undefined ? undefined : `${id}-wrong`}
              onChange={(event) => read(event.currentTarget.value)}
            />
            <span class="min-w-0 text-xs break-words text-ink-soft">{props.unit}</span>
          </span>
        }
      >
        <select
          id={id}
          class="field min-h-9 px-2"
          classList={{ "border-warning-line bg-warning-soft": tried() !== undefined }}
          onChange={(event) => take(choices.find(([key]) => key === event.currentTarget.value)?.[1] ?? null)}
        >
          {choices.map(([key, value]) => (
            <option value={key} selected={now() === value}>
              {word(value)}
            </option>
          ))}
        </select>
      </Show>
      <Show when={wrong()}>
        {(sentence) => (
          <span id={`${id}-wrong`} role="alert" class="block text-xs text-error">
            {sentence()}
          </span>
        )}
      </Show>
      <Show when={tried() !== undefined}>
        <span class="block text-xs text-warning">
          {t().try.was(
            props.attested ? word(recorded()) : recorded() === null ? t().noValue : formatNumber(recorded())
          )}
        </span>
      </Show>
    </Show>
  )
}

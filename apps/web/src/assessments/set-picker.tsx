import type { CriteriaSetSummary } from "@ntm/contract"
import { createUniqueId, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { assessmentWords } from "./assessments.words.ts"

/** "Xã nông thôn mới 2021-2025": what tells the sets of a list apart. */
export const shortName = (name: string): string =>
  name
    .replace(/^Bộ tiêu chí (quốc gia )?(về )?/u, "")
    .replace(/\s*\(.*\)$/u, "")
    .replace(/^./u, (first) => first.toLocaleUpperCase("vi"))

/** Chooses a criteria set, by the level that it is for. */
export const SetPicker = (props: {
  readonly sets: ReadonlyArray<CriteriaSetSummary>
  /** Sets that nothing can be judged by yet: shown beside the others, and not to be chosen. */
  readonly frames: ReadonlyArray<CriteriaSetSummary>
  readonly value: string
  readonly onPick: (id: string) => void
}) => {
  const t = useWords(assessmentWords)
  const id = createUniqueId()
  const isKnown = () => [...props.sets, ...props.frames].some((set) => set.id === props.value)
  return (
    <span class="flex max-w-full min-w-0 flex-col gap-1">
      <label for={id} class="text-xs font-semibold text-ink-soft">
        {t().set}
      </label>
      <select
        id={id}
        class="field max-w-full min-w-0 sm:max-w-72"
        onChange={(event) => props.onPick(event.currentTarget.value)}
      >
        {/* Of an address that names a set which nobody knows: shown as it says, not as another. */}
        <Show when={props.value !== "" && !isKnown()}>
          <option value={props.value} disabled selected>
            {props.value}
          </option>
        </Show>
        <For each={["commune", "district", "province"] as const}>
          {(level) => (
            <optgroup label={t().setGroup[level]}>
              <For each={props.sets.filter((set) => set.level === level)}>
                {(set) => (
                  <option value={set.id} selected={set.id === props.value}>
                    {shortName(set.name)}
                  </option>
                )}
              </For>
              <For each={props.frames.filter((set) => set.level === level)}>
                {(set) => (
                  <option value={set.id} disabled selected={set.id === props.value}>
                    {t().frame(shortName(set.name))}
                  </option>
                )}
              </For>
            </optgroup>
          )}
        </For>
      </select>
    </span>
  )
}

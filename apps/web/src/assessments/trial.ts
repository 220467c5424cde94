import { createSignal } from "solid-js"
import type { Tried } from "./assessments.queries.ts"

/** Values that are tried out on a scorecard: kept by the page alone, gone when it is left. */
export const createTrial = () => {
  const [on, setOn] = createSignal(false)
  const [values, setValues] = createSignal<ReadonlyArray<Tried>>([])
  return {
    on,
    start: () => setOn(true),
    end: () => {
      setOn(false)
      setValues([])
    },
    reset: () => setValues([]),
    values,
    tried: (input: string): Tried | undefined => values().find((each) => each.input === input),
    /** `undefined` takes the trial of the input back. */
    set: (input: string, value: number | null | undefined) =>
      setValues((now) => [
        ...now.filter((each) => each.input !== input),
        ...(value === undefined ? [] : [{ input, value }])
      ])
  }
}

export type Trial = ReturnType<typeof createTrial>

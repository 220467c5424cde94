import { useInput } from "ink"
import { pressesOf } from "./presses.ts"
import type { Event } from "./step.ts"

/** The only place where keys come in. */
export const useKeys = (send: (event: Event) => void): void => {
  useInput((input, key) => {
    for (const event of pressesOf(input, key)) send(event)
  })
}

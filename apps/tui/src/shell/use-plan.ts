import type { Client } from "@ntm/contract"
import { useEffect } from "react"
import { readPlan } from "./plan.ts"
import { PATIENCE_SECONDS, problemOf } from "./problem.ts"
import type { Event } from "./step.ts"

/** Reads the API once for every change of `reads`; an answer that was overtaken is dropped. */
export const usePlan = (client: Client, reads: number, send: (event: Event) => void): void => {
  useEffect(() => {
    const controller = new AbortController()
    readPlan(client, AbortSignal.any([controller.signal, AbortSignal.timeout(PATIENCE_SECONDS * 1000)])).then(
      (loaded) => {
        if (!controller.signal.aborted) send({ _tag: "Loaded", loaded })
      },
      (cause: unknown) => {
        if (!controller.signal.aborted) send({ _tag: "Loaded", loaded: { _tag: "Failed", problem: problemOf(cause) } })
      }
    )
    return () => controller.abort()
  }, [client, reads, send])
}

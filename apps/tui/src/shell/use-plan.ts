import { ApiProblem, type Client } from "@ntm/contract"
import { useEffect } from "react"
import { readPlan } from "./plan.ts"
import type { Event } from "./step.ts"

/** A fault that is not the server's still ends on the screen, in words, and not as a crash. */
const problemOf = (cause: unknown): ApiProblem["problem"] =>
  cause instanceof ApiProblem
    ? cause.problem
    : {
        type: "urn:ntm:problem:unreadable",
        title: "Không đọc được câu trả lời của máy chủ",
        titleEn: "The server's answer cannot be read",
        status: -1,
        detail: cause instanceof Error ? cause.message : String(cause)
      }

/** Reads the API once for every change of `reads`; an answer that was overtaken is dropped. */
export const usePlan = (client: Client, reads: number, send: (event: Event) => void): void => {
  useEffect(() => {
    const controller = new AbortController()
    readPlan(client, controller.signal).then(
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

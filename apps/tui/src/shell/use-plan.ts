import { ApiProblem, type Client, type Problem } from "@ntm/contract"
import { useEffect } from "react"
import { readPlan } from "./plan.ts"
import type { Event } from "./step.ts"

/** Longest wait for one answer; a server that hangs must not hold the screen for minutes. */
const PATIENCE_SECONDS = 20

const silent: Problem = {
  type: "urn:ntm:problem:silent",
  title: `Máy chủ không trả lời sau ${PATIENCE_SECONDS} giây`,
  titleEn: `The server did not answer within ${PATIENCE_SECONDS} seconds`,
  status: 0
}

/** A fault that is not the server's still ends on the screen, in words, and not as a crash. */
const problemOf = (cause: unknown): Problem => {
  if (cause instanceof ApiProblem) return cause.problem
  if (cause instanceof Error && cause.name === "TimeoutError") return silent
  return {
    type: "urn:ntm:problem:unreadable",
    title: "Không đọc được câu trả lời của máy chủ",
    titleEn: "The server's answer cannot be read",
    status: 500,
    detail: cause instanceof Error ? cause.message : String(cause)
  }
}

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

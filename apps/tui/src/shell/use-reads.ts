import type { Client } from "@ntm/contract"
import { useEffect, useRef } from "react"
import { PATIENCE_SECONDS, problemOf } from "./problem.ts"
import { carriedOut, notCarriedOut, type Read, type Reply } from "./reading.ts"

/** Rejects when given up. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener("abort", () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })

const carryOut = async (
  client: Client,
  read: Read,
  givenUp: AbortSignal,
  send: (reply: Reply) => void
): Promise<void> => {
  try {
    if (read.after !== undefined) await pause(read.after, givenUp)
    const signal = AbortSignal.any([givenUp, AbortSignal.timeout(PATIENCE_SECONDS * 1000)])
    const reply = await carriedOut(client, read, signal)
    if (!givenUp.aborted) send(reply)
  } catch (cause) {
    if (!givenUp.aborted) send(notCarriedOut(read, problemOf(cause)))
  }
}

/**
 * The only place that asks the API: whatever is wanted and not under way is begun, what is wanted no more is given up
 * without a reply.
 */
export const useReads = (client: Client, wanted: ReadonlyArray<Read>, send: (reply: Reply) => void): void => {
  const underWay = useRef(new Map<string, AbortController>())
  useEffect(() => {
    const keys = new Set(wanted.map(({ key }) => key))
    for (const [key, controller] of underWay.current) {
      if (keys.has(key)) continue
      controller.abort()
      underWay.current.delete(key)
    }
    for (const read of wanted) {
      if (underWay.current.has(read.key)) continue
      const controller = new AbortController()
      underWay.current.set(read.key, controller)
      void carryOut(client, read, controller.signal, send)
    }
  }, [client, wanted, send])
  useEffect(() => {
    const begun = underWay.current
    return () => {
      for (const controller of begun.values()) controller.abort()
      begun.clear()
    }
  }, [client])
}

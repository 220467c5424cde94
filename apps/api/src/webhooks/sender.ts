import { RECEIVER_MS, type Received, type WebhookMessage } from "@ntm/domain/changes"
import { request as plainRequest } from "node:http"
import { request as secureRequest } from "node:https"
import { Webhook } from "standardwebhooks"
import { type FindAddresses, publicLookup, refusalOf } from "./address.ts"
import type { WebhooksConfig } from "./config.ts"

/** Of an answer no more is read. */
const MOST_ANSWER = 2000

/** What a receiver is sent, as Standard Webhooks have it. */
export const bodyOf = ({ at, records, since, until }: WebhookMessage): string =>
  JSON.stringify({
    type: "changes.entered",
    timestamp: at,
    data: {
      since,
      until,
      records,
      // Of too many to be sent the feed tells.
      ...(records === null ? { changes: `/api/v1/changes?since=${since}` } : {})
    }
  })

/** Signed by each secret in force, so that a receiver may change over at any time. */
export const headersOf = (message: WebhookMessage, body: string): Readonly<Record<string, string>> => {
  const at = new Date(message.at)
  return {
    "content-type": "application/json",
    "user-agent": "ntm-webhooks/1",
    "webhook-id": message.id,
    "webhook-timestamp": `${Math.floor(at.getTime() / 1000)}`,
    "webhook-signature": message.secrets.map((secret) => new Webhook(secret).sign(message.id, at, body)).join(" ")
  }
}

const failure = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

/**
 * Sends a message and tells what the receiver said; never fails.
 *
 * **Details** Redirects are not followed. The whole exchange has `timeoutMs`; a receiver that hangs is left then.
 */
export const makeSender =
  (config: WebhooksConfig, options: { readonly timeoutMs?: number; readonly find?: FindAddresses } = {}) =>
  async (message: WebhookMessage): Promise<Received> => {
    const started = performance.now()
    const took = () => performance.now() - started
    const refused = await refusalOf(message.url, config, options.find)
    if (refused !== null) return { status: null, answer: `không gửi · not sent: ${refused}`, tookMs: took() }
    const body = bodyOf(message)
    return new Promise<Received>((resolve) => {
      const signal = AbortSignal.timeout(options.timeoutMs ?? RECEIVER_MS)
      const send = message.url.toLowerCase().startsWith("https:") ? secureRequest : plainRequest
      const asked = send(message.url, {
        method: "POST",
        headers: { ...headersOf(message, body), "content-length": String(Buffer.byteLength(body)) },
        lookup: publicLookup(config, options.find),
        signal,
        agent: false
      })
      const failed = (cause: unknown) => {
        const answer = signal.aborted ? "hết thời gian chờ · no answer in time" : failure(cause)
        resolve({ status: null, answer, tookMs: took() })
      }
      asked.on("error", failed)
      asked.on("response", (answer) => {
        let text = ""
        const done = () => {
          resolve({ status: answer.statusCode ?? null, answer: text, tookMs: took() })
          asked.destroy()
        }
        answer.setEncoding("utf8")
        answer.on("data", (part: string) => {
          text = (text + part).slice(0, MOST_ANSWER)
          if (text.length >= MOST_ANSWER) done()
        })
        answer.on("end", done)
        answer.on("error", failed)
      })
      asked.end(body)
    })
  }

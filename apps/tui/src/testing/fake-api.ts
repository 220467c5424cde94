import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import type { Plan } from "../shell/plan.ts"

/**
 * The API as far as the terminal asks it, over real HTTP, from one plan. `answers` may be changed while it runs, and may be
 * functions of the query; a problem is sent with its status.
 */
export interface FakeApi extends AsyncDisposable {
  readonly url: string
  readonly answers: Map<string, unknown>
  /** Paths asked for, in order, and the same with their queries. */
  readonly asked: Array<string>
  readonly questions: Array<string>
}

const statusOf = (answer: unknown): number =>
  typeof answer === "object" && answer !== null && "status" in answer && typeof answer.status === "number"
    ? answer.status
    : 200

export const startFakeApi = async (plan: Plan): Promise<FakeApi> => {
  const answers = new Map<string, unknown>([
    ["/documents", { items: [plan.document] }],
    [`/documents/${plan.document.id}/results`, { items: plan.results }],
    ["/funding/tables", { items: plan.tables }],
    ["/assignments", { asOf: plan.asOf, items: plan.assignments }],
    ["/findings", { items: plan.findings }]
  ])
  const asked: Array<string> = []
  const questions: Array<string> = []
  const server: Server = createServer((request, response) => {
    const { pathname, search, searchParams } = new URL(request.url ?? "/", "http://local")
    const path = pathname.replace("/api/v1", "")
    asked.push(path)
    questions.push(decodeURIComponent(path + search))
    const stored = answers.get(path)
    const answer: unknown = typeof stored === "function" ? stored(searchParams) : stored
    const missing = { type: "urn:ntm:problem:not-found", title: "Không có", titleEn: "Not found", status: 404 }
    const status = answer === undefined ? missing.status : statusOf(answer)
    response.writeHead(status, { "content-type": "application/json", connection: "close" })
    response.end(JSON.stringify(answer ?? missing))
  })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    answers,
    asked,
    questions,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        // A question that was given up leaves a connection behind on which nothing was ever asked.
        server.closeAllConnections()
      })
  }
}

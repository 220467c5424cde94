import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { Effect, Exit, Scope } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makeShell } from "../app.ts"
import { ANSWER_MS } from "../http/answering.ts"
import { respond } from "../http/respond.ts"
import { appInMemory } from "../testing/ports.ts"
import { exporting } from "./otlp.ts"
import { tracing } from "./tracing.ts"

interface Attribute {
  readonly key: string
  readonly value: { readonly stringValue?: string; readonly intValue?: string | number }
}
interface Span {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly kind: number
  readonly status: { readonly code: number }
  readonly attributes: ReadonlyArray<Attribute>
}
interface Sent {
  readonly resourceSpans?: ReadonlyArray<{
    readonly resource: { readonly attributes: ReadonlyArray<Attribute> }
    readonly scopeSpans: ReadonlyArray<{ readonly spans: ReadonlyArray<Span> }>
  }>
  readonly resourceMetrics?: ReadonlyArray<{
    readonly scopeMetrics: ReadonlyArray<{
      readonly metrics: ReadonlyArray<{
        readonly name: string
        readonly unit: string
        readonly histogram?: {
          readonly dataPoints: ReadonlyArray<{
            readonly count: string | number
            readonly attributes: ReadonlyArray<Attribute>
          }>
        }
      }>
    }>
  }>
}

const PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

describe("telemetry", () => {
  const received: Array<{ readonly path: string; readonly header: string | undefined; readonly body: Sent }> = []
  const receiver = createServer(async (request, response) => {
    const parts: Array<Buffer> = []
    for await (const part of request) parts.push(part as Buffer)
    received.push({
      path: request.url ?? "",
      header: request.headers["x-key"] as string | undefined,
      body: JSON.parse(Buffer.concat(parts).toString("utf8")) as Sent
    })
    response.writeHead(200, { "content-type": "application/json" }).end("{}")
  })

  beforeAll(async () => {
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve))
    const { port } = receiver.address() as AddressInfo
    const scope = Effect.runSync(Scope.make())
    const services = await Effect.runPromise(
      Scope.provide(scope)(
        exporting(
          {
            OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}/otel`,
            OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
            OTEL_EXPORTER_OTLP_HEADERS: "x-key=mo%20cua",
            OTEL_RESOURCE_ATTRIBUTES: "deployment.environment=thu"
          },
          "1.2.3"
        )
      )
    )
    const { app, runtime } = appInMemory({ telemetry: tracing(services) })
    await app.request("/api/v1/units/11824?as_of=2025-07-01", { headers: { traceparent: PARENT } })
    await app.request("/api/v1/units/11824?as_of=2025-07-01")
    await app.request("/api/v1/figures?q=hỏng", { method: "GET" })
    await app.request("/api/v1/documents/kh-61", { method: "BREW" })
    const shell = makeShell({ log: () => undefined, telemetry: tracing(services) })
    const answering = { runtime, log: () => undefined, isOutage: () => false, answerMs: ANSWER_MS }
    shell.get("/inner", (c) => respond(c, answering, Effect.withSpan(Effect.succeed("x"), "inner")))
    await shell.request("/inner")
    await Effect.runPromise(Scope.close(scope, Exit.void))
  })

  afterAll(() => receiver.close())

  const spans = () =>
    received.flatMap(({ body }) => (body.resourceSpans ?? []).flatMap((one) => one.scopeSpans.flatMap((s) => s.spans)))
  const text = (span: { readonly attributes: ReadonlyArray<Attribute> }, key: string) => {
    const value = span.attributes.find((one) => one.key === key)?.value
    return value?.stringValue ?? value?.intValue
  }

  it("goes to where the variables say, with their headers, and names the service and its version", () => {
    expect(new Set(received.map(({ path }) => path))).toEqual(new Set(["/otel/v1/traces", "/otel/v1/metrics"]))
    expect(new Set(received.map(({ header }) => header))).toEqual(new Set(["mo cua"]))
    const resource = received.find(({ body }) => body.resourceSpans !== undefined)?.body.resourceSpans?.[0]?.resource
    const names = ["service.name", "service.version", "deployment.environment"]
    expect(names.map((name) => text(resource ?? { attributes: [] }, name))).toEqual(["ntm", "1.2.3", "thu"])
  })

  it("has a span for each request, of the caller's trace where it names one, with the route and without the query", () => {
    const servers = spans().filter(({ kind }) => kind === 2)
    expect(servers).toHaveLength(5)
    const [first, second, broken, odd] = servers
    expect(first).toMatchObject({
      name: "GET /api/v1/units/:code",
      traceId: "0af7651916cd43dd8448eb211c80319c",
      parentSpanId: "b7ad6b7169203331"
    })
    expect(second?.traceId).not.toBe(first?.traceId)
    expect(second?.parentSpanId ?? "").toBe("")
    expect(text(first ?? { attributes: [] }, "url.path")).toBe("/api/v1/units/11824")
    expect(JSON.stringify(first)).not.toMatch(/as_of/)
    expect(Number(text(broken ?? { attributes: [] }, "http.response.status_code"))).toBe(500)
    expect(broken?.status.code).toBe(2)
    expect(text(odd ?? { attributes: [] }, "http.request.method")).toBe("_OTHER")
    expect(JSON.stringify(servers)).not.toMatch(/secret/)
  })

  it("counts requests by method, route and status in seconds", () => {
    const metrics = received.flatMap(({ body }) =>
      (body.resourceMetrics ?? []).flatMap((one) => one.scopeMetrics.flatMap((scope) => scope.metrics))
    )
    const told = metrics.find(({ name }) => name === "http.server.request.duration")
    expect(told?.unit).toBe("s")
    const points = told?.histogram?.dataPoints ?? []
    const of = (route: string, status: string) =>
      points.find(
        (point) => text(point, "http.route") === route && String(text(point, "http.response.status_code")) === status
      )
    expect(Number(of("/api/v1/units/:code", "200")?.count)).toBe(2)
    expect(Number(of("/api/v1/figures", "500")?.count)).toBe(1)
    expect(metrics.map(({ name }) => name)).toContain("http.server.active_requests")
  })

  it("hangs what answers a request below its span", () => {
    const outer = spans().find(({ name }) => name === "GET /inner")
    const inner = spans().find(({ name }) => name === "inner")
    expect(inner).toMatchObject({ traceId: outer?.traceId, parentSpanId: outer?.spanId })
  })
})

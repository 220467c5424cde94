import { type Context, Effect, Exit, Metric, Option, Tracer } from "effect"
import { Headers, HttpTraceContext } from "effect/http"
import type { MiddlewareHandler } from "hono"
import { isProbe } from "../health/addresses.ts"
import type { ApiEnv } from "../http/api-env.ts"
import { routeOf } from "./route.ts"

/** Seconds, as the semantic conventions of OpenTelemetry advise for HTTP. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]

const duration = Metric.histogram("http.server.request.duration", {
  description: "Duration of HTTP server requests",
  boundaries: SECONDS,
  attributes: { unit: "s" }
})

const active = Metric.gauge("http.server.active_requests", {
  description: "Number of active HTTP server requests",
  attributes: { unit: "{request}" }
})

const memory = Metric.gauge("process.memory.usage", {
  description: "The amount of physical memory in use",
  attributes: { unit: "By" }
})

const KNOWN_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])

const parentOf = (headers: Headers.Headers): Tracer.ExternalSpan | undefined =>
  Option.getOrUndefined(HttpTraceContext.fromHeaders(headers))

/** The span of a request as OpenTelemetry names it, handed on to whatever answers it. */
export const tracing = (services: Context.Context<never>): MiddlewareHandler<ApiEnv> => {
  const run = Effect.runSyncWith(services)
  const tracer = run(Effect.tracer)
  let running = 0
  return async (c, next) => {
    if (isProbe(c.req.path)) return next()
    const method = KNOWN_METHODS.has(c.req.method) ? c.req.method : "_OTHER"
    const route = routeOf(c)
    const parent = parentOf(Headers.fromInput(c.req.raw.headers))
    const span = run(
      Effect.makeSpan(`${method} ${route}`.trimEnd(), {
        kind: "server",
        ...(parent === undefined ? { root: true } : { parent }),
        attributes: {
          "http.request.method": method,
          "http.route": route,
          "url.path": c.req.path,
          "ntm.request.id": c.get("requestId")
        }
      })
    )
    c.set("within", (effect) => Effect.provideService(Effect.withParentSpan(effect, span), Tracer.Tracer, tracer))
    const began = performance.now()
    run(Metric.update(active, ++running))
    try {
      await next()
    } finally {
      const { status } = c.res
      span.attribute("http.response.status_code", status)
      const failed = status >= 500
      if (failed) span.attribute("error.type", String(status))
      span.end(BigInt(Date.now()) * 1_000_000n, failed ? Exit.fail(new Error(`HTTP ${status}`)) : Exit.void)
      run(Metric.update(active, --running))
      run(Metric.update(memory, process.memoryUsage.rss()))
      const told = Metric.withAttributes(duration, {
        "http.request.method": method,
        "http.route": route,
        "http.response.status_code": String(status)
      })
      run(Metric.update(told, (performance.now() - began) / 1000))
    }
  }
}

import { ConfigProvider, type Context, type Effect, Layer, type Scope } from "effect"
import { FetchHttpClient } from "effect/http"
import { OtlpMetrics, OtlpSerialization, OtlpTracer } from "effect/observability"
import type { Environment } from "../start/environment.ts"

const options = (version: string) => ({ resource: { serviceVersion: version } })

/**
 * Sends traces and metrics over OTLP/HTTP for as long as the scope lasts, and what is left as it ends.
 *
 * **Details** By the variables of OpenTelemetry (`OTEL_EXPORTER_OTLP_ENDPOINT`, `…_HEADERS`, `…_PROTOCOL`, `OTEL_SERVICE_NAME`, …) with the
 * defaults of its specification, where effect has others. A receiver that does not answer is tried again and then left alone for a
 * minute; nobody waits for it.
 */
export const exporting = (
  env: Environment,
  version: string
): Effect.Effect<Context.Context<never>, never, Scope.Scope> => {
  const json = env["OTEL_EXPORTER_OTLP_PROTOCOL"]?.trim() === "http/json"
  const given = Object.fromEntries(
    Object.entries({
      OTEL_SERVICE_NAME: "ntm",
      OTEL_TRACES_EXPORTER: "otlp",
      OTEL_METRICS_EXPORTER: "otlp",
      ...env
    }).flatMap(([name, value]) => (value === undefined || value.trim() === "" ? [] : [[name, value.trim()]]))
  )
  return Layer.build(
    Layer.mergeAll(OtlpTracer.layerFromConfig(options(version)), OtlpMetrics.layerFromConfig(options(version))).pipe(
      Layer.provide([
        json ? OtlpSerialization.layerJson : OtlpSerialization.layerProtobuf,
        FetchHttpClient.layer,
        ConfigProvider.layer(ConfigProvider.fromEnv({ env: given }))
      ])
    )
  )
}

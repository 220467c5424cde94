import { spawnSync } from "node:child_process"
import { Option, Schema } from "effect"

const Severity = Schema.Literals(["info", "low", "moderate", "high", "critical"])

/** A hole that the registry knows of in a version that is locked. */
const Advisory = Schema.Struct({
  title: Schema.String,
  module_name: Schema.String,
  severity: Severity,
  url: Schema.String,
  findings: Schema.Array(Schema.Struct({ version: Schema.String, dev: Schema.Boolean }))
})
export type Advisory = typeof Advisory.Type

const Audit = Schema.fromJsonString(Schema.Struct({ advisories: Schema.Record(Schema.String, Advisory) }))

const readAudit = Schema.decodeUnknownOption(Audit)

/** What the registry says of the libraries: by the days that `docs/security.md` gives (Libraries), or why it said nothing. */
export type Told =
  | { readonly asked: true; readonly soon: ReadonlyArray<Advisory>; readonly later: ReadonlyArray<Advisory> }
  | { readonly asked: false; readonly why: string }

/** High and critical ones are to be mended within days; the others with the next release. */
const isSoon = ({ severity }: Advisory): boolean => severity === "high" || severity === "critical"

/**
 * Asks the registry's audit of all locked versions, by pnpm.
 *
 * **Details** Sends names and versions of libraries and nothing else. A registry without the question (many mirrors) and one that is out of reach are told apart from one that knows
 * of no holes.
 */
export const askAdvisories = (root: string): Told => {
  const asked = spawnSync("pnpm", ["audit", "--json"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024
  })
  const told = readAudit(asked.stdout)
  if (Option.isNone(told)) {
    const why = asked.error?.message ?? `${asked.stderr}${asked.stdout}`.replace(/[\s│├└─▶×]+/g, " ").trim()
    return { asked: false, why }
  }
  const all = Object.values(told.value.advisories)
  return { asked: true, soon: all.filter(isSoon), later: all.filter((one) => !isSoon(one)) }
}

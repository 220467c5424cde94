import type { Shape } from "./given.ts"

const lines = {
  "application/x-ndjson": { schema: { type: "string", description: "Mỗi dòng một JSON · One JSON a line" } }
}
const csv = { "text/csv": { schema: { type: "string", description: "Bảng · A table (UTF-8)" } } }

/** In what other forms a question is answered to who accepts them. */
const tables: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ["observations.history", lines],
  ["assessments.matrix", lines],
  ["works.list", lines],
  ["funding.entries", { ...lines, ...csv }],
  ["funding.pivot", csv],
  ["funding.stages", csv],
  ["funding.years", csv],
  ["inventory.list", { ...lines, ...csv }],
  ["inventory.counts", csv]
])

export const tablesOf = (key: string): Shape => tables.get(key) ?? {}

import { Reading } from "../files/problem.ts"
import { readCriteriaFiles } from "./read.ts"

/** A set of one attestation and one number, as a person would write it. */
export const sampleFile = {
  id: "xa-mau",
  name: "Bộ mẫu",
  level: "commune",
  tier: "ntm",
  period: { from: "2021-01-01", to: "2025-12-31" },
  legalBasis: [{ number: "318/QĐ-TTg", date: "2022-03-08" }],
  criteria: [
    {
      no: 1,
      name: "Điện",
      indicators: [
        { code: "1.1", name: "Hệ thống điện đạt chuẩn", measure: "attestation", rule: { op: "attested" } },
        {
          code: "1.2",
          name: "Hộ dùng điện an toàn",
          measure: "percent",
          unit: "% hộ",
          rule: { op: ">=", thresholds: { default: 95, DBSH: 99 } }
        }
      ]
    }
  ]
}

/** The sample with another rule for its number, and whatever else is changed. */
export const withRule = (rule: unknown, changes: object = {}, unit: string | null = "% hộ") => ({
  ...sampleFile,
  criteria: [
    {
      no: 1,
      name: "Điện",
      indicators: [
        { code: "1.2", name: "Hộ dùng điện an toàn", measure: unit === null ? "count" : "percent", unit, rule }
      ]
    }
  ],
  ...changes
})

/** Reads files together and says what came of each. */
export const readTogether = (...files: ReadonlyArray<unknown>) => {
  const held = files.map((json, index) => ({ json, reading: new Reading(`${index}.json`) }))
  const sets = readCriteriaFiles(held).map(({ set }) => set)
  const told = (which: "problems" | "warnings") =>
    held.flatMap(({ reading }) => reading[which].map(({ file, message, path }) => `${file} ${path}: ${message.vi}`))
  return { sets, problems: told("problems"), warnings: told("warnings") }
}

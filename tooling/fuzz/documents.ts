import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { type CriteriaSet, Rule } from "@ntm/domain/criteria"
import { blankIndicator, blankSet, hostile } from "@ntm/domain/testing"
import { readCriteriaFiles, Reading } from "@ntm/exchange"
import { Exit, Schema } from "effect"
import { root } from "../tasks/steps.ts"
import { type Dice, ruleOf } from "./rules.ts"

const { mutated, oneOf } = hostile

type Json = Parameters<typeof mutated>[0]

const decode = Schema.decodeUnknownExit(Rule)

/** A rule of the domain, random and then spoiled, as the line or the withdrawal of a set; null where the schema refuses it. */
export const fromSchema = (roll: Dice): { readonly document: unknown; readonly set: CriteriaSet | null } => {
  let json = ruleOf(roll, 4)
  while (roll() < 0.5) json = mutated(json, roll)
  const document: unknown = JSON.parse(JSON.stringify(json))
  const read = decode(document)
  if (Exit.isFailure(read)) return { document, set: null }
  const gate = roll() < 0.3
  const set = blankSet("s1")
  return {
    document,
    set: {
      ...set,
      criteria: ["1", "2"].map((code, at) => ({
        no: at + 1,
        name: `Tiêu chí ${code}`,
        indicators: [
          {
            ...blankIndicator(code),
            rule: gate || at === 1 ? { op: "attested" as const, input: blankIndicator("a").input } : read.value
          }
        ]
      })),
      recognition: { ...set.recognition, withdraw: gate ? read.value : null }
    }
  }
}

const isObject = (value: unknown): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Every rule that the files of the programme write. */
const writtenRules = (): ReadonlyArray<Json> => {
  const folder = join(root, "packages/reference/data/criteria")
  const found: Array<Json> = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one)
    if (!isObject(value)) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === "rule" && isObject(inner)) found.push(inner)
      walk(inner)
    }
  }
  for (const name of readdirSync(folder))
    if (name.endsWith(".json")) walk(JSON.parse(readFileSync(join(folder, name), "utf8")))
  if (found.length === 0) throw new Error("no rules are written in the criteria files")
  return found
}

/** The rule with its references to sets turned to the one that is there. */
const turned = (json: Json): Json =>
  JSON.parse(
    JSON.stringify(json)
      .replaceAll(/"set":"[^"]*"/g, '"set":"s0"')
      .replaceAll(/"code":"[^"]*"/g, '"code":"1"')
  )

const fileOf = (roll: Dice, rule: Json): Json => ({
  id: "s1",
  name: "Bộ thử",
  level: oneOf(roll, ["commune", "commune", "district", "province"], "commune"),
  tier: "nang-cao",
  period: { from: "2021-01-01", to: "2025-12-31" },
  legalBasis: [{ number: "318/QĐ-TTg", date: "2022-03-08" }],
  criteria: [
    {
      no: 1,
      name: "Điện",
      indicators: [
        { code: "1.1", name: "Hệ thống điện đạt chuẩn", measure: "attestation", rule: { op: "attested" } },
        oneOf<Json>(
          roll,
          [
            { code: "1.2", name: "Hộ dùng điện", measure: "percent", unit: "% hộ", rule },
            { code: "1.2", name: "Thu nhập", measure: "amount", unit: "triệu đồng/người/năm", rule },
            { code: "1.2", name: "Có quy hoạch", measure: "attestation", rule }
          ],
          null
        )
      ]
    }
  ],
  ...(roll() < 0.2 ? { recognition: { withdraw: { rule } } } : {})
})

/** The set that those of the fuzzer may rest on. */
export const lower: CriteriaSet = {
  ...blankSet("s0"),
  criteria: ["1", "2"].map((code, at) => ({
    no: at + 1,
    name: `Tiêu chí ${code}`,
    indicators: [
      {
        ...blankIndicator(code),
        rule: {
          op: ">=",
          measure: { of: "input", input: blankIndicator("a").input },
          threshold: { rows: [{ value: 80, when: null, year: null, from: null, to: null }], awaiting: null }
        }
      }
    ]
  }))
}

const written = writtenRules()

/** A file in the notation that people write, with a rule of the real files, spoiled; null where the reader refuses it. */
export const fromNotation = (roll: Dice): { readonly document: unknown; readonly set: CriteriaSet | null } => {
  let rule = oneOf(roll, written, null)
  if (roll() < 0.7) rule = turned(rule)
  while (roll() < 0.45) rule = mutated(rule, roll)
  let file = fileOf(roll, rule)
  while (roll() < 0.1) file = mutated(file, roll)
  const document: unknown = JSON.parse(JSON.stringify(file))
  const [read] = readCriteriaFiles([{ json: document, reading: new Reading("fuzz.json") }], [lower])
  return { document, set: read?.set ?? null }
}

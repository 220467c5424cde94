import type { CriteriaSet, GrantGate, Rule } from "@ntm/domain/criteria"
import { type JsonObject, own, pointer } from "../documents/fields.ts"
import { confidenceOf, inputKey, type LineContext, type SetContext } from "./context.ts"
import { listOf, objectOf, refuseUnknownKeys, requiredText, textOf } from "./notation.ts"
import { readRule } from "./rule-file.ts"

const gateKeys = ["id", "name", "rule", "input", "confidence", "source", "note"]

const readGate = (context: SetContext, path: string, value: unknown): GrantGate | null => {
  const { reading } = context
  const gate = objectOf(reading, path, value)
  if (gate === null) return null
  refuseUnknownKeys(reading, path, gate, gateKeys)
  const id = requiredText(reading, path, gate, "id")
  const name = textOf(reading, path, gate, "name") ?? id
  const input = inputKey(textOf(reading, path, gate, "input") ?? `${context.set}/${id === "" ? "?" : id}`)
  const line: LineContext = {
    ...context,
    input,
    name,
    unit: null,
    measure: "attestation",
    bySex: false
  }
  const rule = readRule(line, pointer(path, "rule"), own(gate, "rule"))
  return rule === null || id === ""
    ? null
    : { id, name, rule, confidence: confidenceOf(reading, path, gate, "confidence") ?? "unknown" }
}

const readWithdrawal = (context: SetContext, path: string, value: unknown): Rule | null => {
  const line: LineContext = {
    ...context,
    input: inputKey(`${context.set}/withdraw`),
    name: "Thu hồi",
    unit: null,
    measure: "attestation",
    bySex: false
  }
  return readRule(line, path, value)
}

/** Rules for granting and withdrawing the title; none where the file has none. */
export const readRecognition = (context: SetContext, set: JsonObject): CriteriaSet["recognition"] => {
  const raw = own(set, "recognition")
  if (raw === undefined || raw === null) return { legalBasis: null, grant: [], withdraw: null }
  const at = "/recognition"
  const recognition = objectOf(context.reading, at, raw)
  if (recognition === null) return { legalBasis: null, grant: [], withdraw: null }
  refuseUnknownKeys(context.reading, at, recognition, ["legalBasis", "grant", "withdraw", "source", "note"])
  const withdraw = own(recognition, "withdraw")
  return {
    legalBasis: textOf(context.reading, at, recognition, "legalBasis"),
    grant: listOf(context.reading, at, recognition, "grant").flatMap(
      (value, index) => readGate(context, pointer(`${at}/grant`, index), value) ?? []
    ),
    withdraw:
      withdraw === undefined || withdraw === null ? null : readWithdrawal(context, pointer(at, "withdraw"), withdraw)
  }
}

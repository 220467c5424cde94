import { readFile } from "node:fs/promises"
import { ApiProblem, type Client } from "@ntm/contract"
import type { FieldChange, PlanPreview, Unit, UnitEffect } from "@ntm/domain/units"
import { both, type Lang, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import { type Answer, labelOf } from "./asking.ts"
import { preflightLines } from "./preflight-lines.ts"
import { ROOM } from "./table.ts"

/** What is to be done with which event: a file for the first two, an id for the last. */
export interface Ordering {
  readonly client: Client
  readonly order: "preview" | "apply" | "undo"
  readonly operand: string
  readonly lang: Lang
  readonly signal: AbortSignal
}

const own = {
  preview: both("Xem trước, chưa ghi gì", "Preview, nothing is written"),
  applied: both("Đã áp dụng sự kiện", "Applied the event"),
  undone: both("Đã hoàn tác sự kiện", "Took back the event"),
  begins: both("lập mới", "new"),
  continues: both("thay đổi", "changed"),
  ends: both("kết thúc", "ended"),
  reused: both("Mã dùng lại", "Reused codes"),
  freed: both("Mã không dùng nữa", "Codes given up"),
  children: both("đơn vị trực thuộc", "units below")
} as const

const fields = {
  name: both("tên", "name"),
  type: both("loại", "type"),
  code: both("mã", "code"),
  parent: both("đơn vị cấp trên", "unit above"),
  parentCode: both("mã đơn vị cấp trên", "code of the unit above"),
  weights: both("diện tích, dân số", "area, population"),
  attributes: both("đặc điểm", "attributes"),
  centre: both("toạ độ", "centre")
} as const satisfies Record<FieldChange, unknown>

const marks = { begins: "+", continues: "~", ends: "−" } as const satisfies Record<UnitEffect["fate"], string>

const unitLine = ({ fate, before, after, changes, childrenBefore, childrenAfter }: UnitEffect, lang: Lang): string => {
  const labels = [before, after].filter((unit): unit is Unit => unit !== null).map(labelOf)
  const details = [
    ...changes.map((change) => say(fields[change], lang)),
    ...(childrenBefore === childrenAfter ? [] : [`${say(own.children, lang)} ${childrenBefore} → ${childrenAfter}`])
  ]
  return `${marks[fate]} ${[...new Set(labels)].join(" → ")}${details.length === 0 ? "" : `: ${details.join(", ")}`}`
}

const set = (text: string): ReadonlyArray<string> =>
  wrap(text, ROOM - 4).map((line, at) => `${at === 0 ? "  " : "    "}${line}`)

const previewLines = ({ effects, reusedCodes, freedCodes }: PlanPreview, lang: Lang): ReadonlyArray<string> => {
  const count = (fate: UnitEffect["fate"]) =>
    `${effects.filter((effect) => effect.fate === fate).length} ${say(own[fate], lang)}`
  return [
    `${count("begins")}, ${count("continues")}, ${count("ends")}`,
    "",
    ...effects.flatMap((effect) => set(unitLine(effect, lang))),
    ...(reusedCodes.length === 0
      ? []
      : [
          "",
          `${say(own.reused, lang)}:`,
          ...reusedCodes.flatMap(({ before, after }) => set(`${labelOf(before)} → ${labelOf(after)}`))
        ]),
    ...(freedCodes.length === 0 ? [] : ["", `${say(own.freed, lang)}:`, ...set(freedCodes.join(", "))])
  ]
}

const unreadable = (file: string, vi: string, en: string, cause: unknown) =>
  new ApiProblem(
    { type: "urn:ntm:problem:invalid-file", title: `${file}: ${vi}`, titleEn: `${file}: ${en}`, status: 422 },
    { cause }
  )

const readEvent = async (file: string): Promise<unknown> => {
  let text: string
  try {
    text = await readFile(file, "utf8")
  } catch (cause) {
    throw unreadable(file, "không đọc được tệp", "the file cannot be read", cause)
  }
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw unreadable(file, "JSON hỏng hoặc bị cắt cụt", "broken or truncated JSON", cause)
  }
}

/**
 * `ntm units reorganise --preview FILE | --apply FILE | --undo ID`.
 *
 * **Details** Applying asks for the preview first and holds the server to it: an event that somebody else applied in
 * between is a refusal. The file goes to the server as it is, which says where it is wrong.
 */
export const reorganise = async ({ client, order, operand, lang, signal }: Ordering): Promise<Answer> => {
  const { reorganisations } = client
  if (order === "undo") {
    const undone = await reorganisations.undo({ id: operand, body: {} }, signal)
    return { json: undone, lines: [`${say(own.undone, lang)} ${undone.id}.`] }
  }
  const body = await readEvent(operand)
  const shown = await reorganisations.preview({ body }, signal)
  const resting = preflightLines(shown, lang).flatMap((line) => (line.startsWith(" ") ? set(line.trim()) : [line]))
  const lines = [...previewLines(shown.preview, lang), ...resting]
  if (order === "preview") return { json: shown, lines: [`${shown.id} · ${say(own.preview, lang)}`, ...lines] }
  const { id, version } = await reorganisations.apply({ version: shown.version, body }, signal)
  return {
    json: { ...shown, id, version },
    lines: [`${say(own.applied, lang)} ${id}.`, ...lines]
  }
}

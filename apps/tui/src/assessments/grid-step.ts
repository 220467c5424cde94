import type { InputSpec } from "@ntm/domain/criteria"
import type { Bilingual } from "@ntm/domain/values"
import { formatDay } from "@ntm/domain/values"
import { Result } from "effect"
import { both } from "../language/lang.ts"
import { keyMotion, type Press, typed } from "../parts/press.ts"
import { move } from "../parts/window.ts"
import { answered, type AssessState, cardOf, columnKey, type Frame } from "./assess-state.ts"
import { assessedUnder, inputsOf } from "./card-rows.ts"
import {
  blankForm,
  cellKey,
  corrected,
  type EntryRow,
  type GridView,
  isPeriodic,
  type Observed
} from "./entry-state.ts"
import { dayOfForm, inForm } from "./entry-step.ts"
import { chosenUnit, criteriaOf, matrixRows, rowCursor } from "./matrix-rows.ts"
import { readValue } from "./value-text.ts"

const own = {
  nothing: both("Chưa gõ giá trị nào", "No value was typed yet"),
  leaving: both(
    "Đã gõ giá trị chưa gửi: Esc lần nữa để bỏ, Tab để gửi",
    "Values are not sent: Esc drops them, Tab sends"
  ),
  wrong: both("Có dòng không đọc được, xem dấu ▲", "Some rows cannot be read, see ▲"),
  unread: both("Chưa đọc được số liệu hiện có của cột này", "The present values of this column were not read"),
  periodic: both(
    "Số liệu này báo cáo theo kỳ: dùng lệnh ntm observations record",
    "This is reported for periods: use ntm observations record"
  )
} as const

export const gridHeight = ({ height }: Frame): number => Math.max(1, height - 3)

/** The input that is typed, and what the server holds of it; undefined while that is being read. */
export const gridColumn = (assess: AssessState, input: string) => answered(assess, "Column", columnKey(assess, input))

/** The inputs that the criterion reads, as the set that judges these units has it; undefined while that is being read. */
export const gridInputs = (assess: AssessState, { code, no }: GridView): ReadonlyArray<string> | undefined => {
  const card = cardOf(assess, code)
  if (card === undefined) return undefined
  const criteria = assessedUnder(card, assess.matrix?.set.id ?? "")?.explanation.criteria
  const lines = criteria?.find((one) => one.no === no)?.indicators ?? []
  return [...new Set(lines.flatMap((line) => inputsOf(card, line)))]
}

/** The input that is typed now; "" where there is none, or none yet. */
export const gridInput = (assess: AssessState, grid: GridView): string => gridInputs(assess, grid)?.[grid.which] ?? ""

/** Opens the grid for the chosen criterion at the chosen unit. */
export const openGrid = (assess: AssessState): AssessState => {
  const rows = matrixRows(assess)
  const row = chosenUnit(assess, rows)
  const criterion = criteriaOf(assess)[assess.column]
  if (row === undefined || criterion === undefined) return assess
  return {
    ...assess,
    view: {
      _tag: "Grid",
      no: criterion.no,
      code: row.unit.code,
      which: 0,
      window: { cursor: rowCursor(assess, rows), top: assess.top },
      texts: new Map(),
      results: new Map(),
      form: null,
      leaving: false
    }
  }
}

interface Cell {
  readonly key: string
  readonly row: Result.Result<Omit<EntryRow, "day" | "state" | "note" | "supersedes">, Bilingual>
  readonly known: Observed
}

/** The cells that hold a text, read; a cell whose column was not read cannot be. */
const cellsOf = (assess: AssessState, grid: GridView): ReadonlyArray<Cell> =>
  (gridInputs(assess, grid) ?? []).flatMap((input): ReadonlyArray<Cell> => {
    const column = gridColumn(assess, input)
    return matrixRows({ ...assess, query: "", failing: null }).flatMap(({ unit }): ReadonlyArray<Cell> => {
      const key = cellKey(input, unit.id)
      const text = grid.texts.get(key) ?? ""
      if (text.trim() === "") return []
      if (column?._tag !== "Column")
        return [{ key, row: Result.fail(own.unread), known: { inForce: null, pending: null } }]
      const known = column.items.find((item) => item.unit.id === unit.id) ?? { inForce: null, pending: null }
      const value = cellValue(text, column.input)
      if (isPeriodic(known)) return [{ key, row: Result.fail(own.periodic), known }]
      return [{ key, row: Result.map(value, (value) => ({ unit: unit.code, input, value })), known }]
    })
  })

/** A typed cell as a value. */
export const cellValue = (text: string, { kind }: Pick<InputSpec, "kind">): Result.Result<number, Bilingual> =>
  readValue(text, kind === "attestation")

const send = (assess: AssessState, grid: GridView, state: EntryRow["state"]): AssessState => {
  const { form } = grid
  if (form === null) return assess
  const refuse = (problem: Bilingual): AssessState => ({
    ...assess,
    view: { ...grid, form: { ...form, problem, refused: null } }
  })
  const day = dayOfForm(form)
  if (Result.isFailure(day)) return refuse(day.failure)
  const cells = cellsOf(assess, grid)
  if (cells.length === 0) return refuse(own.nothing)
  const note = form.note.trim() === "" ? null : form.note.trim()
  const wrong = cells.flatMap(({ key, row }) => (Result.isFailure(row) ? [[key, row.failure] as const] : []))
  if (wrong.length > 0)
    return { ...assess, view: { ...grid, form: { ...form, problem: own.wrong }, results: new Map(wrong) } }
  const rows = cells.flatMap(({ known, row }) =>
    Result.isFailure(row)
      ? []
      : [{ ...row.success, day: day.success, state, note, supersedes: corrected(known, day.success) }]
  )
  const turn = assess.turn + 1
  return {
    ...assess,
    turn,
    sending: { turn, rows, keys: cells.map(({ key }) => key) },
    view: { ...grid, form: { ...form, problem: null, refused: null } }
  }
}

const inConfirm = (assess: AssessState, grid: GridView, press: Press): AssessState => {
  if (grid.form === null) return assess
  const next = inForm(grid.form, press)
  if (next._tag === "Closed") return { ...assess, view: { ...grid, form: null } }
  return next._tag === "Form" ? { ...assess, view: { ...grid, form: next.form } } : send(assess, grid, next.state)
}

/** The grid after a press: a text goes to the chosen unit, Enter on to the next, Tab to what sends them all. */
export const inGrid = (assess: AssessState, grid: GridView, press: Press, frame: Frame): AssessState => {
  if (assess.sending !== null) return assess
  if (grid.form !== null) return inConfirm(assess, grid, press)
  const rows = matrixRows(assess)
  const unit = rows[grid.window.cursor]?.unit
  const input = gridInput(assess, grid)
  const stay: GridView = { ...grid, leaving: false }
  const moved = (motion: "up" | "down" | "pageUp" | "pageDown" | "home" | "end"): AssessState => ({
    ...assess,
    view: { ...stay, window: move(grid.window, motion, rows.length, gridHeight(frame)) }
  })
  if (unit !== undefined && input !== "") {
    const key = cellKey(input, unit.id)
    const text = typed(grid.texts.get(key) ?? "", press)
    if (text !== undefined) {
      const texts = new Map(grid.texts)
      if (text === "") texts.delete(key)
      else texts.set(key, text)
      const results = new Map(grid.results)
      results.delete(key)
      return { ...assess, view: { ...stay, texts, results } }
    }
  }
  const motion = keyMotion(press)
  if (motion !== undefined) return moved(motion)
  const count = Math.max(1, gridInputs(assess, grid)?.length ?? 1)
  switch (press._tag === "Key" ? press.key : "") {
    case "enter":
      return moved("down")
    case "left":
      return { ...assess, view: { ...stay, which: (grid.which + count - 1) % count } }
    case "right":
      return { ...assess, view: { ...stay, which: (grid.which + 1) % count } }
    case "tab": {
      const day = assess.spot === null ? "" : formatDay(assess.spot.day)
      return { ...assess, view: { ...stay, form: blankForm(["day", "note", "submit", "draft"], day) } }
    }
    case "escape":
      return grid.texts.size === 0 || grid.leaving
        ? { ...assess, at: unit?.id ?? assess.at, view: { _tag: "Map" } }
        : { ...assess, view: { ...grid, leaving: true }, said: { text: own.leaving, tone: "warn" } }
    default:
      return assess
  }
}

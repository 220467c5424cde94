import fc from "fast-check"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { both } from "../language/lang.ts"
import { plain } from "../parts/line.ts"
import type { Key, Press } from "../parts/press.ts"
import { width } from "../parts/text.ts"
import { blankForm, choiceField, countField, dayField, type FormState, inForm, readForm, textField } from "./form.ts"
import { formLines } from "./form-lines.ts"
import { turned } from "./turned.ts"

const name = (text: string) => both(text, text)
const fields = [
  dayField("day", name("Ngày"), { start: "2025-06-20" }),
  textField("reason", name("Lý do")),
  countField("present", name("Có mặt"), { needed: false }),
  choiceField("outcome", name("Kết quả"), [
    { key: "yes", label: name("có") },
    { key: "no", label: name("không") },
    { key: "later", label: name("để sau") }
  ])
]
const typed = (text: string): ReadonlyArray<Press> => Array.from(text, (letter) => ({ _tag: "Typed", text: letter }))
const key = (one: Key): ReadonlyArray<Press> => [{ _tag: "Key", key: one }]
/** The form after some presses; null once it was closed or sent. */
const after = (...presses: ReadonlyArray<Press>): FormState | null =>
  presses.reduce<FormState | null>((form, press) => {
    const next = form === null ? null : inForm(form, fields, press)
    return next?._tag === "Form" ? next.form : null
  }, blankForm("move"))
const filled = (...presses: ReadonlyArray<Press>) => readForm(after(...presses) ?? blankForm("gone"), fields)

describe("a small form", () => {
  it("reads days as people write them, counts, choices and what stayed empty", () => {
    const read = filled(
      ...key("backspace"),
      ...key("backspace"),
      ...typed("19"),
      ...key("enter"),
      ...typed("Hội đồng yêu cầu"),
      ...key("down"),
      ...key("down"),
      ...key("right")
    )
    if (Result.isFailure(read)) throw new Error(read.failure.problem.vi)
    const { count, text } = read.success
    expect([text("day"), text("reason"), count("present"), text("outcome")]).toEqual([
      "2025-06-19",
      "Hội đồng yêu cầu",
      null,
      "no"
    ])
  })

  it("leads to the first field that is wrong, and says what is wrong with it", () => {
    const failure = (...presses: ReadonlyArray<Press>) => {
      const read = filled(...presses)
      return Result.isFailure(read) ? [read.failure.field, read.failure.problem.vi] : []
    }
    expect(failure()).toEqual([1, "Cần ghi: Lý do"])
    expect(failure(...typed("x"))[0]).toBe(0)
    const toCount = [...key("enter"), ...typed("vì"), ...key("enter")]
    expect(failure(...toCount, ...typed("2,5"))).toEqual([2, "Có mặt: “2,5” không phải là số nguyên"])
    expect(failure(...toCount, ...typed("-3"))).toEqual([2, "Có mặt: “-3” không phải là số nguyên"])
    expect(failure(...toCount, ...typed("1.250"))).toEqual([])
  })

  it("is sent from its button alone, and Esc leaves it", () => {
    const onButton = after(...key("up"))
    expect(onButton?.field).toBe(fields.length)
    expect(onButton === null ? null : inForm(onButton, fields, { _tag: "Key", key: "enter" })).toEqual({ _tag: "Send" })
    expect(inForm(blankForm("move"), fields, { _tag: "Key", key: "enter" })._tag).toBe("Form")
    expect(inForm(blankForm("move"), fields, { _tag: "Key", key: "escape" })).toEqual({ _tag: "Closed" })
  })

  it("whatever is pressed stands on one of its lines, which is on show in every window", () => {
    const press = fc.oneof(
      fc.constantFrom<Key>("up", "down", "left", "right", "tab", "backTab", "backspace").map((one): Press => ({
        _tag: "Key",
        key: one
      })),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }).map((text): Press => ({ _tag: "Typed", text }))
    )
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), fc.integer({ min: 2, max: 12 }), (presses, height) => {
        const form = after(...presses)
        expect(form).not.toBeNull()
        if (form === null) return
        expect(form.field).toBeGreaterThanOrEqual(0)
        expect(form.field).toBeLessThanOrEqual(fields.length)
        const lines = formLines({ ...form, problem: name("Sai") }, fields, false, { width: 60, height, lang: "vi" })
        expect(lines.length).toBeLessThanOrEqual(height)
        expect(lines.some((line) => plain(line).startsWith("› "))).toBe(true)
        expect(plain(lines.at(-1) ?? [])).toBe("Sai")
      })
    )
  })

  it("cuts nothing but what is too long for its window", () => {
    const lines = formLines(blankForm("move"), fields, false, { width: 60, height: 12, lang: "vi" })
    expect(lines.map((line) => plain(line).trimEnd())).toEqual([
      "› Ngày:                     2025-06-20",
      "  Lý do:",
      "  Có mặt:                    có thể để trống",
      "  Kết quả:                  có",
      "  [ Ghi ]"
    ])
    for (const line of lines) expect(width(plain(line))).toBeLessThanOrEqual(60)
  })
})

describe("turning through choices", () => {
  it("comes by every one of them and back to where it began, null among them", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.option(fc.integer()), { minLength: 1, maxLength: 9 }), (choices) => {
        const seen = choices.reduce<ReadonlyArray<number | null>>(
          (been) => [...been, turned(choices, been.at(-1) ?? null)],
          choices.slice(0, 1)
        )
        expect(new Set(seen)).toEqual(new Set(choices))
        expect(seen.at(-1)).toBe(choices[0])
      })
    )
  })
})

import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { formProblems } from "./form-problems.ts"

const strict = { errors: "all", onExcessProperty: "error" } as const

/** What is said of one value of a form, in both languages. */
const toldOf = (schema: Schema.Top & { readonly DecodingServices: never }, value: unknown): ReadonlyArray<string> => {
  const read = Schema.decodeUnknownResult(Schema.Struct({ a: schema }), strict)({ a: value })
  return Result.isSuccess(read)
    ? []
    : formProblems(read.failure.issue).map(({ message, path }) => `${path.join(".")}: ${message.vi} · ${message.en}`)
}

const tagged = Schema.Union([
  Schema.Struct({ _tag: Schema.Literal("ended"), reason: Schema.NonEmptyString }),
  Schema.Struct({ _tag: Schema.Literal("renewed"), until: Schema.NullOr(Schema.String) })
])

describe("what is wrong with the form of something given", () => {
  it.each<readonly [string, Schema.Top & { readonly DecodingServices: never }, unknown, string]>([
    ["an empty text", Schema.NonEmptyString, "", "a: không được để trống · must not be empty"],
    ["a long text", Schema.String.check(Schema.isMaxLength(3)), "abcd", "a: dài tối đa 3 · must be at most 3 long"],
    ["another kind", Schema.String, 1, "a: phải là chuỗi ký tự · must be a text"],
    ["no number", Schema.Finite, "12,5", "a: phải là số · must be a number"],
    ["a fraction", Schema.Int, 1.5, "a: phải là số nguyên · must be a whole number"],
    ["too little", Schema.Number.check(Schema.isGreaterThan(0)), 0, "a: phải lớn hơn 0 · must be more than 0"],
    [
      "too much",
      Schema.Number.check(Schema.isBetween({ minimum: 1, maximum: 3 })),
      9,
      "a: phải từ 1 đến 3 · must be from 1 to 3"
    ],
    ["another word", Schema.Literals(["stock", "flow"]), "x", "a: phải là stock hoặc flow · must be stock or flow"],
    [
      "none of many words",
      Schema.NullOr(Schema.Literals(["x", "y", "z"])),
      "w",
      "a: phải là một trong: x, y, z · must be one of: x, y, z"
    ],
    [
      "no form of several",
      tagged,
      { _tag: "gone" },
      "a: _tag phải là một trong: ended, renewed · _tag must be one of: ended, renewed"
    ],
    [
      "a place within a form",
      tagged,
      { _tag: "ended", reason: "" },
      "a.reason: không được để trống · must not be empty"
    ],
    ["what is left out", tagged, { _tag: "renewed" }, "a.until: thiếu · missing"],
    [
      "what has no name",
      Schema.Struct({ c: Schema.optionalKey(Schema.String) }),
      { b: 1 },
      "a.b: không có khoá này · unknown key"
    ],
    [
      "what a schema says itself",
      Schema.String.check(Schema.isMinLength(2, { message: "phải có hai chữ · must have two letters" })),
      "x",
      "a: phải có hai chữ · must have two letters"
    ],
    [
      "what nobody has words for",
      Schema.String.check(Schema.isPattern(/^a/)),
      "b",
      "a: không đúng dạng nào được phép · of no form that is allowed"
    ]
  ])("%s is told by its place in both languages", (_, schema, value, told) => {
    expect(toldOf(schema, value)).toEqual([told])
  })
})

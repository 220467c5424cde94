import { Effect } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fieldsBelow, shapeAt } from "./answer-shapes.ts"
import { FIRST, questionOf, readCursor, writeCursor } from "./cursor.ts"
import { pick, unknownFields, wantedIn } from "./fields.ts"
import { formFor } from "./forms.ts"
import { cut, type Parts, whole } from "./page.ts"

const text = fc.option(fc.string(), { nil: null })
const cursors = fc.record({
  question: fc.string(),
  asOf: text,
  knownAt: text,
  at: text,
  skip: fc.nat(),
  key: text
})

describe("a cursor", () => {
  it("comes back as it was written", () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        expect(readCursor(writeCursor(cursor))).toEqual(cursor)
      })
    )
  })

  it("with any sign changed, left out or put in is none", () => {
    fc.assert(
      fc.property(cursors, fc.nat(), fc.constantFrom("a", "Z", "-", "", "b0"), (cursor, place, sign) => {
        const written = writeCursor(cursor)
        const at = place % written.length
        const changed = `${written.slice(0, at)}${sign}${written.slice(at + 1)}`
        if (changed !== written) expect(readCursor(changed)).toBeNull()
      })
    )
    for (const broken of ["", "x", "null", "eyJhIjoxfQ", "%00"]) expect(readCursor(broken)).toBeNull()
  })

  it("is of a question: its path and parameters in any order, whatever the size of a page and the fields", () => {
    const one = questionOf("/works", [
      ["unit", "31"],
      ["sort", "late"]
    ])
    expect(
      questionOf("/works", [
        ["sort", "late"],
        ["limit", "5"],
        ["unit", "31"],
        ["fields", "id"],
        ["cursor", "x"]
      ])
    ).toBe(one)
    expect(
      questionOf("/works", [
        ["unit", "30"],
        ["sort", "late"]
      ])
    ).not.toBe(one)
    expect(
      questionOf("/tasks", [
        ["unit", "31"],
        ["sort", "late"]
      ])
    ).not.toBe(one)
  })
})

/** A list in parts of these sizes, each begun by its number; a part has at least as many as are asked for, where it has them. */
const inParts = (parts: ReadonlyArray<ReadonlyArray<number>>): Parts<number, never, never> => ({
  part: (at) => {
    const number = at === null ? 0 : Number(at)
    const next = number + 1 < parts.length ? String(number + 1) : null
    return Effect.succeed({ items: parts[number] ?? [], next })
  }
})

const pagesOf = (
  list: Parts<number, never, never>,
  sizes: ReadonlyArray<number>
): ReadonlyArray<ReadonlyArray<number>> => {
  const pages: Array<ReadonlyArray<number>> = []
  let from: { readonly at: string | null; readonly skip: number } | null = FIRST
  for (let turn = 0; from !== null; turn += 1) {
    const page: Effect.Success<ReturnType<typeof cut<number, never, never>>> = Effect.runSync(
      cut(list, from, sizes[turn % sizes.length] ?? 1)
    )
    pages.push(page.items)
    from = page.next
  }
  return pages
}

const someSizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 })

describe("pages of any size", () => {
  it("put together are the whole, in parts or not; only the last may have fewer than were asked for, and none but the only one is empty", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(), { maxLength: 6 }), { maxLength: 6 }), someSizes, (parts, sizes) => {
        for (const list of [inParts(parts), whole(parts.flat())]) {
          const pages = pagesOf(list, sizes)
          expect(pages.flat()).toEqual(parts.flat())
          for (const [turn, page] of pages.slice(0, -1).entries()) expect(page.length).toBe(sizes[turn % sizes.length])
          if (pages.length > 1) expect(pages.at(-1)?.length).toBeGreaterThan(0)
        }
      })
    )
  })
})

const hits = fieldsBelow([shapeAt("/units") ?? {}]).fields.get("hits") ?? []

describe("fields", () => {
  it("are picked, nested ones and those of each item of a list; what is wanted whole is whole", () => {
    const value = { code: "1", unit: { name: "A", id: 2 }, parts: [{ day: 1, by: "x" }, { day: 2 }] }
    expect(pick(value, wantedIn("code,unit.name,parts.day"))).toEqual({
      code: "1",
      unit: { name: "A" },
      parts: [{ day: 1 }, { day: 2 }]
    })
    expect(pick(value, wantedIn("unit.name,unit"))).toEqual({ unit: value.unit })
    expect(pick(value, wantedIn("unit,unit.name"))).toEqual({ unit: value.unit })
    expect(pick({ unit: null }, wantedIn("unit.name"))).toEqual({ unit: null })
    expect(pick(value, null)).toBe(value)
  })

  it("that are not there are told with those that are", () => {
    expect(unknownFields(wantedIn("match,unit.name"), hits)).toEqual([])
    const [first, second] = unknownFields(wantedIn("matc,unit.nam"), hits)
    expect(first).toMatchObject({
      path: "fields",
      message: expect.stringMatching(/^không có trường “matc”; dùng được: .*match/)
    })
    expect(second?.messageEn).toMatch(/^there is no field “unit\.nam”; there are: .*unit\.name/)
    expect(unknownFields(wantedIn("match.x"), hits)[0]?.messageEn).toBe(
      "there is no field “match.x”; nothing lies below there"
    )
  })
})

describe("the form of an answer", () => {
  const forms = ["application/json", "application/x-ndjson", "text/csv"]
  it.each([
    [undefined, "application/json"],
    ["", "application/json"],
    ["*/*", "application/json"],
    ["text/csv", "text/csv"],
    ["text/*", "text/csv"],
    ["application/*", "application/json"],
    ["text/html, application/xhtml+xml, */*;q=0.8", "application/json"],
    ["application/x-ndjson;q=0.5, text/csv;q=0.9", "text/csv"],
    ["application/json;q=0, */*", "application/x-ndjson"],
    ["application/xml", null],
    ["text/csv;q=0", null]
  ])("to Accept %s is %s", (accept, form) => {
    expect(formFor(accept, forms)).toBe(form)
  })
})

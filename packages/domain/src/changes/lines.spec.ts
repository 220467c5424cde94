import { expect, it } from "vitest"
import { changedRows } from "./lines.ts"

it("tells of an update what differs, in words", () => {
  const before = [
    { id: 1, name: "Cũ", province: 31, note: null, size: { amount: 1 } },
    { id: 2, name: "Như trước" }
  ]
  const after = [
    { id: 1, name: "Mới", province: 32, note: "x", size: { amount: 2 } },
    { id: 2, name: "Như trước" }
  ]
  expect(changedRows({ before, after }, 10)).toEqual([
    [
      { field: "name", words: { vi: "tên", en: "name" }, before: "Cũ", after: "Mới" },
      { field: "note", words: { vi: "ghi chú", en: "note" }, before: null, after: "x" },
      { field: "size", words: { vi: "quy mô", en: "size" }, before: '{"amount":1}', after: '{"amount":2}' }
    ]
  ])
})

it("tells of what began all that it says, of what ended all that it said, and no more rows than are wanted", () => {
  const rows = [
    { id: 1, year: 2025 },
    { id: 2, year: 2026 }
  ]
  expect(changedRows({ before: null, after: rows }, 1)).toEqual([
    [
      { field: "id", words: { vi: "số hiệu", en: "number" }, before: null, after: "1" },
      { field: "year", words: { vi: "năm", en: "year" }, before: null, after: "2025" }
    ]
  ])
  expect(
    changedRows({ before: rows, after: null }, 10)
      .flat()
      .map(({ before, after }) => [before, after])
  ).toEqual([
    ["1", null],
    ["2025", null],
    ["2", null],
    ["2026", null]
  ])
})

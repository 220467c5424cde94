import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Result } from "effect"
import { numberCell } from "./cells.ts"
import { csvLines, csvRecord, csvText, decimalCommaCell } from "./csv.ts"

describe("csvLines", () => {
  it("reads commas, semicolons and tabs, whichever the first line has most of", () => {
    for (const sign of [",", ";", "\t"])
      expect(csvLines(`a${sign}b\r\n1${sign} 2 \r\n`)).toEqual([
        { line: 1, cells: ["a", "b"] },
        { line: 2, cells: ["1", "2"] }
      ])
  })

  it("keeps the number of the line in which a row begins, over empty lines and line breaks in cells", () => {
    expect(csvLines('a,b\n\n"một\nhai",2\n3,4\n')?.map(({ line }) => line)).toEqual([1, 3, 5])
  })

  it("is null where a quotation mark is never closed", () => {
    expect(csvLines('a,b\n"một,2\n')).toBeNull()
  })
})

describe("csvText", () => {
  it("quotes what would break a row, and ends every line as RFC 4180 has it", () => {
    expect(
      csvText(
        ["Đơn vị", "Số"],
        [
          ["xã “A”, B", 12],
          ['nói "có"', null]
        ]
      )
    ).toBe('\uFEFFĐơn vị,Số\r\n"xã “A”, B",12\r\n"nói ""có""",\r\n')
  })

  it("lets no spreadsheet take a text for a formula; a number stays one", () => {
    expect(csvRecord(["=1+1", "-x", "-5,25", -5])).toBe(`'=1+1,'-x,"-5,25",-5\r\n`)
  })

  it("is read back as it was written", () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.replaceAll("\r", "").trim())
    // The first line tells the separator, and a row of blanks is no row.
    const row = fc.tuple(
      fc.constant("x"),
      fc.oneof(
        // An apostrophe that somebody wrote before a sign is taken for the one that guards it.
        cell.filter((text) => !text.startsWith("'")),
        cell.map((text) => `=${text}`)
      ),
      cell.map((text) => `v${text}`)
    )
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        expect(
          csvLines(csvText(["a", "b", "c"], rows))
            ?.slice(1)
            .map(({ cells }) => cells)
        ).toEqual(rows)
      })
    )
  })
})

describe("a number with a decimal comma", () => {
  it("is read back as the number that was written, whatever its decimals", () => {
    const number = fc.tuple(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 4 }))
    fc.assert(
      fc.property(number, ([digits, decimals]) => {
        const value = Number((digits / 10 ** decimals).toFixed(decimals))
        const [, line] = csvLines(csvText(["a", "b"], [["x", decimalCommaCell(value)]])) ?? []
        expect(Result.getOrThrow(numberCell(line?.cells[1] ?? "", undefined))).toBe(value)
      })
    )
    expect([1.234, 1234, -0.5].map(decimalCommaCell)).toEqual(["1,234", "1234", "-0,5"])
  })
})

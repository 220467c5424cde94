import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { readRowsFile } from "../files/rows-file.ts"
import { problemsOf, specFiles } from "../testing/row-files.ts"
import { entryForm } from "./entry-form.ts"

const file = specFiles()
let files = 0
const read = (content: string | Uint8Array, name = `tep-${++files}.csv`) => readRowsFile(file(name, content), entryForm)
const rowsOf = async (content: string, name?: string) => Result.getOrThrow(await read(content, name)).rows
const problems = async (content: string | Uint8Array, name?: string) => problemsOf(await read(content, name))

const heading = "Mã đơn vị;Nguồn vốn;Năm;Giai đoạn;Số tiền (triệu đồng);Ngày"
const english = "unit,source,year,stage,amount (triệu đồng),day"

describe("a CSV file of funding entries", () => {
  it("is read by Vietnamese headings and names, amounts in the unit of the heading", async () => {
    const text = `${heading};Cơ quan;Số lượng;Đơn vị số lượng;Nơi giao\n313;Vốn đầu tư công;2024;Huy động;2.775;31/12/2024;;;;\n11824;Hiến đất;2024;Huy động;18,5;5/3/2024;;230;m²;Sở Tài chính\n`
    expect(await rowsOf(text)).toEqual([
      { unit: "313", source: "investment", year: 2024, stage: "mobilised", amount: 2_775_000_000, day: "2024-12-31" },
      {
        unit: "11824",
        source: "community.land",
        year: 2024,
        stage: "mobilised",
        amount: 18_500_000,
        day: "2024-03-05",
        quantity: { amount: 230, unit: "m²" },
        from: { agency: "Sở Tài chính" }
      }
    ])
  })

  it("is read by English headings and keys too", async () => {
    expect(await rowsOf(`${english}\n313,investment,2024,disbursed,2.775,2024-12-31\n`)).toEqual([
      { unit: "313", source: "investment", year: 2024, stage: "disbursed", amount: 2_775_000_000, day: "2024-12-31" }
    ])
  })

  it("takes a list of entries that was saved, with what it shows beside them", async () => {
    const text = "Số,Mã đơn vị,Đơn vị,Nguồn vốn,Năm,Giai đoạn,Số tiền (đồng),Ngày,Minh họa,Ghi lúc,Người ghi\n"
    expect(
      await rowsOf(`${text}9,313,huyện An Lão,all,2024,planned,5000,2024-01-01,có,2025-01-01T00:00:00Z,Văn phòng\n`)
    ).toEqual([
      { unit: "313", source: "all", year: 2024, stage: "planned", amount: 5000, day: "2024-01-01", illustrative: true }
    ])
  })

  it("never takes tỷ for triệu: the unit of a cell wins over that of the heading", async () => {
    const rows = await rowsOf(
      `${heading}\n313;all;2024;planned;18.258 tỷ;1/1/2024\n313;all;2024;planned;18.258 triệu;1/1/2024\n313;all;2024;planned;18.258;1/1/2024\n`.replace(
        "18.258;1/1",
        "18.259;1/1"
      )
    )
    expect(rows.map((row) => ("amount" in row ? row.amount : null))).toEqual([
      18_258_000_000_000, 18_258_000_000, 18_259_000_000
    ])
  })

  it("takes the unit from a column, row by row", async () => {
    const rows = await rowsOf(
      "unit;source;year;stage;amount;ĐVT;day\n313;all;2024;planned;5;tỷ đồng;1/1/2024\n313;all;2024;planned;5;triệu đồng;1/1/2024\n"
    )
    expect(rows.map((row) => ("amount" in row ? row.amount : null))).toEqual([5_000_000_000, 5_000_000])
    expect(await problems("unit;source;year;stage;amount;ĐVT;day\n313;all;2024;planned;5;xã;1/1/2024\n")).toEqual([
      "dòng 2, cột amount: “5” chưa ghi đơn vị tiền (đồng, nghìn đồng, triệu đồng hay tỷ đồng)",
      "dòng 2, cột ĐVT: “xã” không phải là đơn vị tiền (đồng, nghìn đồng, triệu đồng, tỷ đồng)"
    ])
  })

  it("is refused without a unit of money, told once with the column", async () => {
    expect(
      await problems(
        "unit;source;year;stage;Số tiền;day\n313;all;2024;planned;2.775;1/1/2024\n313;all;2024;planned;3;1/1/2024\n"
      )
    ).toEqual([
      "dòng 1, cột Số tiền: chưa ghi đơn vị tiền: viết vào tiêu đề, như “Số tiền (triệu đồng)”, hoặc thêm cột “ĐVT”"
    ])
    // Written with every amount it needs no heading.
    expect(await problems("unit;source;year;stage;Số tiền;day\n313;all;2024;planned;3 tỷ;1/1/2024\n")).toEqual([])
  })

  it("tells everything that is wrong, by row and column", async () => {
    expect(
      await problems(
        `${heading}\n313;Vốn lạ;2024;Huy động;1,234.5;31/6/2024\n;all;hai nghìn;planned;5;1/1/2024\n313;all;2024;planned;5\n`
      )
    ).toEqual([
      expect.stringMatching(/^dòng 2, cột Nguồn vốn: “Vốn lạ” phải là một trong: Tổng cộng \(all\), /),
      expect.stringMatching(/^dòng 2, cột Số tiền \(triệu đồng\): “1,234.5” đặt sai dấu phân cách/),
      "dòng 2, cột Ngày: Ngày “31/6/2024” không có trong lịch",
      "dòng 3, cột Mã đơn vị: ô để trống",
      "dòng 3, cột Năm: “hai nghìn” không phải là số",
      "dòng 4: có 5 ô, tiêu đề có 6"
    ])
  })

  it("tells of rows that are the very same, and lets a place tell them apart", async () => {
    const row = "313;all;2024;planned;5;1/1/2024"
    expect(await problems(`${heading}\n${row}\n\n${row}\n`)).toEqual([
      "dòng 4: trùng hoàn toàn với dòng 2; nếu là hai khoản khác nhau, ghi rõ nơi ghi hoặc văn bản"
    ])
    expect(await problems(`${heading};Nơi ghi\n${row};dòng 1\n${row};dòng 2\n`)).toEqual([])
  })

  it("is refused with columns that are unknown, missing or twice there", async () => {
    expect(await problems("unit;source;year;stage;amount (đồng);ngày;màu;mã đơn vị\n")).toEqual([
      "dòng 1: không hiểu cột “màu”",
      "dòng 1, cột mã đơn vị: cột này đã có ở phía trước"
    ])
    expect(await problems("unit;source;year\n313;all;2024\n")).toEqual([
      "dòng 1: thiếu cột “giai đoạn” (stage)",
      "dòng 1: thiếu cột “số tiền” (amount)",
      "dòng 1: thiếu cột “ngày” (day)"
    ])
  })

  it("is refused where it is truncated, empty, absent, or not UTF-8", async () => {
    expect(await problems(`${heading}\n313;all;2024;planned;5;"1/1`)).toEqual([
      "có dấu ngoặc kép không đóng, tệp có thể bị cắt cụt"
    ])
    expect(await problems("")).toEqual(["tệp rỗng"])
    expect(await problems(`${heading}\n`)).toEqual(["tệp không có dòng số liệu nào"])
    expect(await problems(new Uint8Array([0x4d, 0xe3, 0x20, 0xf1]))).toEqual([
      "tệp không phải UTF-8; hãy lưu lại với mã UTF-8"
    ])
    expect(problemsOf(await readRowsFile("/khong/co/tep.csv", entryForm))).toEqual(["không có tệp này"])
  })

  it("puts what the server says of a row into the words of the file", async () => {
    const { placeOf } = Result.getOrThrow(await read(`${heading}\n\n313;all;2024;planned;5;1/1/2024\n`))
    expect(placeOf("rows[0].amount").vi).toBe("dòng 3, cột Số tiền (triệu đồng)")
    expect(placeOf("rows[0].tier").vi).toBe("dòng 3, cột cấp tổng hợp")
    expect(placeOf("rows[0]").en).toBe("line 3")
    expect(placeOf("rows").vi).toBe("rows")
  })
})

describe("a JSON file of funding entries", () => {
  const row = { unit: "313", source: "all", year: 2024, stage: "planned", amount: 5, day: "2024-01-01" }
  const json = (value: unknown) => JSON.stringify(value)

  it("is taken as the API has it: an amount is đồng, a text names its unit", async () => {
    expect(await rowsOf(json({ rows: [row, { ...row, amount: "18.258 tỷ đồng" }] }))).toEqual([
      row,
      { ...row, amount: 18_258_000_000_000 }
    ])
  })

  it("takes no text for a number", async () => {
    expect(await problems(json([{ ...row, amount: "2775000000" }, 7]))).toEqual([
      "rows[0].amount: “2775000000” chưa ghi đơn vị tiền (đồng, nghìn đồng, triệu đồng hay tỷ đồng)",
      "rows[1]: “7” không phải là một đối tượng"
    ])
  })

  it("tells where it is broken, of rows that are the same, and of what is no list", async () => {
    expect(await problems('[{"unit": "313",\n "source"')).toEqual([
      expect.stringMatching(/^JSON hỏng hoặc bị cắt cụt \(dòng 2, cột \d+\)$/)
    ])
    expect(await problems(json([row, row]))).toEqual([
      expect.stringMatching(/^rows\[1\]: trùng hoàn toàn với rows\[0\]/)
    ])
    expect(await problems("{}")).toEqual(['phải là một danh sách, hoặc { "rows": [...] }'])
  })
})

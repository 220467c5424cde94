import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ItemEventRecording, ItemRecording } from "@ntm/domain/inventory"
import { Result, Schema } from "effect"
import { afterAll, describe, expect, it } from "vitest"
import { readRowsFile, type RowForm } from "../files/rows-file.ts"
import { checkInventoryRows, itemEventForm, itemForm } from "./index.ts"

const folder = mkdtempSync(join(tmpdir(), "ntm-inventory-"))
afterAll(() => rmSync(folder, { recursive: true }))

const read = (text: string, form: RowForm) => {
  const file = join(folder, "so.csv")
  writeFileSync(file, text)
  return readRowsFile(file, form)
}
const rows = async (text: string, form: RowForm) => {
  const found = await read(text, form)
  if (Result.isFailure(found)) throw new Error(JSON.stringify(found.failure))
  return found.success.rows
}
const problems = async (text: string, form: RowForm) => {
  const found = await read(text, form)
  return Result.isFailure(found) ? found.failure.map(({ message, place }) => `${place.vi}: ${message.vi}`) : []
}

describe("files of entries of registers", () => {
  it("have a row for each entry, of any kind, as the API takes it", async () => {
    const found = await rows(
      [
        "Loại;Mã đơn vị;Tên;Ngày;Thôn;Số hộ;Chủ vườn;Diện tích (m²);Chủ thể;Số sao;Hết hạn;Số ngày;Người dự;Chủ trì;Số người dự;Số hiệu;Loại văn bản;Văn bản",
        "Khu dân cư kiểu mẫu;11824;KDC Đông;05/3/2025;Đông;120;;;;;;;;;;;;12/QĐ-UBND",
        "vườn mẫu;11824;Vườn ông Ba;06/3/2025;;;Ba;1.250,5;;;;;;;;;;",
        "ocop;11824;Mắm;07/3/2025;;;;;HTX Biển;4;;;;;;;;",
        "Tập huấn;31;Lớp kế toán;08/3/2025;;;;;;;;1,5;Cán bộ xã (11824): 30; Trưởng thôn: 12;;;;;".replace(
          "Cán bộ xã (11824): 30; Trưởng thôn: 12",
          '"Cán bộ xã (11824): 30; Trưởng thôn: 12"'
        ),
        "họp;31;Họp Ban Chỉ đạo;27/12/2024;;;;;;;;;;Phó Chủ tịch;45;;;",
        "văn bản;31;Kế hoạch năm 2025;05/3/2025;;;;;;;;;;;;61/KH-UBND;Kế hoạch;"
      ].join("\n"),
      itemForm
    )
    const decoded = found.map((row) => Schema.decodeUnknownSync(ItemRecording)(row))
    expect(decoded.map(({ body }) => body)).toEqual([
      { _tag: "modelArea", households: 120, village: "Đông" },
      { _tag: "modelGarden", owner: "Ba", area: 1250.5 },
      { _tag: "ocop", producer: "HTX Biển", stars: 4, until: null },
      {
        _tag: "training",
        days: 1.5,
        attendees: [
          { who: "Cán bộ xã", unit: "11824", count: 30 },
          { who: "Trưởng thôn", unit: null, count: 12 }
        ]
      },
      { _tag: "meeting", chair: "Phó Chủ tịch", participants: 45 },
      { _tag: "issued", number: "61/KH-UBND", kind: "Kế hoạch" }
    ])
    expect(decoded[0]).toMatchObject({ unit: "11824", name: "KDC Đông", day: "2025-03-05", document: "12/QĐ-UBND" })
  })

  it("are refused with the line and the column of everything that is wrong", async () => {
    expect(
      await problems(
        [
          "Loại;Mã đơn vị;Tên;Ngày;Chủ thể;Số sao;Số hộ;Người dự",
          "sản phẩm OCOP;11824;Mắm;31/6/2025;HTX;4;;",
          "sản phẩm OCOP;11824;Tôm;1/6/2025;HTX;;12;",
          "khu vườn;11824;Vườn;1/6/2025;;;;",
          "tập huấn;11824;Lớp;1/6/2025;;;;nhiều người",
          ";11824;Lớp;1/6/2025;;;;"
        ].join("\n"),
        itemForm
      )
    ).toEqual([
      expect.stringMatching(/^dòng 2, cột Ngày: /),
      "dòng 3, cột Số hộ: không dùng với “sản phẩm OCOP”",
      "dòng 3, cột Số sao: “sản phẩm OCOP” cần cột này",
      expect.stringMatching(/^dòng 4, cột Loại: “khu vườn” phải là một trong: khu dân cư kiểu mẫu \(modelArea\)/),
      "dòng 5, cột Người dự: “nhiều người” phải có dạng “Cán bộ xã (11824): 30”",
      "dòng 6, cột Loại: ô để trống"
    ])
  })

  it("say which line is the very same as an earlier one", async () => {
    const line = "vườn mẫu;11824;Vườn ông Ba;06/3/2025"
    expect(await problems(["Loại;Mã đơn vị;Tên;Ngày", line, line].join("\n"), itemForm)).toEqual([
      expect.stringMatching(/^dòng 3: trùng hoàn toàn với dòng 2/)
    ])
  })

  it("name the column that the API means", async () => {
    const found = await read("Sổ;Mã đơn vị;Tên;Ngày;Chủ thể;Số sao\nocop;11824;Mắm;1/6/2025;HTX;9\n", itemForm)
    if (Result.isFailure(found)) throw new Error("it can be read")
    expect(found.success.placeOf("rows[0].body.stars").vi).toBe("dòng 2, cột Số sao")
    expect(found.success.placeOf("rows[0].unit").vi).toBe("dòng 2, cột Mã đơn vị")
  })
})

describe("files of what became of them", () => {
  it("have a row for each event, with what its kind asks for", async () => {
    const found = await rows(
      [
        "Số mục;Ngày;Việc;Số sao;Hết hạn;Lý do;Văn bản",
        "12;1/6/2025;Phân hạng lại;4;1/6/2028;;9/QĐ-UBND",
        "13;2/6/2025;Rút lại;;;Ghi nhầm;",
        "14;2/6/2025;Thôi tính;;;Giải thể;"
      ].join("\n"),
      itemEventForm
    )
    expect(found.map((row) => Schema.decodeUnknownSync(ItemEventRecording)(row)).map(({ body }) => body)).toEqual([
      { _tag: "renewed", stars: 4, until: "2028-06-01" },
      { _tag: "withdrawn", reason: "Ghi nhầm" },
      { _tag: "ended", reason: "Giải thể" }
    ])
    expect(await problems("Số mục;Ngày;Việc;Số sao;Lý do\n12;1/6/2025;Thôi tính;4;\n", itemEventForm)).toEqual(
      [
        "dòng 2, cột Lý do: việc “thôi tính” cần cột này",
        "dòng 2, cột Số sao: không dùng với việc “thôi tính”"
      ].toReversed()
    )
  })
})

describe("a check without the system", () => {
  const check = async (text: string, form: RowForm, what: "items" | "events") => {
    const found = await read(text, form)
    if (Result.isFailure(found)) throw new Error("it can be read")
    return checkInventoryRows("so.csv", found.success, what).map(({ message, place }) => `${place.vi}: ${message.vi}`)
  }

  it("tells what no system would take, at its line and column", async () => {
    const head = "Loại;Mã đơn vị;Tên;Ngày;Chủ thể;Số sao;Hết hạn"
    expect(
      await check(
        [
          head,
          "ocop;11824;Mắm;1/6/2025;HTX;6;",
          "ocop;11824;Tôm;1/6/2025;HTX;4;31/5/2025",
          "ocop;11824;Cá;1/6/2025;HTX;3;"
        ].join("\n"),
        itemForm,
        "items"
      )
    ).toEqual([
      "dòng 2, cột Số sao: số sao phải từ 3 đến 5",
      "dòng 3, cột Hết hạn: giấy chứng nhận hết hạn trước ngày được cấp"
    ])
    expect(await check("Số mục;Ngày;Việc;Lý do\n0;1/6/2025;Rút lại;nhầm\n", itemEventForm, "events")).toEqual([
      "dòng 2, cột Số mục: phải lớn hơn 0"
    ])
    expect(await check('[{"item":1,"day":"2025-06-01","body":{"_tag":"ended"}}]', itemEventForm, "events")).toEqual([
      "rows[0].body.reason: thiếu"
    ])
  })
})

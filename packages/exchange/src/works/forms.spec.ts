import { ReportRecording, LandEventRecording, LandGiftRecording, WorkRecording, Batch } from "@ntm/domain/works"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { readRowsFile, type RowForm } from "../files/rows-file.ts"
import { problemsOf, specFiles } from "../testing/row-files.ts"
import { giftForm, landEventForm, readBatchFile, reportForm } from "./index.ts"

const file = specFiles()
let files = 0
const path = (content: string) => file(`tep-${++files}.csv`, content)
const read = (form: RowForm, content: string) => readRowsFile(path(content), form)
const rowsOf = async (form: RowForm, content: string) => Result.getOrThrow(await read(form, content)).rows

const batch = "KM2024;Xã kiểu mẫu 2024;31;2024"
const workHeading =
  "Đợt;Tên đợt;Đơn vị của đợt;Năm của đợt;Mã công trình;Tên công trình;Mã đơn vị;Lĩnh vực;Chủ đầu tư;Tổng mức đầu tư (tỷ đồng);Quy mô;Đơn vị quy mô;Chỉ tiêu;Khảo sát từ;Khảo sát đến;Thi công từ;Thi công đến"
const road = `${batch};D-01;Đường trục xã;11824;Giao thông;UBND xã;2,5;1,2;km;rural-roads;1/2/2024;20/2/2024;1/5/2024;30/9/2024`

describe("a CSV file of works", () => {
  it("is a batch with its works; steps come after those that the procedure has before them", async () => {
    const { batch: of, rows } = Result.getOrThrow(await readBatchFile(path(`${workHeading}\n${road}\n`)))
    expect(of).toMatchObject({ id: "KM2024", name: "Xã kiểu mẫu 2024", unit: "31", year: 2024, approvedOn: null })
    expect(rows).toEqual([
      {
        code: "D-01",
        name: "Đường trục xã",
        unit: "11824",
        batch: "KM2024",
        sector: "transport",
        investor: "UBND xã",
        cost: 2_500_000_000,
        size: { amount: 1.2, unit: "km" },
        milestones: [
          { step: "survey", after: [], start: "2024-02-01", due: "2024-02-20" },
          { step: "construction", after: ["survey"], start: "2024-05-01", due: "2024-09-30" }
        ],
        serves: ["rural-roads"],
        document: null,
        illustrative: false
      }
    ])
    // What is read is what the domain takes.
    expect(rows.map((row) => Schema.decodeUnknownSync(WorkRecording)(row).code)).toEqual(["D-01"])
    expect(Schema.decodeUnknownSync(Batch)({ ...Object(of), unit: 31 }).year).toBe(2024)
  })

  it("is refused where rows are of two batches, a step lacks a day, or none has one", async () => {
    const other = road.replace("KM2024", "KM2025").replace("D-01", "D-02")
    const half = road.replace("D-01", "D-03").replace("30/9/2024", "")
    const none = road.replace("D-01", "D-04").replace("1/2/2024;20/2/2024;1/5/2024;30/9/2024", ";;;")
    expect(problemsOf(await readBatchFile(path([workHeading, road, other, half, none].join("\n"))))).toEqual([
      "dòng 3, cột Đợt: các cột về đợt phải giống nhau ở mọi dòng: một tệp là một đợt",
      "dòng 4, cột Thi công đến: bước “Thi công” cần cả ngày bắt đầu và ngày xong",
      "dòng 5: chưa có ngày của bước nào (cột “Thi công từ”, “Thi công đến”…)"
    ])
  })

  it("does not blame the other rows for a batch that could not be read in the first", async () => {
    const broken = road.replace(";31;2024", ";31;năm nay")
    expect(
      problemsOf(await readBatchFile(path([workHeading, broken, road, road.replace("D-01", "D-02")].join("\n"))))
    ).toEqual(["dòng 2, cột Năm của đợt: “năm nay” không phải là số"])
  })

  it("is JSON { batch, rows } too", async () => {
    const { batch: of, rows } = Result.getOrThrow(
      await readBatchFile(file("dot.json", JSON.stringify({ batch: { id: "X" }, rows: [{ code: "1", cost: "2 tỷ" }] })))
    )
    expect([of, rows]).toEqual([{ id: "X" }, [{ code: "1", cost: 2_000_000_000 }]])
  })
})

const reportHeading =
  "Công trình;Ngày;Báo cáo;Bước;Bên nhận;Số tiền (đồng);Giá trị cũ (đồng);Ngày cũ;Ngày mới;Nội dung cũ;Nội dung;Nhóm vướng mắc;Số báo cáo;Lý do"

describe("a CSV file of reports", () => {
  it("has every kind of report, each as the domain takes it", async () => {
    const rows = await rowsOf(
      reportForm,
      [
        reportHeading,
        "31/D-01;1/5/2024;Bắt đầu;Thi công;;;;;;;;;;",
        "7;1/10/2024;Hoàn thành;Bàn giao;UBND xã;;;;;;;;;",
        "7;1/6/2024;Khối lượng;;;1.000.000;;;;;;;;",
        "7;1/6/2024;Nghiệm thu;;;500.000;;;;;;;;",
        "7;1/6/2024;Đổi thời gian;Thi công;;;;30/9/2024;31/10/2024;;;;;mưa lũ",
        "7;1/6/2024;Đổi giá trị;;;2.600.000;2.500.000;;;;;;;giá thép",
        "7;1/6/2024;Đổi quy mô;;;;;;;1 km;1,2 km;;;kéo dài",
        "7;1/6/2024;Vướng mắc;;;;;;;;còn 3 hộ;Mặt bằng;;",
        "7;1/7/2024;Đã tháo gỡ;;;;;;;;;;12;",
        "7;1/7/2024;Ảnh;;;;;;;;Ảnh hiện trường;;;",
        "7;2/7/2024;Rút báo cáo;;;;;;;;;;12;ghi nhầm"
      ].join("\n")
    )
    const decoded = rows.map((row) => Schema.decodeUnknownSync(ReportRecording)(row))
    expect(decoded.map(({ body }) => body._tag)).toEqual([
      "step",
      "step",
      "volume",
      "accepted",
      "change",
      "change",
      "change",
      "problem",
      "solved",
      "paper",
      "withdrawn"
    ])
    expect(decoded[0]).toMatchObject({ work: "31/D-01", body: { step: "construction", event: "begun", by: null } })
    expect(decoded[5]?.body).toMatchObject({ change: { _tag: "value", before: 2_500_000, after: 2_600_000 } })
  })

  it("tells which columns a kind of report asks for, and which it does not have", async () => {
    expect(
      problemsOf(
        await read(
          reportForm,
          [reportHeading, "7;1/6/2024;Khối lượng;Thi công;;;;;;;;;;", "7;1/6/2024;Lạ;;;;;;;;;;;"].join("\n")
        )
      )
    ).toEqual([
      "dòng 2, cột Số tiền (đồng): báo cáo “khối lượng” cần cột này",
      "dòng 2, cột Bước: không dùng với báo cáo “khối lượng”",
      expect.stringMatching(/^dòng 3, cột Báo cáo: “Lạ” phải là một trong: bắt đầu bước \(begun\)/)
    ])
  })
})

describe("CSV files about land", () => {
  it("have gifts, what is left out is none", async () => {
    const rows = await rowsOf(
      giftForm,
      "Mã đơn vị;Hộ;Đất ở (m²);Đất nông nghiệp (m²);Số thửa;Ngày\n11824;H-01;12,5;;1;5/3/2024\n"
    )
    expect(rows.map((row) => Schema.decodeUnknownSync(LandGiftRecording)(row))).toEqual([
      {
        unit: "11824",
        work: null,
        household: "H-01",
        residential: 12.5,
        agricultural: 0,
        structures: 0,
        eligible: 0,
        parcels: 1,
        day: "2024-03-05",
        document: null,
        illustrative: false
      }
    ])
  })

  it("have what happened since, each event with its own column", async () => {
    const heading = "Số hiến đất;Ngày;Việc;Số thửa;Số tiền (nghìn đồng);Lý do"
    const rows = await rowsOf(
      landEventForm,
      [
        heading,
        "3;1/6/2024;Đã giải phóng;;;",
        "3;2/6/2024;Đã chỉnh lý;1;;",
        "3;3/6/2024;Đã hỗ trợ;;2.500;",
        "4;3/6/2024;Rút lại;;;đổi ý"
      ].join("\n")
    )
    expect(rows.map((row) => Schema.decodeUnknownSync(LandEventRecording)(row).event)).toEqual([
      { _tag: "cleared" },
      { _tag: "updated", parcels: 1 },
      { _tag: "paid", amount: 2_500_000 },
      { _tag: "withdrawn", reason: "đổi ý" }
    ])
    expect(problemsOf(await read(landEventForm, [heading, "3;1/6/2024;Đã chỉnh lý;;;mưa"].join("\n")))).toEqual([
      "dòng 2, cột Số thửa: việc “updated” cần cột này",
      "dòng 2, cột Lý do: không dùng với việc “updated”"
    ])
  })
})

import { DossierEventRecording, SurveyResult } from "@ntm/domain/dossiers"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { readRowsFile, type RowForm } from "../files/rows-file.ts"
import { problemsOf, specFiles } from "../testing/row-files.ts"
import { dossierEventForm, dossierOpeningForm, surveyForm } from "./index.ts"

const file = specFiles()
let files = 0
const read = (form: RowForm, ...lines: ReadonlyArray<string>) =>
  readRowsFile(file(`ho-so-${++files}.csv`, lines.join("\n")), form)
const rowsOf = async (form: RowForm, ...lines: ReadonlyArray<string>) =>
  Result.getOrThrow(await read(form, ...lines)).rows

describe("a CSV file of dossiers to be opened", () => {
  const heading = "Mã đơn vị;Hạng;Bộ tiêu chí;Kết quả đến ngày;Ngày mở;Lý do mở;Nhiệm vụ;Minh họa"

  it("has what the API takes; what is left out is left to the server", async () => {
    const rows = await rowsOf(
      dossierOpeningForm,
      heading,
      "11824;nang cao;xa-ntm-nang-cao-2021-2025;31/12/2025;5/1/2026;;;",
      "31;Hoàn thành;tinh-2026;31/12/2025;5/1/2026;theo 61/KH-UBND;submit: kh-61/6 | vote:kh-61/5;có"
    )
    expect(rows).toEqual([
      {
        unit: "11824",
        tier: "advanced",
        criteriaSet: "xa-ntm-nang-cao-2021-2025",
        asOf: "2025-12-31",
        openedOn: "2026-01-05"
      },
      {
        unit: "31",
        tier: "completed",
        criteriaSet: "tinh-2026",
        asOf: "2025-12-31",
        openedOn: "2026-01-05",
        override: "theo 61/KH-UBND",
        tasks: [
          { step: "submit", task: "kh-61/6" },
          { step: "vote", task: "kh-61/5" }
        ],
        illustrative: true
      }
    ])
  })

  it("is refused with line and column of everything that cannot be read", async () => {
    expect(
      problemsOf(await read(dossierOpeningForm, heading, "11824;vàng;x;31/6/2025;5/1/2026;;submit kh-61/6;"))
    ).toEqual([
      expect.stringMatching(/^dòng 2, cột Hạng: “vàng” phải là một trong: đạt chuẩn \(standard\)/),
      expect.stringMatching(/^dòng 2, cột Kết quả đến ngày: /),
      "dòng 2, cột Nhiệm vụ: “submit kh-61/6” phải có dạng “bước: mã nhiệm vụ | bước: mã nhiệm vụ”"
    ])
  })
})

describe("a CSV file of what happened to dossiers", () => {
  const columns = {
    step: "Bước",
    paper: "Giấy tờ",
    issuedOn: "Ngày giấy tờ",
    title: "Tên giấy tờ",
    from: "Từ ngày",
    to: "Đến ngày",
    opinions: "Số ý kiến",
    against: "Không tán thành",
    members: "Số thành viên",
    present: "Dự họp",
    inFavour: "Tán thành",
    population: "Tổng số",
    results: "Kết quả khảo sát",
    decision: "Quyết định",
    decidedOn: "Ngày quyết định",
    reason: "Lý do"
  }
  const heading = ["Hồ sơ", "Ngày", "Việc", ...Object.values(columns)].join("|").replaceAll("|", "\t")
  const line = (event: string, cells: Partial<Record<keyof typeof columns, string>> = {}): string =>
    [
      "12",
      "10/2/2026",
      event,
      ...Object.keys(columns).map((key) => Object.entries(cells).find(([one]) => one === key)?.[1] ?? "")
    ].join("\t")

  it("has every kind of event, each as the domain takes it", async () => {
    const rows = await rowsOf(
      dossierEventForm,
      heading,
      line("Bắt đầu", { step: "prepare" }),
      line("Xong bước", { step: "prepare" }),
      line("Giấy tờ", { paper: "report", issuedOn: "1/2/2026", title: "Báo cáo" }),
      line("Lấy ý kiến", { step: "open", from: "1/1/2026", to: "16/1/2026", opinions: "1.204", against: "3" }),
      line("Khảo sát", { step: "ask", population: "1.500", results: "Giao thông: 400/390/380 | Y tế: 1.200/400/371" }),
      line("Bỏ phiếu", { step: "vote", members: "30", present: "28", inFavour: "27" }),
      line("Trả lại", { step: "prepare", reason: "thiếu biểu" }),
      line("Công nhận", { decision: "9/QĐ", decidedOn: "9/2/2026" }),
      line("Không công nhận", { decision: "9/QĐ", decidedOn: "9/2/2026" }),
      line("Thu hồi", { decision: "10/QĐ", from: "10/2/2026", reason: "không giữ chuẩn" }),
      line("Hết hiệu lực", { from: "10/2/2026", reason: "5 năm" }),
      line("Khép lại", { reason: "trùng" })
    )
    const events = rows.map((row) => Schema.decodeUnknownSync(DossierEventRecording)(row))
    expect(events.map(({ body }) => body)).toEqual([
      { _tag: "step", step: "prepare", event: "begun", by: null },
      { _tag: "step", step: "prepare", event: "done", by: null },
      { _tag: "paper", paper: "report", issuedOn: "2026-02-01", title: "Báo cáo" },
      { _tag: "consultation", step: "open", from: "2026-01-01", to: "2026-01-16", opinions: 1204, against: 3 },
      {
        _tag: "surveyed",
        step: "ask",
        population: 1500,
        of: "households",
        confidence: 95,
        margin: 5,
        results: [
          { content: "Giao thông", asked: 400, answered: 390, satisfied: 380 },
          { content: "Y tế", asked: 1200, answered: 400, satisfied: 371 }
        ],
        input: null
      },
      { _tag: "voted", step: "vote", members: 30, present: 28, inFavour: 27 },
      { _tag: "returned", to: "prepare", reason: "thiếu biểu" },
      { _tag: "decided", recognised: true, document: "9/QĐ", decidedOn: "2026-02-09" },
      { _tag: "decided", recognised: false, document: "9/QĐ", decidedOn: "2026-02-09" },
      { _tag: "revoked", document: "10/QĐ", from: "2026-02-10", reason: "không giữ chuẩn" },
      { _tag: "expired", from: "2026-02-10", reason: "5 năm" },
      { _tag: "closed", reason: "trùng" }
    ])
  })

  it("tells which columns a kind of event asks for, and which it does not have", async () => {
    const told = await read(
      dossierEventForm,
      heading,
      line("Bỏ phiếu", { step: "vote", members: "30", reason: "x" }),
      line("Khảo sát", { step: "ask", population: "9", results: "Giao thông 400" }),
      line("Khảo sát", { step: "ask", population: "9", results: "Giao thông: 9/1,5/1" }),
      line("Khảo sát", { step: "ask", population: "9", results: "Giao thông: 9/1.5/1" })
    )
    expect(problemsOf(told)).toEqual([
      "dòng 2, cột Dự họp: việc “bỏ phiếu” cần cột này",
      "dòng 2, cột Tán thành: việc “bỏ phiếu” cần cột này",
      "dòng 2, cột Lý do: không dùng với việc “bỏ phiếu”",
      "dòng 3, cột Kết quả khảo sát: “Giao thông 400” phải có dạng “nội dung: số hỏi/số trả lời/số hài lòng | …”",
      "dòng 4, cột Kết quả khảo sát: “1,5” không phải là số nguyên",
      expect.stringMatching(/^dòng 5, cột Kết quả khảo sát: “1\.5”/)
    ])
  })

  it("puts what the server says of a body at the column that it came from", async () => {
    const { placeOf } = Result.getOrThrow(await read(dossierEventForm, heading, line("Xong", { step: "a" })))
    expect(placeOf("rows[0].body.step").vi).toBe("dòng 2, cột Bước")
    expect(placeOf("rows[0].body.results[0].asked").vi).toBe("dòng 2, cột Kết quả khảo sát")
    expect(placeOf("rows[0].body").vi).toBe("dòng 2")
  })

  it("tells the day on which a consultation ends from the step that a dossier is sent back to", async () => {
    const { placeOf } = Result.getOrThrow(
      await read(
        dossierEventForm,
        heading,
        line("Lấy ý kiến", { step: "open", from: "1/1/2026", to: "16/1/2026", opinions: "1", against: "0" }),
        line("Trả lại", { step: "prepare", reason: "thiếu biểu" })
      )
    )
    expect(placeOf("rows[0].body.to").vi).toBe("dòng 2, cột Đến ngày")
    expect(placeOf("rows[1].body.to").vi).toBe("dòng 3, cột Bước")
  })
})

it("a CSV file of a survey has a row for each content", async () => {
  const rows = await rowsOf(surveyForm, "Nội dung,Số hỏi,Số trả lời,Số hài lòng", "Giao thông,400,390,380")
  expect(rows.map((row) => Schema.decodeUnknownSync(SurveyResult)(row))).toEqual([
    { content: "Giao thông", asked: 400, answered: 390, satisfied: 380 }
  ])
})

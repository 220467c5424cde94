import { RecommendationRecording, TaskEventRecording } from "@ntm/domain/assignments"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { readRowsFile, type RowForm } from "../files/rows-file.ts"
import { problemsOf, specFiles } from "../testing/row-files.ts"
import { recommendationEventForm, taskEventForm } from "./index.ts"

const file = specFiles()
let files = 0
const read = (form: RowForm, lines: ReadonlyArray<string>) =>
  readRowsFile(file(`dien-bien-${++files}.csv`, lines.join("\n")), form)

const key = "kh-61-2025-haiphong/1.2.a@312"
const taskHeading = "Nhiệm vụ;Ngày;Việc;Hạn cũ;Hạn mới;Nội dung;Lý do;Liên kết"

describe("a CSV file of what happened to tasks", () => {
  it("has every kind of event, each as the domain takes it", async () => {
    const lines = [
      taskHeading,
      `${key};10/4/2025;Bắt đầu;;;;;`,
      `${key};15/4/2025;Tiến độ;;;Đã họp;;https://haiphong.gov.vn/bb.pdf`,
      `${key};16/4/2025;Gia hạn;20/4/2025;30/4/2025;;chờ số liệu;`,
      `${key};28/4/2025;Nộp kết quả;;;;;`,
      `${key};29/4/2025;Trả lại;;;;thiếu biểu;`,
      `${key};30/4/2025;nop;;;;;`,
      `${key};5/5/2025;Nghiệm thu;;;;;`,
      `${key};6/5/2025;Hủy;;;;trùng;`,
      `${key};7/5/2025;Khôi phục;;;;nhầm;`
    ]
    const { rows } = Result.getOrThrow(await read(taskEventForm, lines))
    const events = rows.map((row) => Schema.decodeUnknownSync(TaskEventRecording)(row))
    expect(events.map(({ body }) => (body._tag === "moved" ? body.to : body._tag))).toEqual(
      "inProgress note extended submitted returned submitted accepted cancelled notStarted".split(" ")
    )
    expect(events[1]).toMatchObject({ task: key, evidence: [{ link: "https://haiphong.gov.vn/bb.pdf", title: null }] })
    expect(events[2]?.body).toEqual({
      _tag: "extended",
      before: "2025-04-20",
      after: "2025-04-30",
      reason: "chờ số liệu"
    })
  })

  it("tells which columns a kind of event asks for, and which it does not have", async () => {
    const lines = [
      taskHeading,
      `${key};1/4/2025;Gia hạn;;;;;`,
      `${key};2/4/2025;Nộp;;;xong;;`,
      `${key};31/6/2025;Nộp;;;;;`
    ]
    expect(problemsOf(await read(taskEventForm, lines))).toEqual([
      "dòng 2, cột Hạn mới: việc “gia hạn” cần cột này",
      "dòng 2, cột Lý do: việc “gia hạn” cần cột này",
      "dòng 3, cột Nội dung: không dùng với việc “nộp kết quả”",
      expect.stringMatching(/^dòng 4, cột Ngày: /)
    ])
  })

  it("puts what the server says of a body at the column that it came from", async () => {
    const { placeOf } = Result.getOrThrow(await read(taskEventForm, [taskHeading, `${key};1/4/2025;Nghiệm thu;;;;;`]))
    expect(placeOf("rows[0].body.to").vi).toBe("dòng 2, cột Việc")
    expect(placeOf("rows[0].body.reason").vi).toBe("dòng 2, cột Lý do")
  })
})

describe("a CSV file of answers to recommendations", () => {
  const heading = "Kiến nghị;Ngày;Việc;Nội dung;Phương án;Nhiệm vụ;Lý do;Văn bản"
  const asked = "tb-20-2025-haiphong/kn-tp-07"

  it("has every kind of event, each as the domain takes it", async () => {
    const lines = [
      heading,
      `${asked};10/12/2025;Trả lời;Chọn phương án 2;2;;;12/UBND`,
      `${asked};11/12/2025;Biện pháp;;;${key};;`,
      `${asked};12/12/2025;Đã thực hiện;;;;;`,
      `${asked};13/12/2025;Mở lại;;;;nợ tăng;`
    ]
    const { rows } = Result.getOrThrow(await read(recommendationEventForm, lines))
    expect(rows.map((row) => Schema.decodeUnknownSync(RecommendationRecording)(row).body)).toEqual([
      { _tag: "answered", text: "Chọn phương án 2", option: 2 },
      { _tag: "measure", task: key, text: null },
      { _tag: "carriedOut", text: null },
      { _tag: "reopened", reason: "nợ tăng" }
    ])
  })

  it("is refused where a kind lacks its column or has another's", async () => {
    const lines = [heading, `${asked};10/12/2025;Trả lời;;;;;`, `${asked};10/12/2025;Mở lại;;1;;nợ tăng;`]
    expect(problemsOf(await read(recommendationEventForm, lines))).toEqual([
      "dòng 2, cột Nội dung: việc “trả lời” cần cột này",
      "dòng 3, cột Phương án: không dùng với việc “mở lại”"
    ])
  })
})

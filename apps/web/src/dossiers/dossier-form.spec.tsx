import { makeClient } from "@ntm/contract"
import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { showPage } from "../testing/show.tsx"
import DossierPage from "./dossier-page.tsx"
import OpenPage from "./open-page.tsx"
import { dossiersAnswers } from "./testing/facts.ts"

/** A server that answers from the table and keeps what is sent to it. */
const serving = (answers: Readonly<Record<string, unknown>>, reply: () => Response) => {
  const sent: Array<unknown> = []
  const asked: Array<string> = []
  const client = makeClient(async (url, init) => {
    const path = url.replace("/api/v1", "").replace(/\?.*$/, "")
    if (init.method === "POST") {
      sent.push([path, JSON.parse(String(init.body))])
      return reply()
    }
    asked.push(url)
    const answer = answers[path]
    return new Response(JSON.stringify(answer ?? {}), { status: answer === undefined ? 404 : 200 })
  }, "")
  return { client, sent, asked }
}
const recorded = () =>
  new Response(JSON.stringify({ recordedAt: "2025-06-20T11:00:00.000Z", items: [{ row: 0, id: 7 }] }))
const refused = (path: string) => () =>
  new Response(
    JSON.stringify({
      type: "urn:ntm:problem:dossiers-refused",
      title: "Không ghi được",
      titleEn: "Refused",
      status: 422,
      errors: [{ path, message: "Máy chủ không nhận ô này", messageEn: "Not this" }]
    }),
    { status: 422 }
  )
const type = (form: HTMLElement, label: string, value: string) =>
  fireEvent.input(within(form).getByLabelText(label), { target: { value } })
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

describe("recording what happened to a dossier", () => {
  const show = async (reply: () => Response = recorded) => {
    const server = serving(dossiersAnswers, reply)
    showPage(DossierPage, server.client, "/ho-so/3?as_of=2025-06-20", undefined, "/ho-so/:id")
    return { ...server, form: await screen.findByRole("form", { name: "Ghi diễn biến hồ sơ" }) }
  }
  const submit = (form: HTMLElement) => fireEvent.click(within(form).getByRole("button", { name: "Ghi diễn biến" }))
  const row = { dossier: 3, day: "2025-06-20", document: null, note: null, evidence: [] }

  it("offers what its standing allows next, and nothing else", async () => {
    await show()
    const options = within(screen.getByLabelText("Ghi gì")).getAllByRole("option")
    expect(options.map((option) => option.textContent)).toEqual([
      "Xong: Khảo sát sự hài lòng",
      "Nộp giấy tờ: Báo cáo kết quả của xã",
      "Kết quả khảo sát",
      "Trả lại hồ sơ",
      "Dừng hồ sơ"
    ])
  })

  it("sends a paper with its own day, and asks anew for the dossier", async () => {
    const { asked, form, sent } = await show()
    choose("Ghi gì", "paper:report")
    submit(form)
    await waitFor(() => expect(form).toHaveTextContent("Có 2 ô cần sửa; chưa ghi gì."))
    expect(sent).toEqual([])
    type(form, "Ngày ký giấy tờ", "18/6/2025")
    type(form, "Số, tên giấy tờ", "45/BC-UBND")
    submit(form)
    expect(await within(form).findByText("Đã ghi diễn biến.")).toBeInTheDocument()
    expect(sent).toEqual([
      [
        "/dossiers/events",
        {
          rows: [{ ...row, body: { _tag: "paper", paper: "report", issuedOn: "2025-06-18", title: "45/BC-UBND" } }]
        }
      ]
    ])
    await waitFor(() => expect(asked.filter((url) => url.includes("/dossiers/3?")).length).toBeGreaterThan(1))
  })

  it("reads a survey while it is typed, finds what cannot be, and sends it with the input that it goes into", async () => {
    const { form, sent } = await show()
    choose("Ghi gì", "surveyed:survey")
    await within(form).findByRole("option", { name: "Tỷ lệ người dân hài lòng" })
    type(form, "Tổng số hộ (người) của đơn vị", "2.000")
    type(form, "Nội dung 1", "Giao thông")
    type(form, "Được hỏi", "400")
    type(form, "Trả lời", "500")
    type(form, "Hài lòng", "300")
    submit(form)
    expect(await within(form).findByText("Nhiều hơn số được hỏi")).toBeInTheDocument()
    expect(sent).toEqual([])
    type(form, "Trả lời", "310")
    expect(await within(form).findByText("chưa đủ mẫu")).toBeInTheDocument()
    fireEvent.click(within(form).getByRole("button", { name: "Thêm nội dung" }))
    expect(within(form).getAllByLabelText("Được hỏi")).toHaveLength(2)
    fireEvent.click(within(form).getByRole("button", { name: "Bớt nội dung cuối" }))
    submit(form)
    await waitFor(() =>
      expect(sent).toEqual([
        [
          "/dossiers/events",
          {
            rows: [
              {
                ...row,
                body: {
                  _tag: "surveyed",
                  step: "survey",
                  population: 2000,
                  of: "households",
                  confidence: 95,
                  margin: 5,
                  results: [{ content: "Giao thông", asked: 400, answered: 310, satisfied: 300 }],
                  input: "residentSatisfactionPct"
                }
              }
            ]
          }
        ]
      ])
    )
  })

  it("sends it back to a step of those that it may go back to", async () => {
    const { form, sent } = await show()
    choose("Ghi gì", "returned")
    type(form, "Lý do", "Thiếu biên bản")
    submit(form)
    await waitFor(() =>
      expect(sent).toEqual([
        [
          "/dossiers/events",
          { rows: [{ ...row, body: { _tag: "returned", to: "consult", reason: "Thiếu biên bản" } }] }
        ]
      ])
    )
  })

  it("tells what the server refuses at its field, in a list of contents too", async () => {
    const { form } = await show(refused("rows[0].body.results[0].asked"))
    choose("Ghi gì", "surveyed:survey")
    type(form, "Tổng số hộ (người) của đơn vị", "300")
    type(form, "Nội dung 1", "Giao thông")
    type(form, "Được hỏi", "400")
    type(form, "Trả lời", "310")
    type(form, "Hài lòng", "300")
    submit(form)
    expect(await within(form).findByText("Máy chủ không nhận ô này")).toBeInTheDocument()
    expect(within(form).getByLabelText("Được hỏi")).toHaveAttribute("aria-invalid", "true")
  })
})

describe("opening a dossier", () => {
  const check = dossiersAnswers["/dossiers/check"]
  const show = (answer: object = check, reply: () => Response = recorded) => {
    const server = serving({ ...dossiersAnswers, "/dossiers/check": answer }, reply)
    return { ...server, ...showPage(OpenPage, server.client, "/ho-so/mo?don-vi=11830&as_of=2025-06-20") }
  }
  const row = {
    unit: "11830",
    tier: "advanced",
    criteriaSet: "xa-ntm-nang-cao-2021-2025",
    asOf: "2025-06-20",
    openedOn: "2025-06-20",
    document: null,
    note: null
  }

  it("asks first, tells every reason why not, and opens it with a reason only", async () => {
    const { address, asked, sent } = show()
    const form = await screen.findByRole("form", { name: "Mở hồ sơ" })
    expect(asked.some((url) => url.includes("/dossiers/check?unit=11830&tier=advanced&set=xa-ntm"))).toBe(true)
    expect(screen.getByRole("region", { name: "Điều kiện mở hồ sơ" })).toHaveTextContent("còn nợ đọng quá hạn")
    const send = () => fireEvent.click(within(form).getByRole("button", { name: "Mở hồ sơ" }))
    send()
    await waitFor(() => expect(within(form).getByLabelText(/Lý do vẫn mở/)).toHaveAttribute("aria-invalid", "true"))
    expect(sent).toEqual([])
    fireEvent.input(within(form).getByLabelText(/Lý do vẫn mở/), { target: { value: "Đã cam kết trả nợ" } })
    send()
    await waitFor(() => expect(sent).toEqual([["/dossiers", { rows: [{ ...row, override: "Đã cam kết trả nợ" }] }]]))
    await waitFor(() => expect(address()).toBe("/ho-so/7"))
  })

  it("opens it without a reason where the facts allow it", async () => {
    const { sent } = show({ ...check, check: { allowed: true, reasons: [], remarks: [] } })
    const form = await screen.findByRole("form", { name: "Mở hồ sơ" })
    expect(within(form).queryByLabelText(/Lý do vẫn mở/)).toBeNull()
    fireEvent.click(within(form).getByRole("button", { name: "Mở hồ sơ" }))
    await waitFor(() => expect(sent).toEqual([["/dossiers", { rows: [{ ...row, override: null }] }]]))
  })

  it("judges by the last set that has rules where the one of the day is a frame, and says so", async () => {
    const [old] = dossiersAnswers["/criteria-sets"].items
    const frame = {
      ...old,
      id: "xa-ntm-nang-cao-2026-2030",
      name: "Bộ khung",
      doNotEvaluate: true,
      period: { from: "2025-06-01", to: "2030-12-31" }
    }
    const late = { ...old, period: { from: "2021-01-01", to: "2025-05-31" } }
    const server = serving({ ...dossiersAnswers, "/criteria-sets": { items: [frame, late] } }, recorded)
    showPage(OpenPage, server.client, "/ho-so/mo?don-vi=11830&as_of=2025-06-20")
    await screen.findByRole("form", { name: "Mở hồ sơ" })
    expect(server.asked.some((url) => url.includes("set=xa-ntm-nang-cao-2021-2025"))).toBe(true)
    expect(screen.getByText(/mới có khung/)).toBeInTheDocument()
    expect(screen.queryByRole("option", { name: "Bộ khung" })).toBeNull()
  })

  it("does not offer to pass over what nobody may pass over", async () => {
    const reason = { kind: "alreadyOpen", overridable: false, vi: "đã có hồ sơ đang mở", en: "already open" }
    show({ ...check, check: { allowed: false, reasons: [reason], remarks: [] } })
    expect(await screen.findByText(/không ai bỏ qua được/)).toBeInTheDocument()
    expect(screen.queryByRole("form", { name: "Mở hồ sơ" })).toBeNull()
  })
})

import { makeClient } from "@ntm/contract"
import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { answering, showPage } from "../testing/show.tsx"
import TaskPage from "./task-page.tsx"
import { tasksAnswers } from "./testing/facts.ts"

const address = "/nhiem-vu/viec?ma=kh-61-2025-haiphong/6&as_of=2025-06-20"

describe("one task", () => {
  it("tells its state, its due day with the one before, its condition and what it waits for", async () => {
    showPage(TaskPage, answering(tasksAnswers), address)
    const facts = await screen.findByRole("region", { name: "Nội dung nhiệm vụ" })
    expect(facts).toHaveTextContent("Đã nộp từ 18/06/2025 (theo diễn biến đã ghi)")
    expect(facts).toHaveTextContent("Hạn25/06/2025Hạn ban đầu15/06/2025")
    expect(screen.getByRole("region", { name: "Gia hạn" })).toHaveTextContent(
      "15/06/2025 → 25/06/2025 · ngày 10/06/2025Lý do: Chờ kết quả khảo sát"
    )
    const condition = screen.getByRole("region", { name: "Điều kiện đóng" })
    expect(condition).toHaveTextContent("chưa đạt")
    expect(condition).toHaveTextContent("Hiện nay88Cần95")
    const waiting = screen.getByRole("region", { name: "Đang chờ" })
    expect(within(waiting).getAllByRole("listitem")).toHaveLength(1)
    expect(waiting).toHaveTextContent("Quá hạn · 20 ngàyGiữ việc 6 lại: hồ sơ phải có báo cáo")
    expect(screen.getByRole("region", { name: "Diễn biến" })).toHaveTextContent("Chuyển sang: đã nộp")
    expect(screen.getByRole("region", { name: "Ai được làm gì tiếp" })).toHaveTextContent("nghiệm thu kết quả đã nộp")
  })

  it("says that there is none on the day, and leads to the list", async () => {
    showPage(TaskPage, answering({ "/documents": { items: [] } }), address)
    expect(await screen.findByText(/Chưa có nhiệm vụ này vào ngày đang xem/)).toBeInTheDocument()
    expect(screen.getByRole("link", { name: "Về danh sách nhiệm vụ" })).toBeInTheDocument()
  })
})

describe("recording what happened to a task", () => {
  const show = async (reply: () => Response) => {
    const sent: Array<unknown> = []
    const asked: Array<string> = []
    const client = makeClient(async (url, init) => {
      const path = url.replace("/api/v1", "").replace(/\?.*$/, "")
      if (init.method === "POST") {
        sent.push([path, JSON.parse(String(init.body))])
        return reply()
      }
      asked.push(path)
      const answer = Object.entries(tasksAnswers).find(([each]) => each === path)?.[1]
      return new Response(JSON.stringify(answer ?? {}), { status: answer === undefined ? 404 : 200 })
    }, "")
    showPage(TaskPage, client, address)
    return { sent, asked, form: await screen.findByRole("form", { name: "Ghi diễn biến" }) }
  }
  const recorded = () => new Response(JSON.stringify({ recordedAt: "2025-06-20T02:00:00.000Z", items: [] }))
  const type = (form: HTMLElement, label: string, value: string) =>
    fireEvent.input(within(form).getByLabelText(label), { target: { value } })
  const submit = (form: HTMLElement) => fireEvent.click(within(form).getByRole("button", { name: "Ghi diễn biến" }))
  const row = { task: "kh-61-2025-haiphong/6", day: "2025-06-20", document: null, evidence: [] }

  it("offers the moves of the workflow only, and sends the one chosen with its reason", async () => {
    const { form, sent } = await show(recorded)
    const options = within(within(form).getByLabelText("Chuyển sang")).getAllByRole<HTMLOptionElement>("option")
    expect(options.map(({ value }) => value)).toEqual(["inProgress", "accepted", "returned", "cancelled"])
    fireEvent.change(within(form).getByLabelText("Chuyển sang"), { target: { value: "returned" } })
    type(form, "Lý do", "Thiếu số liệu")
    submit(form)
    expect(await within(form).findByText("Đã ghi diễn biến.")).toBeInTheDocument()
    expect(sent).toEqual([
      ["/tasks/events", { rows: [{ ...row, body: { _tag: "moved", to: "returned", reason: "Thiếu số liệu" } }] }]
    ])
  })

  it("asks anew for the task once something was recorded of it", async () => {
    const { asked, form } = await show(recorded)
    type(form, "Lý do", "Rút lại")
    submit(form)
    expect(await within(form).findByText("Đã ghi diễn biến.")).toBeInTheDocument()
    await waitFor(() => expect(asked.filter((path) => path === "/tasks/one").length).toBeGreaterThan(1))
    expect(within(form).getByText("Đã ghi diễn biến.")).toBeInTheDocument()
  })

  it("keeps the due day that there was beside the new one", async () => {
    const { form, sent } = await show(recorded)
    fireEvent.click(screen.getByRole("button", { name: "Gia hạn" }))
    submit(form)
    await waitFor(() => expect(within(form).getByLabelText("Hạn mới")).toHaveAttribute("aria-invalid", "true"))
    expect(form).toHaveTextContent("Có 2 ô cần sửa; chưa ghi gì.")
    expect(sent).toEqual([])
    type(form, "Hạn mới", "15/07/2025")
    type(form, "Lý do gia hạn", "Sắp xếp đơn vị")
    submit(form)
    await waitFor(() =>
      expect(sent).toEqual([
        [
          "/tasks/events",
          {
            rows: [
              {
                ...row,
                body: { _tag: "extended", before: "2025-06-25", after: "2025-07-15", reason: "Sắp xếp đơn vị" }
              }
            ]
          }
        ]
      ])
    )
  })

  it("tells what the server refuses at the field that it is about", async () => {
    const refused = {
      type: "urn:ntm:problem:tasks-refused",
      title: "Không ghi được",
      titleEn: "Refused",
      status: 422,
      errors: [{ path: "rows[0].body.reason", message: "Phải nêu lý do", messageEn: "Say why" }]
    }
    const { form } = await show(() => new Response(JSON.stringify(refused), { status: 422 }))
    submit(form)
    expect(await within(form).findByText("Phải nêu lý do")).toBeInTheDocument()
    expect(within(form).getByLabelText("Lý do")).toHaveAttribute("aria-invalid", "true")
  })
})

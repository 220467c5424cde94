import { makeClient } from "@ntm/contract"
import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { tasksAnswers } from "../assignments/testing/facts.ts"
import { showPage } from "../testing/show.tsx"
import RecommendationPage from "./recommendation-page.tsx"
import { recommendationAnswers } from "./testing/facts.ts"

const key = "tb-20-2025-haiphong/kn-tp-07"
const answers: Readonly<Record<string, unknown>> = { ...tasksAnswers, ...recommendationAnswers }

const show = async (one: object = {}, more: object = {}) => {
  const sent: Array<unknown> = []
  const asked: Array<string> = []
  const client = makeClient(async (url, init) => {
    const path = url.replace("/api/v1", "").replace(/\?.*$/, "")
    if (init.method === "POST") {
      sent.push([path, JSON.parse(String(init.body))])
      return new Response(JSON.stringify({ recordedAt: "2025-12-01T02:00:00.000Z", items: [] }))
    }
    asked.push(path)
    const answer =
      path === "/recommendations/one"
        ? {
            ...recommendationAnswers[path],
            standing: { ...recommendationAnswers["/recommendations/one"].standing, ...one },
            ...more
          }
        : answers[path]
    return new Response(JSON.stringify(answer ?? {}), { status: answer === undefined ? 404 : 200 })
  }, "")
  showPage(RecommendationPage, client, `/kien-nghi/mot?ma=${key}&as_of=2025-12-01`)
  await screen.findByRole("region", { name: "Trả lời" })
  return { sent, asked }
}
const theForm = () => screen.findByRole("form", { name: "Ghi trả lời, biện pháp, kết quả" })
const type = (form: HTMLElement, label: string, value: string) =>
  fireEvent.input(within(form).getByLabelText(label), { target: { value } })
const submit = (form: HTMLElement) => fireEvent.click(within(form).getByRole("button", { name: "Ghi lại" }))
const row = { recommendation: key, day: "2025-12-01", document: null, evidence: [] }

describe("recording what happened to a recommendation", () => {
  it("sends the answer with the option that it takes, and asks anew", async () => {
    const { asked, sent } = await show()
    const form = await theForm()
    fireEvent.change(within(form).getByLabelText("Phương án chọn"), { target: { value: "1" } })
    type(form, "Nội dung trả lời", "Đã bố trí đủ vốn")
    submit(form)
    expect(await within(form).findByText("Đã ghi.")).toBeInTheDocument()
    expect(sent).toEqual([
      [
        "/recommendations/events",
        { rows: [{ ...row, body: { _tag: "answered", text: "Đã bố trí đủ vốn", option: 1 } }] }
      ]
    ])
    await waitFor(() => expect(asked.filter((path) => path === "/recommendations/one").length).toBeGreaterThan(1))
  })

  it("sends a measure by its task alone; without one its words are needed", async () => {
    const { sent } = await show()
    const form = await theForm()
    fireEvent.click(screen.getByRole("button", { name: "Biện pháp" }))
    submit(form)
    await waitFor(() => expect(within(form).getByLabelText("Biện pháp")).toHaveAttribute("aria-invalid", "true"))
    expect(sent).toEqual([])
    expect(within(form).getByLabelText("Văn bản giao nhiệm vụ")).toBeInTheDocument()
    const task = within(form).getByLabelText("Nhiệm vụ thực hiện")
    await waitFor(() => expect(within(task).getAllByRole("option").length).toBeGreaterThan(1))
    fireEvent.change(task, { target: { value: "kh-61-2025-haiphong/1" } })
    submit(form)
    await waitFor(() =>
      expect(sent).toEqual([
        [
          "/recommendations/events",
          { rows: [{ ...row, body: { _tag: "measure", task: "kh-61-2025-haiphong/1", text: null } }] }
        ]
      ])
    )
  })

  it("offers only what may be recorded of it next, by who looks", async () => {
    await show({ state: "carriedOut" }, { next: ["measure", "reopened"] })
    const kinds = within(screen.getByRole("group", { name: "Ghi gì" }))
    expect(kinds.getAllByRole("button").map((button) => button.textContent)).toEqual(["Biện pháp", "Mở lại"])
  })

  it("offers nothing where the answer says that it is not theirs", async () => {
    await show({}, { next: [], allowed: [] })
    expect(screen.queryByRole("form", { name: "Ghi trả lời, biện pháp, kết quả" })).toBeNull()
  })

  it("has no form of its own where each unit has one", async () => {
    await show({ children: [`${key}@11824`] })
    expect(screen.getByText(/ghi ở từng đơn vị/)).toBeInTheDocument()
    expect(screen.queryByRole("form", { name: "Ghi trả lời, biện pháp, kết quả" })).toBeNull()
  })
})

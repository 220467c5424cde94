import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { AgencyId } from "@ntm/domain/assignments"
import { PersonId } from "@ntm/domain/people"
import { answering, everybody, showPage } from "../testing/show.tsx"
import DuePage from "./due-page.tsx"
import LoadPage from "./load-page.tsx"
import TasksListPage from "./tasks-list-page.tsx"
import { tasksAnswers } from "./testing/facts.ts"
import TimelinePage from "./timeline-page.tsx"

const show = (page: Parameters<typeof showPage>[0], address: string) => {
  const asked: Array<string> = []
  return { ...showPage(page, answering(tasksAnswers, asked), address), asked }
}

describe("what is due", () => {
  it("tells overdue, due on the day and due in the days that come apart, each leading to its task", async () => {
    show(DuePage, "/nhiem-vu?as_of=2025-06-20")
    const overdue = await screen.findByRole("region", { name: "Quá hạn" })
    expect(overdue).toHaveTextContent("Soạn dự thảo báo cáo")
    expect(overdue).toHaveTextContent("Quá hạn · 20 ngày")
    expect(overdue).not.toHaveTextContent("Gửi hồ sơ")
    expect(screen.getByRole("region", { name: "Đến hạn trong ngày" })).toHaveTextContent("Khảo sát mức hài lòng")
    const next = screen.getByRole("region", { name: "25/06/2025" })
    expect(next).toHaveTextContent("25/06/2025 · còn 5 ngày")
    expect(next).toHaveTextContent("đã gia hạn · đang chờ 1 việc khác")
    expect(within(next).getByRole("link", { name: "Gửi hồ sơ" })).toHaveAttribute(
      "href",
      "/nhiem-vu/viec?ma=kh-61-2025-haiphong%2F6&as_of=2025-06-20"
    )
  })

  it("asks for a document, a unit and more days as its address says", async () => {
    const { asked } = show(DuePage, "/nhiem-vu?van-ban=kh-61-2025-haiphong&co-quan=unit:313&trong=30")
    await screen.findByRole("region", { name: "Quá hạn" })
    const due = asked.find((each) => each.includes("/tasks/due"))
    expect(due).toContain("document=kh-61-2025-haiphong")
    expect(due).toContain("unit=313")
    expect(due).toContain("days=30")
  })
})

describe("the list of tasks", () => {
  it("is an agency's own: its names, whom it took over from, what it owes by standing", async () => {
    const { asked, address } = show(TasksListPage, "/nhiem-vu/danh-sach?co-quan=agency:hp-so-nnmt")
    const agency = await screen.findByRole("region", { name: "Sở Nông nghiệp và Môi trường" })
    expect(agency).toHaveTextContent("từ 01/03/2025")
    expect(agency).toHaveTextContent("chưa đối chiếu văn bản")
    expect(within(agency).getByRole("link", { name: "Sở Tài nguyên và Môi trường" })).toBeInTheDocument()
    expect(await screen.findByText(/^3 nhiệm vụ/)).toBeInTheDocument()
    const whole = screen.getByRole("link", { name: "Công khai ở các huyện" }).closest("li")
    expect(whole).toHaveTextContent("0/1 phần việc xong")
    expect(whole).not.toHaveTextContent("chưa rõ ai chủ trì")
    expect(screen.getByRole("link", { name: /Lịch hạn để đăng ký/ })).toHaveAttribute(
      "href",
      "/api/v1/calendar.ics?agency=hp-so-nnmt"
    )
    expect(screen.queryByRole("link", { name: "Đăng ký lịch của tôi" })).toBeNull()
    fireEvent.change(screen.getByLabelText("Tình trạng"), { target: { value: "overdue" } })
    await waitFor(() => expect(address()).toContain("tinh-trang=overdue"))
    await waitFor(() => expect(asked.some((each) => /agency=hp-so-nnmt.*timeliness=overdue/.test(each))).toBe(true))
  })
})

describe("the list of tasks of who has signed in", () => {
  const person = {
    id: PersonId.make("p1"),
    name: "Lan",
    email: "lan@example.vn",
    demonstration: false,
    twoFactor: false,
    password: true
  }
  const ofAgency = { ...everybody, person, home: { unit: null, agency: AgencyId.make("hp-so-nnmt") } }

  it("is that of the agency that they act for, until they choose everybody's", async () => {
    const asked: Array<string> = []
    const client = answering(tasksAnswers, asked)
    const { address } = showPage(TasksListPage, client, "/nhiem-vu/danh-sach", undefined, "*", ofAgency)
    await waitFor(() => expect(asked.some((each) => /\/tasks\?.*agency=hp-so-nnmt/.test(each))).toBe(true))
    fireEvent.change(await screen.findByLabelText("Cơ quan, đơn vị"), { target: { value: "" } })
    await waitFor(() => expect(address()).toContain("co-quan=tat-ca"))
    await waitFor(() => expect(asked.at(-1)).not.toContain("agency="))
  })

  it("leads to the address of their own calendar, for a calendar program does not sign in", async () => {
    showPage(TasksListPage, answering(tasksAnswers, []), "/nhiem-vu/danh-sach", undefined, "*", {
      ...everybody,
      person
    })
    expect(await screen.findByRole("link", { name: "Đăng ký lịch của tôi" })).toHaveAttribute("href", "/tai-khoan#lich")
    expect(screen.getByRole("link", { name: /Tải lịch hạn/ })).toBeInTheDocument()
  })
})

describe("load by agency", () => {
  it("tells what is open and late, and leads to the agency's own list", async () => {
    show(LoadPage, "/nhiem-vu/co-quan?as_of=2025-06-20")
    const row = await screen.findByRole("row", { name: /Sở Nông nghiệp/ })
    expect(
      within(row)
        .getAllByRole("cell")
        .map((cell) => cell.textContent)
    ).toEqual(["1", "20", "20", "2", "2", "0", "0", "0", "20/06/2025", "3"])
    expect(within(row).getByRole("link")).toHaveAttribute(
      "href",
      "/nhiem-vu/danh-sach?co-quan=agency%3Ahp-so-nnmt&as_of=2025-06-20"
    )
  })

  it("is searched without diacritics", async () => {
    show(LoadPage, "/nhiem-vu/co-quan?q=xay+dung")
    expect(await screen.findByText("Không có nhiệm vụ nào.")).toBeInTheDocument()
  })
})

describe("a document's timeline", () => {
  it("tells its critical path, how late it comes, and what does not fit", async () => {
    show(TimelinePage, "/nhiem-vu/tien-trinh?as_of=2025-06-20")
    expect(await screen.findByText(/sớm nhất có thể xong 18\/11\/2025 · chậm 49 ngày/)).toBeInTheDocument()
    expect(screen.getByRole("region", { name: "Đường găng" })).toHaveTextContent("20/06/2025 – 21/07/2025")
    expect(screen.getByRole("region", { name: "Hạn chưa khớp với thứ tự công việc" })).toHaveTextContent(
      "Nhiệm vụ 1 không đọc được hạn"
    )
    const row = screen.getByRole("row", { name: /Soạn dự thảo/ })
    expect(row).toHaveTextContent("đường găng")
    expect(row).toHaveTextContent("30/04/2025 – 31/05/2025")
    expect(row.querySelectorAll("rect")).toHaveLength(2)
  })

  it("shows units together until each is asked for", async () => {
    const { address } = show(TimelinePage, "/nhiem-vu/tien-trinh")
    expect(await screen.findByRole("row", { name: /Công khai ở các huyện/ })).toBeInTheDocument()
    expect(screen.queryByRole("row", { name: /Công khai kết quả/ })).toBeNull()
    fireEvent.click(screen.getByRole("button", { name: "Từng đơn vị" }))
    expect(await screen.findByRole("row", { name: /Công khai kết quả/ })).toBeInTheDocument()
    await waitFor(() => expect(address()).toContain("xem=each"))
  })
})

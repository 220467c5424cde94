import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { answering, showPage } from "../testing/show.tsx"
import AlertsPage from "./alerts-page.tsx"
import DebtPage from "./debt-page.tsx"
import LandPage from "./land-page.tsx"
import { worksAnswers } from "./testing/facts.ts"
import WorksListPage from "./works-list-page.tsx"
import WorksPage from "./works-page.tsx"

const show = (page: Parameters<typeof showPage>[0], address: string) => {
  const asked: Array<string> = []
  return { ...showPage(page, answering(worksAnswers, asked), address), asked }
}

describe("works together", () => {
  it("tells how many, how far, what is owed, who is late, each leading to the works behind it", async () => {
    show(WorksPage, "/cong-trinh?as_of=2024-12-27")
    const key = await screen.findByRole("region", { name: "Số chính" })
    expect(key).toHaveTextContent("Công trình803tại 35 xã")
    expect(key).toHaveTextContent("90,9 %kế hoạch đến ngày này 96,0 % · bình quân các xã 95,0 %")
    expect(key).toHaveTextContent("70,0 %693,0 tỷ đồng trong 990,0 tỷ đồng")
    expect(screen.getByRole("heading", { level: 1 }).parentElement).toHaveTextContent("có số minh họa")
    expect(within(key).getByRole("link", { name: "12" })).toHaveAttribute(
      "href",
      "/cong-trinh/danh-sach?don-vi=31&as_of=2024-12-27&cham=1"
    )
  })

  it("draws the S-curve, and says the same in a sentence and a table", async () => {
    show(WorksPage, "/cong-trinh")
    const chart = await screen.findByRole("img", { name: /^Đường cong tiến độ Từ 01\/06\/2024 đến 31\/03\/2025/ })
    expect(chart).toHaveTextContent("Ngày 27/12/2024: kế hoạch 80,0 %, đã thi công 60,0 %, đã thanh toán 20,0 %.")
    expect(chart.querySelectorAll("path")).toHaveLength(3)
    const section = screen.getByRole("region", { name: "Đường cong tiến độ" })
    expect(section).toHaveTextContent("chậm 20,0 điểm so với kế hoạch")
    expect(within(section).getByRole("row", { name: /31\/03\/2025/, hidden: true })).toHaveTextContent("100,0 %––")
  })

  it("sets batches beside each other by district, and leads from a late work to what it holds back", async () => {
    show(WorksPage, "/cong-trinh?as_of=2024-12-27")
    const batch = await screen.findByRole("region", { name: "Danh mục 2023, 35 xã" })
    expect(batch).toHaveTextContent("chậm 75 ngày")
    expect(batch).toHaveTextContent("huyện Vĩnh Bảo 200 công trình")
    expect(batch).toHaveTextContent("2 chậm")
    const holding = await screen.findByRole("region", { name: "Công trình đang giữ tiêu chí lại" })
    expect(
      await within(holding).findByText(
        "Giữ tiêu chí Giao thông; Xã nông thôn mới kiểu mẫu phải chờ; 1 chỉ tiêu kế hoạch có nguy cơ lỡ"
      )
    ).toBeInTheDocument()
    expect(within(holding).getByRole("link")).toHaveAttribute("href", "/cong-trinh/7?as_of=2024-12-27")
  })

  it("says how far reports reach, and opens the page on that day", async () => {
    show(WorksPage, "/cong-trinh?as_of=2024-12-27")
    expect(await screen.findByText(/Báo cáo mới nhất ngày 20\/12\/2024/)).toBeInTheDocument()
    expect(screen.getByRole("link", { name: "xem tại ngày ấy" }).getAttribute("href")).toMatch(/as_of=2024-12-20/)
  })

  it("says that there are none where there are none", async () => {
    const none = { ...worksAnswers["/works"], tally: { ...worksAnswers["/works"].tally, works: 0 }, items: [] }
    showPage(WorksPage, answering({ ...worksAnswers, "/works": none }))
    expect(await screen.findByText(/Chưa có công trình nào của đơn vị này/)).toBeInTheDocument()
  })
})

describe("the list of works", () => {
  it("asks by words, sector, state and delay, and shows built, planned and paid", async () => {
    const { address, asked } = show(WorksListPage, "/cong-trinh/danh-sach?q=duong+truc&linh-vuc=transport")
    const row = await screen.findByRole("row", { name: /tuyến 1/ })
    expect(row).toHaveTextContent("Thi công 60,0 % · Kế hoạch 80,0 % · Thanh toán 20,0 %")
    expect(row).toHaveTextContent("chậm 45 ngày")
    expect(row).toHaveTextContent("1 vướng mắc")
    expect(row).toHaveTextContent("số minh họa")
    expect(asked.some((each) => each.includes("q=duong+truc&sector=transport&sort=late&limit=1000"))).toBe(true)
    fireEvent.change(screen.getByLabelText("Chậm"), { target: { value: "30" } })
    await waitFor(() => expect(address()).toContain("cham=30"))
    await waitFor(() => expect(asked.some((each) => each.includes("late=30"))).toBe(true))
  })

  it("draws a long list by and by", async () => {
    const [first] = worksAnswers["/works"].items
    const items = Array.from({ length: 130 }, (_, index) => ({ ...first, name: `Công trình ${index + 1}` }))
    showPage(WorksListPage, answering({ ...worksAnswers, "/works": { ...worksAnswers["/works"], items } }))
    expect(await screen.findByText("130 công trình")).toBeInTheDocument()
    expect(screen.getAllByRole("row")).toHaveLength(61)
    fireEvent.click(screen.getByRole("button", { name: "Hiện thêm 60 dòng (còn 70)" }))
    expect(screen.getAllByRole("row")).toHaveLength(121)
  })
})

describe("what is owed", () => {
  it("tells debt by age, by unit and by work, and since when it counts", async () => {
    show(DebtPage, "/cong-trinh/no-dong")
    expect(await screen.findByText(/quá 90 ngày thì tính là nợ đọng/)).toBeInTheDocument()
    const ages = screen.getByRole("region", { name: "Theo tuổi nợ" })
    expect(ages).toHaveTextContent("Đến 30 ngày1,0 tỷ đồng")
    expect(ages).toHaveTextContent("91–180 ngày500 triệu đồng")
    const works = screen.getByRole("region", { name: "Theo công trình" })
    expect(works).toHaveTextContent("nghiệm thu 29/08/2024")
    expect(works).toHaveTextContent("120 ngày")
  })
})

describe("land given", () => {
  it("tells households, areas, structures and parcels, done and outstanding", async () => {
    show(LandPage, "/cong-trinh/hien-dat")
    const figures = (await screen.findByText("12.497")).closest("dl")
    expect(figures).toHaveTextContent("230.147 m²142.945 m² đất ở · 87.202 m² đất nông nghiệp")
    expect(figures).toHaveTextContent("9.296 đủ điều kiện hỗ trợ · 2.414 không")
    expect(figures).toHaveTextContent("4.943/23.541còn 18.598 thửa")
  })
})

describe("alerts", () => {
  it("groups them by rule with its limit, and narrows to one", async () => {
    const { address } = show(AlertsPage, "/cong-trinh/canh-bao")
    const group = await screen.findByRole("region", { name: "Chậm đường găng quá 30 ngày" })
    expect(within(group).getByRole("link", { name: "Tuyến 1 chậm đường găng 45 ngày" })).toHaveAttribute(
      "href",
      "/cong-trinh/7"
    )
    fireEvent.click(screen.getByRole("button", { name: "Nợ quá 90 ngày 0" }))
    await waitFor(() => expect(address()).toContain("loc=debt"))
    expect(await screen.findByText("Không có cảnh báo nào vào ngày này.")).toBeInTheDocument()
  })
})

import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { browserPath, loaded, openBrowser, openWindow } from "./browser.ts"
import { sweep } from "./sweep.ts"

const grid = (page: Page) => page.getByRole("grid", { name: /^Đơn vị theo tiêu chí/ })
const foot = async (page: Page, name: string): Promise<ReadonlyArray<string>> => {
  const cells = grid(page)
    .getByRole("row", { name: new RegExp(`^${name}`) })
    .last()
    .getByRole("gridcell")
  // The first stands below the sums and is empty.
  return (await cells.allInnerTexts()).slice(1)
}
const criterion = (page: Page, no: number) => page.locator(`#tieu-chi-${no}`)
const heat = (set: string, day: string) => `/danh-gia?bo=${set}&don-vi=31&as_of=${day}`

describe.skipIf(browserPath === "")("criteria in the browser", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it("shows Phụ lục 01 of Hải Phòng: 137 communes on each of 19 criteria, 105 and 107 on the model set", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open(heat("xa-ntm-2021-2025", "2024-12-31"))
    await page.getByText("137 đơn vị", { exact: true }).waitFor()
    expect(await grid(page).getAttribute("aria-rowcount")).toBe("141")
    expect(await foot(page, "Đạt")).toEqual(Array.from({ length: 19 }, () => "137"))
    expect(await foot(page, "Chưa đạt")).toEqual(Array.from({ length: 19 }, () => "0"))
    // What is made up for illustration says so in every row.
    const first = grid(page).getByRole("row", { name: /xã An Đồng/ })
    expect(await first.innerText()).toContain("số minh họa")

    await page.getByRole("combobox", { name: "Bộ tiêu chí" }).selectOption("xa-ntm-kieu-mau-2021-2025")
    await page.getByRole("grid", { name: /kiểu mẫu/ }).waitFor()
    expect(await foot(page, "Đạt")).toEqual(["105", "107", "137", "137", "137"])
    await page.getByRole("button", { name: "Theo tiêu chí" }).click()
    const line = page.getByRole("row", { name: /Giao thông/ })
    expect(await line.innerText()).toMatch(/1\s+Giao thông\s+105\s+32\s+0\s+76,6 %/)
    expect(complaints()).toEqual([])
  })

  it("keeps head and foot in sight while the rows go by, and draws only those that are seen", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open(heat("xa-ntm-2021-2025", "2024-12-31"))
    await grid(page).getByRole("link").first().focus()
    await page.keyboard.press("Control+End")
    await grid(page)
      .getByRole("row", { name: /xã Vĩnh Tiến|xã Xuân Đám|xã [VXY]/ })
      .last()
      .waitFor()
    expect(await page.locator(":focus").getAttribute("data-at")).toMatch(/^136:/)
    expect(
      await grid(page)
        .getByRole("button", { name: /Quy hoạch/ })
        .isVisible()
    ).toBe(true)
    expect(await grid(page).getByRole("link").count()).toBeLessThan(60)
    expect(complaints()).toEqual([])
  })

  it("puts another set in the place of the first: what communes lose, and of a frame what they hold and why no more is said", async () => {
    const { complaints, open, page } = await openWindow(browser)
    const replacing = (to: string, day: string) =>
      `/danh-gia/thay-bo?bo=xa-ntm-2021-2025&sang=${to}&don-vi=31&as_of=${day}`
    await open(replacing("xa-ntm-kieu-mau-2021-2025", "2024-12-31"))
    await page.getByText("137 → 104", { exact: true }).waitFor()
    const lost = page.getByRole("row", { name: /Thu nhập bình quân cao hơn từ 10%/ })
    expect(await lost.innerText()).toMatch(/30\s+0$/)

    await open(replacing("xa-ntm-2026-2030", "2025-07-01"))
    const note = page.getByRole("note", { name: "Bộ thay vào mới có khung" })
    await note.waitFor()
    expect(await note.innerText()).toContain("Hệ thống chưa có phụ lục của 51/2025/QĐ-TTg (29/12/2025)")
    const economy = page.getByRole("row", { name: /3\. Phát triển kinh tế nông thôn/ })
    expect(await economy.innerText()).toMatch(
      /Chưa có mức quy định[\s\S]*10\. Thu nhập[\s\S]*theo tên gọi, chưa kiểm chứng/
    )
    const units = page.getByRole("region", { name: /^Từng đơn vị đang giữ gì.*\(/ })
    expect(await units.getByRole("link").count()).toBe(67)
    await units.getByRole("link", { name: "xã An Hưng" }).click()
    await page.getByRole("heading", { level: 1, name: /^Phiếu đánh giá: xã An Hưng/ }).waitFor()
    expect(complaints()).toEqual([])
  })

  it("goes from a cell to the commune's scorecard with its why, and tries a value without recording it", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open(`${heat("xa-ntm-kieu-mau-2021-2025", "2024-12-31")}&thieu=2`)
    await page.getByText("30 trên 137 đơn vị").waitFor()
    const cell = grid(page).getByRole("gridcell", { name: "Chưa đạt" }).nth(1)
    await cell.click()
    await page.getByRole("heading", { level: 1, name: /^Phiếu đánh giá: xã/ }).waitFor()
    const income = criterion(page, 2)
    await income.getByText("Chưa đạt").first().waitFor()
    expect(await income.innerText()).toMatch(/≥ 79,2 triệu đồng\/người\/năm/)
    expect(await income.innerText()).toMatch(/1,1 lần mức của chỉ tiêu 10/)
    expect(await income.innerText()).toMatch(/thiếu [\d,]+ triệu đồng\/người\/năm\s*\([\d,]+ %\)/)

    await page.getByRole("button", { name: "Thử thay số" }).click()
    const bar = page.getByRole("region", { name: "Đang thử: không ghi gì vào hệ thống" })
    const field = income.getByLabel(/^Giá trị thử/)
    const before = await field.inputValue()
    await field.fill("95,5")
    await field.press("Tab")
    await bar.getByText(/^1 giá trị đã thử · [1-9]\d* chỉ tiêu đổi kết quả$/).waitFor()
    expect(await income.innerText()).toMatch(/Trước:\s*✗?\s*Chưa đạt/)
    await bar.getByRole("button", { name: "Thôi thử" }).click()
    await page.reload()
    await loaded(page)
    await page.getByRole("button", { name: "Thử thay số" }).click()
    expect(await income.getByLabel(/^Giá trị thử/).inputValue()).toBe(before)
    expect(complaints()).toEqual([])
  })

  it("reads the province's eight conditions: satisfaction of 88,9 % fails on 14/01/2025 and is met the day after", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open("/don-vi/31/danh-gia?as_of=2025-01-14")
    expect(await page.locator(".criterion-card").count()).toBe(8)
    const satisfaction = criterion(page, 8)
    expect(await satisfaction.innerText()).toMatch(/88,9 %[\s\S]*≥ 90 %[\s\S]*thiếu 1,1 %/)
    expect(await satisfaction.locator("summary").first().innerText()).toContain("Chưa đạt")
    await page.getByRole("textbox", { name: "Tính đến ngày" }).fill("15/01/2025")
    await page.keyboard.press("Enter")
    await page.getByText("Tính đến ngày 15/01/2025").waitFor()
    expect(await satisfaction.locator("summary").first().innerText()).toMatch(/Đạt$/)
    await satisfaction.locator("summary").first().click()
    expect(await satisfaction.innerText()).toMatch(/88,9 %[\s\S]*≥ 80 %[\s\S]*dư 8,9 %/)
    expect(complaints()).toEqual([])
  })

  it("colours the map by criteria met, each unit with its number in words", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open(`${heat("xa-ntm-kieu-mau-2021-2025", "2024-12-31")}&xem=ban-do`)
    const map = page.getByRole("group", { name: /^Bản đồ/ })
    await map.getByRole("link").first().waitFor()
    expect(await map.getByRole("link", { name: /: đạt 5\/5 tiêu chí$/ }).count()).toBe(104)
    expect(await map.getByRole("link", { name: /: không thuộc diện đánh giá$/ }).count()).toBe(80)
    expect(complaints()).toEqual([])
  })

  it("stands the plan's 65 targets by group", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open("/chi-tieu?as_of=2025-06-20")
    await page.getByRole("button", { name: "Tất cả 65" }).waitFor()
    await page.getByRole("region", { name: /^III\.2\./ }).waitFor()
    expect(complaints()).toEqual([])
  })

  it("records nothing of a pasted column as long as one line is wrong", async () => {
    const { open, page } = await openWindow(browser)
    await open("/nhap-so-lieu?don-vi=31&chi-so=incomePerPerson&as_of=2024-12-31")
    const fields = page.getByRole("textbox", { name: /^Giá trị mới của/ })
    await fields.first().focus()
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData("text/plain", "70,5\n-3\n81\n")
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })
      )
    })
    await page.getByText("Đã dán 3 giá trị; chưa ghi, hãy xem lại rồi bấm Nộp.").waitFor()
    await page.getByRole("button", { name: "Nộp", exact: true }).click()
    await page.getByText(/^Chưa ghi gì: 1 giá trị chưa đúng/).waitFor()
    expect(await fields.nth(1).getAttribute("aria-invalid")).toBe("true")
    expect(await fields.nth(0).getAttribute("aria-invalid")).toBe(null)
    expect(await fields.nth(0).inputValue()).toBe("70,5")
    await page.reload()
    await loaded(page)
    expect(await page.getByText("70,5 triệu đồng/người/năm").count()).toBe(0)
  })

  it("attaches a file to a value as evidence, which opens beside the form; a page called a paper is refused in words", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open("/don-vi/11677/nhap-so-lieu?as_of=2024-12-31")
    const name = "Đường xã được nhựa hóa hoặc bê tông hóa, ô tô đi lại quanh năm"
    await page.getByLabel(`Giá trị: ${name}`).fill("99")
    await page.getByLabel(`Ghi chú, minh chứng: ${name}`).click()
    const file = (called: string, text: string) => ({
      name: called,
      mimeType: "application/pdf",
      buffer: Buffer.from(text)
    })
    const choosing = page.waitForEvent("filechooser")
    await page.getByRole("button", { name: `Đính kèm tệp minh chứng: ${name}` }).click()
    await (
      await choosing
    ).setFiles([file("biên bản.pdf", "%PDF-1.4\nminutes of a journey\n%%EOF\n"), file("trang.pdf", "<html></html>")])
    await page.getByText(/Nội dung tệp không thuộc loại nào được nhận/).waitFor()
    const link = page.getByRole("link", { name: /^biên bản\.pdf/ })
    await link.waitFor()
    const address = new URL((await link.getAttribute("href")) ?? "", page.url()).href
    const kept = await page.request.get(address)
    expect([kept.status(), kept.headers()["content-type"], await kept.text()]).toEqual([
      200,
      "application/pdf",
      "%PDF-1.4\nminutes of a journey\n%%EOF\n"
    ])
    await page.getByRole("button", { name: "Nộp", exact: true }).click()
    await page.getByText(/^Chưa ghi: 1 tệp minh chứng không nhận được/).waitFor()
    await page.getByRole("button", { name: "Bỏ các giá trị chưa ghi" }).click()
    expect(await link.count()).toBe(0)
    expect(complaints()).toEqual([])
  })

  it("tells why a criterion's number moved, from that number on: the merger's communes one by one, adding up", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open(`${heat("xa-ntm-2021-2025", "2025-01-01")}&xem=tieu-chi`)
    await page.getByRole("link", { name: /Vì sao số này thay đổi: Tiêu chí 2\. Giao thông/ }).click()
    await page.getByRole("heading", { level: 1, name: "Vì sao số thay đổi" }).waitFor()
    // From the end of the year before: 137 communes became 77.
    const row = page.getByRole("row", { name: /Tiêu chí 2\. Giao thông/ })
    await row.waitFor()
    expect(await row.innerText()).toMatch(/137\s+−60\s+−60\s+77/)
    const steps = page.getByRole("region", { name: "Từ đầu đến cuối: Tiêu chí 2. Giao thông" })
    expect(await steps.innerText()).toContain("137 − 60 = 77")
    const records = page.getByRole("region", { name: "Căn cứ: Sắp xếp đơn vị" })
    expect(await records.innerText()).toContain("1232/NQ-UBTVQH15 · hiệu lực từ 01/01/2025")
    await records.getByRole("link").first().click()
    await page.getByRole("heading", { level: 1, name: /^Phiếu đánh giá: xã/ }).waitFor()
    expect(complaints()).toEqual([])
  })

  sweep(
    () => browser,
    [
      heat("xa-ntm-2021-2025", "2025-07-01"),
      `${heat("xa-ntm-kieu-mau-2021-2025", "2024-12-31")}&xem=ban-do`,
      `${heat("huyen-ntm-2021-2025", "2024-12-31")}&xem=tieu-chi`,
      "/don-vi/11677/danh-gia?as_of=2024-12-31",
      "/don-vi/31/danh-gia?as_of=2025-01-14",
      "/danh-gia/thay-doi?bo=xa-ntm-2021-2025&don-vi=31&tu=2024-12-31&as_of=2025-01-01&so=criterion-14",
      "/danh-gia/thay-bo?bo=xa-ntm-2021-2025&sang=xa-ntm-kieu-mau-2021-2025&don-vi=31&as_of=2024-12-31",
      "/danh-gia/thay-bo?bo=xa-ntm-2021-2025&sang=xa-ntm-2026-2030&don-vi=31&as_of=2025-07-01",
      "/bo-tieu-chi?bo=xa-ntm-2026-2030",
      "/chi-tieu?as_of=2025-06-20",
      "/don-vi/11677/nhap-so-lieu?as_of=2024-12-31",
      "/nhap-so-lieu?don-vi=31&chi-so=incomePerPerson&as_of=2024-12-31"
    ]
  )
})

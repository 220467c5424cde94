import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { browserPath, loaded, openBrowser, openWindow } from "./browser.ts"

describe.skipIf(browserPath === "")("money and works in the browser", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it("goes from the overview to the pivot, opens the sources, and from a marked cell to the finding in the document", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open("/")
    await page.getByRole("link", { name: "Nguồn lực", exact: true }).click()
    const grid = page.getByRole("grid", { name: "Nguồn vốn theo đơn vị, năm 2024" })
    await grid.waitFor()
    expect(await grid.getByRole("row", { name: /^Tổng/ }).innerText()).toContain("29.960.217")
    const marked = async () =>
      (await grid.locator("[data-marked]").all()).reduce(
        async (names, cell) => [...(await names), await cell.locator("xpath=../th").innerText()],
        Promise.resolve<ReadonlyArray<string>>([])
      )
    expect(await marked()).toEqual(["Tổng", "huyện An Lão", "huyện Cát Hải", "huyện Thủy Nguyên"])

    await page.getByRole("button", { name: "Mở chi tiết: Ngân sách trực tiếp" }).click()
    const cell = grid.getByRole("row", { name: /^huyện An Lão/ }).locator("[data-marked]")
    expect(await cell.innerText()).toContain("493.227")
    await cell.focus()
    await page.keyboard.press("Enter")
    const panel = page.getByRole("dialog", { name: "huyện An Lão · Vốn đầu tư công" })
    await panel.getByText("2.775.000.000 đồng").first().waitFor()
    // The entries behind the number name their place in the document.
    await panel.getByText("Phụ lục 02, dòng 4").first().waitFor()
    await panel.getByRole("link", { name: /huyện An Lão · Vốn đầu tư công – tổng/ }).click()
    await page.waitForURL("**/van-ban/kh-61-2025-haiphong#*")
    await loaded(page)
    await expect.poll(() => page.locator(":focus").innerText()).toMatch(/^huyện An Lão\b.*493\.227/s)
    expect(complaints()).toEqual([])
  })

  it("goes down to a district that has ended since, and back by the history", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open("/nguon-luc")
    await page.getByRole("grid").getByRole("link", { name: "huyện Cát Hải" }).click()
    await page.getByText("Huyện Cát Hải · Huy động · năm 2024", { exact: false }).waitFor()
    const total = page.getByRole("grid").getByRole("row", { name: /^Tổng/ })
    expect(await total.innerText()).toContain("1.001.013")
    await page.goBack()
    await page.getByText("29.960.217 triệu đồng").first().waitFor()
    expect(complaints()).toEqual([])
  })

  it("goes from the works behind to one of them, sees its critical path, and follows it to the criterion that waits", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open("/cong-trinh?as_of=2025-03-05")
    await page.getByRole("img", { name: /^Đường cong tiến độ/ }).waitFor()
    const holding = page.getByRole("region", { name: "Công trình đang giữ tiêu chí lại" })
    await holding.getByRole("link").first().click()
    await page.waitForURL(/\/cong-trinh\/\d+\?as_of=2025-03-05$/)
    await loaded(page)
    const steps = page.getByRole("region", { name: "Các bước" })
    expect(await steps.getByText("đường găng", { exact: true }).count()).toBeGreaterThan(1)
    const chain = page.getByRole("region", { name: "Chậm thì giữ lại điều gì" })
    const criterion = chain.getByRole("link", { name: /^Tiêu chí \d+ · / }).first()
    const name = await criterion.innerText()
    await criterion.click()
    await page.waitForURL(/\/don-vi\/\d{5}\/danh-gia\?bo=.*as_of=2025-03-05#tieu-chi-\d+$/)
    const no = /^Tiêu chí (\d+)/.exec(name)?.[1] ?? ""
    await page.locator(`#tieu-chi-${no}`).waitFor()
    expect(complaints()).toEqual([])
  })

  it("finds a work without diacritics, and records nothing of a report that has no unit of money", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open("/cong-trinh/danh-sach?as_of=2025-03-05")
    await page.getByRole("searchbox").fill("duong truc thon")
    await page.waitForURL(/q=duong\+truc\+thon/)
    await page.getByRole("status").filter({ hasText: "công trình" }).waitFor()
    const first = page.getByRole("table").getByRole("link").first()
    expect((await first.innerText()).toLocaleLowerCase("vi")).toContain("đường trục thôn")
    await first.click()
    await page.getByRole("link", { name: "Báo cáo tiến độ, ghi thanh toán" }).click()
    const form = page.getByRole("form", { name: "Báo cáo về công trình" })
    await page.getByRole("button", { name: "Khối lượng", exact: true }).click()
    await form.getByLabel(/^Khối lượng đã thi công/).fill("350")
    await form.getByRole("button", { name: "Ghi báo cáo" }).click()
    await form.getByText("Có 1 ô cần sửa; chưa ghi gì.").waitFor()
    expect(await form.getByLabel(/^Khối lượng đã thi công/).getAttribute("aria-invalid")).toBe("true")
    expect(complaints()).toEqual([])
  })
})

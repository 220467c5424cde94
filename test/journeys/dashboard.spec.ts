import type { Browser, Locator, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { browserPath, loaded, openBrowser, openWindow } from "./browser.ts"

const plan = "kh-61-2025-haiphong"

/** Presses Tab until `wanted` has the focus; a person without a mouse must get there. */
const tabTo = async (page: Page, wanted: Locator): Promise<void> => {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press("Tab")
  }
  throw new Error(`not reached by Tab: ${wanted}`)
}

const focused = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement)

describe.skipIf(browserPath === "")("a leader in the browser", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it("sees on the first screen whose plan it is, and how results, resources and assignments stand", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open("/")
    const banner = page.getByRole("banner")
    expect(await banner.innerText()).toContain("Hải Phòng")
    await banner.getByRole("link", { name: "Kế hoạch 61/KH-UBND" }).waitFor()
    for (const name of ["Kết quả theo bộ tiêu chí", "Nguồn lực theo nguồn và đơn vị", "Nhiệm vụ theo hạn"]) {
      await page.getByRole("region", { name, exact: true }).waitFor()
    }
    const key = page.getByRole("region", { name: "Kết quả chính" })
    expect(await key.getByRole("link", { name: "137/137" }).getAttribute("href")).toContain(`/van-ban/${plan}#`)
    expect(await key.getByRole("link", { name: "29.960", exact: true }).count()).toBe(1)
    expect(complaints()).toEqual([])
  })

  it("finds exactly the four doubtful sums of Phụ lục 02 marked, all in the column of public investment", async () => {
    const { open, page } = await openWindow(browser)
    await open("/nguon-luc/ban-in")
    await page
      .getByRole("button", { name: /Sai lệch/ })
      .first()
      .waitFor()
    const marked: Array<{ readonly row: string; readonly column: number; readonly name: string }> = []
    for (const row of await page.getByRole("table").getByRole("row").all()) {
      const cells = await row.getByRole("cell").all()
      for (const [column, cell] of cells.entries()) {
        const mark = cell.getByRole("button", { name: /Sai lệch/ })
        if ((await mark.count()) === 0) continue
        marked.push({ row: await row.getByRole("rowheader").innerText(), column, name: await mark.innerText() })
      }
    }
    expect(marked.map(({ row }) => row)).toEqual(["Tổng", "huyện An Lão", "huyện Thủy Nguyên", "huyện Cát Hải"])
    expect(new Set(marked.map(({ column }) => column))).toEqual(new Set([2]))
    for (const { name, row } of marked) expect(name).toContain(`dòng “${row}”, cột “Vốn đầu tư công – tổng”`)
  })

  it("opens the finding of Cát Hải by keyboard, closes it where it was opened, and follows it to the document", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open("/nguon-luc/ban-in")
    const mark = page.getByRole("row", { name: /^huyện Cát Hải/ }).getByRole("button", { name: /Sai lệch/ })
    await mark.waitFor()
    await tabTo(page, mark)
    await page.keyboard.press("Enter")
    const panel = page.getByRole("dialog", { name: /huyện Cát Hải/ })
    await panel.waitFor()
    const text = await panel.innerText()
    expect(text).toContain("+896.210 triệu đồng")
    expect(text).toMatch(/trùng đúng số của dòng liền kề “huyện Thủy Nguyên”/)

    await page.keyboard.press("Escape")
    await panel.waitFor({ state: "detached" })
    expect(await focused(mark)).toBe(true)

    await page.keyboard.press("Enter")
    const place = panel.getByRole("link", { name: /Vốn đầu tư công – tổng/ })
    await tabTo(page, place)
    await page.keyboard.press("Enter")
    await page.waitForURL(`**/van-ban/${plan}#*`)
    await loaded(page)
    const here = page.locator(":focus")
    await expect.poll(() => here.innerText()).toMatch(/^huyện Cát Hải\b.*896\.210/s)
    const inSight = () =>
      here.evaluate(
        (element) => element.getBoundingClientRect().top >= 0 && element.getBoundingClientRect().bottom <= innerHeight
      )
    await expect.poll(inSight).toBe(true)
    expect(complaints()).toEqual([])
  })

  it("searches the assignments without diacritics, and sees what was past due on 20 June 2025", async () => {
    const { open, page } = await openWindow(browser)
    await open("/")
    await page.getByRole("navigation", { name: "Các trang" }).getByRole("link", { name: "Nhiệm vụ" }).click()
    await page.getByRole("heading", { level: 1, name: "Nhiệm vụ đến hạn" }).waitFor()
    await page.getByRole("link", { name: "Theo phụ lục" }).click()
    await page.getByRole("heading", { level: 1, name: "Nhiệm vụ theo hạn" }).waitFor()
    await page.getByLabel("Tính đến ngày").fill("20/06/2025")
    await page.keyboard.press("Enter")
    await page.waitForURL("**/nhiem-vu/phu-luc?as_of=2025-06-20")
    const states = page.getByRole("group", { name: "Lọc theo tình trạng" })
    await states.getByRole("button", { name: "Đã qua hạn (9)" }).waitFor()
    await states.getByRole("button", { name: "Đang trong hạn (1)" }).waitFor()
    expect(await page.getByRole("region", { name: "Hạn 16/06/2025" }).innerText()).toMatch(/Đã qua hạn 4 ngày/)
    expect(await page.getByRole("region", { name: "Hạn 25/06/2025" }).innerText()).toMatch(/Sắp đến hạn · còn 5 ngày/)

    await page.getByRole("searchbox").fill("khao sat")
    await states.getByRole("button", { name: "Tất cả (1)" }).waitFor()
    const main = await page.getByRole("main").innerText()
    expect(main).toContain("Khảo sát mức hài lòng")
    expect(main).not.toContain("Hạn 16/06/2025")

    await page.getByRole("searchbox").fill("không có việc nào như thế")
    await page.getByText("Không có nhiệm vụ nào khớp").waitFor()
  })

  it("reads English after the switch, still after a reload, and Vietnamese again", async () => {
    const { open, page } = await openWindow(browser)
    await open("/")
    expect(await page.locator("html").getAttribute("lang")).toBe("vi")
    await page.getByRole("button", { name: /English/ }).click()
    await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor()
    await page.reload()
    await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor()
    await page.getByRole("link", { name: "Resources", exact: true }).waitFor()
    expect(await page.locator("html").getAttribute("lang")).toBe("en")
    await page.getByRole("button", { name: /Tiếng Việt/ }).click()
    await page.getByRole("heading", { level: 1, name: "Tổng quan" }).waitFor()
    await page.reload()
    await page.getByRole("heading", { level: 1, name: "Tổng quan" }).waitFor()
  })

  it("finds Vĩnh Bảo as a huyện until 30 June 2025, and as a xã from the day after", async () => {
    const { open, page } = await openWindow(browser)
    await open("/don-vi")
    await page.getByRole("searchbox").fill("vinh bao")
    await page.waitForURL("**/don-vi?q=vinh+bao")
    const link = (name: string) => page.getByRole("main").getByRole("link", { name, exact: true })
    await page.getByLabel("Tính đến ngày").fill("30/06/2025")
    await page.keyboard.press("Enter")
    await link("huyện Vĩnh Bảo").waitFor()
    expect(await link("xã Vĩnh Bảo").count()).toBe(0)
    await page.getByLabel("Tính đến ngày").fill("1/7/2025")
    await page.keyboard.press("Enter")
    await link("xã Vĩnh Bảo").waitFor()
    expect(await link("huyện Vĩnh Bảo").count()).toBe(0)
    await expect.poll(() => page.getByRole("main").innerText()).toContain("3.321")
    await link("xã Vĩnh Bảo").click()
    await page.getByRole("heading", { level: 1, name: /Xã Vĩnh Bảo/i }).waitFor()
  })

  it("shows what was just recorded of a task, without the page being opened again", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open("/nhiem-vu/viec?ma=kh-61-2025-haiphong/3&as_of=2025-06-20")
    const form = page.getByRole("form", { name: "Ghi diễn biến" })
    await page.getByRole("button", { name: "Tiến độ", exact: true }).click()
    const text = "Đã tiếp thu góp ý của các sở, ngành"
    await form.getByLabel("Nội dung tiến độ").fill(text)
    await form.getByRole("button", { name: "Ghi diễn biến", exact: true }).click()
    await page.getByRole("region", { name: "Diễn biến", exact: true }).getByText(text).waitFor()
    expect(complaints()).toEqual([])
  })

  it("gets the same page again from its address, and back and forth through the history", async () => {
    const { open, page } = await openWindow(browser)
    await open("/nhiem-vu/phu-luc?as_of=2025-06-20&q=khao+sat")
    const seen = () => page.getByRole("main").innerText()
    // The task above the one found comes with the whole list, after the search itself.
    await page.getByText("Thuộc I –").waitFor()
    const first = await seen()
    expect(first).toContain("Khảo sát mức hài lòng")
    expect(await page.getByRole("searchbox").inputValue()).toBe("khao sat")
    await page.reload()
    await loaded(page)
    await expect.poll(seen).toBe(first)
    await page.getByRole("navigation", { name: "Các trang" }).getByRole("link", { name: "Nguồn lực" }).click()
    await page.getByRole("heading", { level: 1, name: "Nguồn lực thực hiện" }).waitFor()
    await page.goBack()
    await expect.poll(seen).toBe(first)
  })

  it("is told that there is no such page, and finds the way back", async () => {
    const { open, page } = await openWindow(browser)
    await open("/khong-co/trang-nay")
    await page.getByRole("heading", { level: 1, name: "Không có trang này" }).waitFor()
    await page.getByRole("link", { name: "Về trang tổng quan" }).click()
    await page.getByRole("heading", { level: 1, name: "Tổng quan" }).waitFor()
  })
})

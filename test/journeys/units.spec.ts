import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { browserPath, openBrowser, openWindow } from "./browser.ts"
import { sweep } from "./sweep.ts"

const row = (page: Page, name: RegExp) => page.getByRole("row", { name }).first()
const slider = (page: Page) => page.getByRole("slider", { name: "Thời điểm" })
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true })
const shapes = (page: Page) => page.getByRole("group", { name: /^Bản đồ/ }).getByRole("link")

describe.skipIf(browserPath === "")("units in time in the browser", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it("opens the tree of 2024 by keyboard through three tiers, and today's through two", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open("/don-vi?as_of=2024-12-31")
    const tiers = page.getByRole("region", { name: "Ba cấp: tỉnh, huyện, xã" })
    expect(await tiers.innerText()).toMatch(/63\s+Cấp tỉnh\s+696\s+Cấp huyện\s+10\.085\s+Cấp xã/)
    await row(page, /tỉnh An Giang/).focus()
    await page.keyboard.type("hai p")
    expect(await page.locator(":focus").innerText()).toContain("thành phố trung ương Hải Phòng")
    await page.keyboard.press("ArrowRight")
    await row(page, /huyện Vĩnh Bảo/).waitFor()
    expect(await page.locator(":focus").innerText()).toContain("15 đơn vị: 8 huyện, 7 quận")
    await page.keyboard.press("ArrowRight")
    await page.keyboard.type("vinh b")
    await page.keyboard.press("ArrowRight")
    await row(page, /xã Vĩnh An\b/).waitFor()
    await page.waitForURL(/as_of=2024-12-31&mo=31\+316$/)

    await page.getByRole("button", { name: "01/07/2025" }).click()
    await page.getByRole("region", { name: "Hai cấp: tỉnh, xã" }).waitFor()
    await row(page, /đặc khu Cát Hải/).waitFor()
    expect(await row(page, /thành phố Hải Phòng/).innerText()).toContain("114 đơn vị: 67 xã, 45 phường, 2 đặc khu")
    expect(await page.getByRole("row", { name: /huyện|quận/ }).count()).toBe(0)
    expect(complaints()).toEqual([])
  })

  it("finds an old name without diacritics, and follows it to the unit of today", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open("/don-vi")
    await page.getByRole("searchbox").fill("vinh an hai phong")
    const hit = page.getByRole("listitem").filter({ hasText: "xã Vĩnh An (đến 30/06/2025)" })
    await hit.getByText("tên cũ").waitFor()
    await hit.getByRole("link", { name: "nay là xã Vĩnh Thuận" }).click()
    await heading(page, "Xã Vĩnh Thuận").waitFor()
    const lineage = page.getByRole("region", { name: "Từ đâu, thành đâu" })
    await lineage.getByRole("link", { name: "xã Vĩnh An", exact: true }).waitFor()
    await page
      .getByRole("region", { name: "Diễn biến" })
      .getByText(/được lập từ .*xã Vĩnh An/)
      .waitFor()
    expect(complaints()).toEqual([])
  })

  it("slides Hải Phòng's map over both reorganisations: 114, 167 and 217 communes, each drawn", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open("/don-vi/31?as_of=2025-07-01")
    await page.getByText(/^Từ 01\/07\/2025: 114 đơn vị cấp xã · 202\/2025\/QH15/).waitFor()
    expect(await shapes(page).count()).toBe(114)
    await slider(page).focus()
    await page.keyboard.press("ArrowLeft")
    await page.getByText("Từ 01/01/2025: 167 đơn vị cấp xã · 1232/NQ-UBTVQH15").waitFor()
    expect(await shapes(page).count()).toBe(167)
    await page.waitForURL("**/don-vi/31?as_of=2025-01-01#ban-do")
    await page.keyboard.press("ArrowLeft")
    await page.getByText("Đến 31/12/2024: 217 đơn vị cấp xã").waitFor()
    expect(await shapes(page).count()).toBe(217)
    await page.getByText("Chưa có ranh giới: vẽ ô quanh tâm đơn vị.").waitFor()
    await heading(page, "Thành phố trung ương Hải Phòng").waitFor()
    expect(await slider(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await page.reload()
    await page.getByText("Đến 31/12/2024: 217 đơn vị cấp xã").waitFor()
    expect(complaints()).toEqual([])
  })

  it("follows Hải Dương into Hải Phòng, and goes on the map from unit to unit by keyboard", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open("/don-vi/30?as_of=2025-06-30")
    await slider(page).focus()
    await page.keyboard.press("End")
    await heading(page, "Thành phố Hải Phòng").waitFor()
    await page.waitForURL("**/don-vi/31?as_of=2025-07-01#ban-do")
    // The map before stays until the next is there: a shape of it would go, and the focus with it.
    await page.getByText(/^Từ 01\/07\/2025: 114 đơn vị cấp xã/).waitFor()
    await shapes(page).first().focus()
    const first = await page.locator(":focus").getAttribute("aria-label")
    await page.keyboard.press("ArrowRight")
    const second = await page.locator(":focus").getAttribute("aria-label")
    expect(second).not.toBe(first)
    expect(second).toMatch(/^(xã|phường|đặc khu) .+: [\d.]+ người, [\d,.]+ km²$/)
    await page.keyboard.press("Enter")
    const name = second?.split(":")[0] ?? ""
    await page.getByRole("heading", { level: 1, name: new RegExp(name, "i") }).waitFor()
    expect(complaints()).toEqual([])
  })

  it("marks on the map of 2024 what stood on a commune's ground", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open("/don-vi/11824?as_of=2025-07-01")
    await page.getByText(/^Từ 01\/07\/2025/).waitFor()
    await slider(page).focus()
    await page.keyboard.press("Home")
    const map = page.getByRole("region", { name: "Xã Vĩnh Bảo trên bản đồ" })
    await map.getByText("Ngày 31/12/2024, trên địa bàn này là:").waitFor()
    expect(await map.getByRole("link", { name: "thị trấn Vĩnh Bảo", exact: true }).count()).toBe(1)
    await heading(page, "Xã Vĩnh Bảo").waitFor()
    expect(complaints()).toEqual([])
  })

  sweep(
    () => browser,
    [
      "/don-vi?as_of=2024-12-31&mo=31+316",
      "/don-vi?q=vinh+an",
      "/don-vi/31?as_of=2025-07-01",
      "/don-vi/11824?as_of=2025-07-01&ban-do=2024-12-31",
      "/don-vi/316?as_of=2024-12-31"
    ]
  )
})

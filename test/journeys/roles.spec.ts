import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import { signedIn } from "../product/session.ts"
import { browserPath, openBrowser, openWindow } from "./browser.ts"

/** Where the links of the page lead that the menu and the tabs offer. */
const offered = async (page: Page): Promise<ReadonlyArray<string>> => {
  const links = page.locator("nav[aria-label='Các trang'] a, main nav[aria-label] a")
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""))
  return hrefs.filter((href) => /^\/[a-z]?/.test(href))
}

describe.skipIf(browserPath === "")("whatever the menu offers", { timeout: 300_000 }, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  const walk = async (role: "localOfficer" | "department" | "supervisor" | "partner", depth: "menu" | "tabs") => {
    const session = await signedIn(inject("address"), role)
    const { complaints, open, page } = await openWindow(browser, { session })
    const seen = new Map<string, string>()
    const refused: Array<string> = []
    const waiting = ["/"]
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      await open(path)
      seen.set(path.replace(/\?.*$/, ""), await page.locator("main").innerText())
      for (const alert of await page.locator("main [role=alert]").allInnerTexts()) refused.push(`${path}: ${alert}`)
      const found = path === "/" || depth === "tabs" ? await offered(page) : []
      for (const next of found) {
        const known = [...seen.keys(), ...waiting.map((each) => each.replace(/\?.*$/, ""))]
        if (!known.includes(next.replace(/\?.*$/, ""))) waiting.push(next)
      }
    }
    expect([...refused, ...complaints()]).toEqual([])
    return { page, seen }
  }

  it("an officer of a commune can open, page by page; they begin with the commune", async () => {
    const { page, seen } = await walk("localOfficer", "tabs")
    expect(seen.size).toBeGreaterThan(20)
    for (const path of ["/danh-gia", "/cong-trinh", "/ho-so", "/so-theo-doi", "/nguon-luc"]) {
      await page.goto(path)
      // Lists of units come after the page: the name is waited for.
      await page.waitForFunction(() => document.querySelector("main")?.innerText.includes("Xã An Hưng"))
    }
    expect([...seen.keys()]).toEqual(expect.arrayContaining(["/nhap-so-lieu", "/ho-so/mo", "/so-theo-doi/ghi"]))
  })

  it("a department can open; its tasks are those of its agency", async () => {
    const { seen } = await walk("department", "menu")
    expect(seen.size).toBeGreaterThan(6)
    expect(seen.get("/nhiem-vu")).toContain("Sở Nông nghiệp và Môi trường")
  })

  it.each(["supervisor", "partner"] as const)("a %s can open, and is offered nothing to write down", async (role) => {
    const { page, seen } = await walk(role, "menu")
    expect(seen.size).toBeGreaterThan(6)
    await page.goto("/danh-gia")
    await page.getByRole("link", { name: "Các bộ tiêu chí" }).waitFor()
    expect(await page.getByRole("link", { name: "Nhập số liệu" }).count()).toBe(0)
    await page.goto("/ho-so")
    await page.getByRole("link", { name: "Trình tự, thủ tục" }).waitFor()
    expect(await page.getByRole("link", { name: /Mở hồ sơ/ }).count()).toBe(0)
  })
})

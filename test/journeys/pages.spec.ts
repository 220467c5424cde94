import { AxeBuilder } from "@axe-core/playwright"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { browserPath, openBrowser, openWindow } from "./browser.ts"

/** Every kind of page, on a day on which its numbers do not change. */
const paths = [
  "/?as_of=2025-06-20",
  "/tieu-chi",
  "/nguon-luc",
  "/nhiem-vu?as_of=2025-06-20",
  "/van-ban",
  "/van-ban/kh-61-2025-haiphong",
  "/phat-hien",
  "/don-vi?as_of=2025-07-01&q=vinh+bao",
  "/don-vi/11824?as_of=2025-07-01",
  "/khong-co"
]

const violations = async (page: Page): Promise<ReadonlyArray<string>> => {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.flatMap(({ help, id, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(" ")}`))
}

/** How far the page itself can be scrolled sideways; tables scroll inside their own frames. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe.skipIf(browserPath === "")("every page", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  for (const [width, scheme] of [[1440, "light"], [360, "dark"], [1440, "dark"], [360, "light"]] as const) {
    for (const path of paths) {
      it(`${path} fits ${width} px, ${scheme}, without a fault or a barrier`, async () => {
        const { complaints, open, page } = await openWindow(browser, { width, scheme })
        await open(path)
        expect(await overflow(page)).toBe(0)
        expect(await violations(page)).toEqual([])
        expect(complaints()).toEqual([])
      })
    }
  }
})

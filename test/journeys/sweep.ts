import type { Browser, Page } from "playwright-core"
import { expect, it } from "vitest"
import { violations } from "./barriers.ts"
import { openWindow } from "./browser.ts"

/** How far the page itself can be scrolled sideways; tables scroll inside their own frames. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Of the ground behind everything, from 0 (black) to 1 (white). */
const brightness = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const context = document.createElement("canvas").getContext("2d")
    if (context === null) return Number.NaN
    for (const ground of [
      "white",
      ...[document.documentElement, document.body].map((element) => getComputedStyle(element).backgroundColor)
    ]) {
      context.fillStyle = ground
      context.fillRect(0, 0, 1, 1)
    }
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
    return (red + green + blue) / 765
  })

/**
 * Declares that every one of these pages is there, fits a desk and a telephone, complains of nothing, and bars nobody.
 *
 * **Details** A page is looked at twice, wide and narrow, once light and once dark; the next page the other way round. What fits does not
 * depend on the colours, and the pages are made of the same parts: all four together would take twice the time and see the same.
 */
export const sweep = (browser: () => Browser, paths: ReadonlyArray<string>): void => {
  for (const [at, path] of paths.entries()) {
    it(`${path} fits, shows no fault and bars nobody`, async () => {
      const { complaints, open, page } = await openWindow(browser())
      for (const [turn, width] of [1440, 360].entries()) {
        const colorScheme = (at + turn) % 2 === 0 ? "light" : "dark"
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme })
        await open(path)
        // An address that leads nowhere has no barrier either.
        const missing = await page.getByRole("heading", { level: 1, name: "Không có trang này" }).count()
        expect(missing).toBe(path === "/khong-co" ? 1 : 0)
        expect(await overflow(page), `px too wide for ${width}`).toBeLessThanOrEqual(0)
        expect((await brightness(page)) > 0.5).toBe(colorScheme === "light")
        expect(await violations(page), `${width} px, ${colorScheme}`).toEqual([])
      }
      expect(complaints()).toEqual([])
    })
  }
}

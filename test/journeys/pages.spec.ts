import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { violations } from "./barriers.ts"
import { browserPath, openBrowser, openWindow } from "./browser.ts"

/** Every kind of page, on a day on which its numbers do not change. */
const paths = [
  "/?as_of=2025-06-20",
  "/tieu-chi",
  "/nguon-luc?as_of=2025-03-05",
  "/nguon-luc/giai-ngan?nam=2024&as_of=2025-03-05",
  "/nguon-luc/so-sanh?as_of=2025-03-05",
  "/nguon-luc/but-toan?nam=2024&giai-doan=mobilised&as_of=2025-03-05",
  "/nguon-luc/ban-in",
  "/cong-trinh?as_of=2025-03-05",
  "/cong-trinh/danh-sach?as_of=2025-03-05&cham=1",
  "/cong-trinh/no-dong?as_of=2025-03-05",
  "/cong-trinh/hien-dat?as_of=2025-03-05",
  "/cong-trinh/canh-bao?as_of=2025-03-05",
  "/cong-trinh/1?as_of=2025-03-05",
  "/cong-trinh/1/bao-cao?as_of=2025-03-05",
  "/nhiem-vu?as_of=2025-06-20",
  "/nhiem-vu/danh-sach?as_of=2025-06-20&co-quan=agency:hp-so-nnmt",
  "/nhiem-vu/co-quan?as_of=2025-06-20",
  "/nhiem-vu/tien-trinh?as_of=2025-06-20",
  "/nhiem-vu/viec?ma=kh-61-2025-haiphong/6&as_of=2025-06-20",
  "/nhiem-vu/phu-luc?as_of=2025-06-20",
  "/kien-nghi?as_of=2025-12-01",
  "/kien-nghi/mot?ma=tb-20-2025-haiphong/kn-tp-07&as_of=2025-12-01",
  "/kien-nghi/han-che",
  "/ho-so?as_of=2025-06-20",
  "/ho-so/6?as_of=2025-06-20",
  "/ho-so/mo?as_of=2025-05-20&don-vi=11830",
  "/ho-so/trinh-tu?as_of=2025-06-20&level=commune",
  "/so-theo-doi?as_of=2025-06-20",
  "/so-theo-doi/danh-sach?as_of=2025-06-20",
  "/so-theo-doi/ghi?as_of=2025-06-20&don-vi=11830&loai=training",
  "/van-ban",
  "/van-ban/kh-61-2025-haiphong",
  "/phat-hien",
  "/don-vi?as_of=2025-07-01&q=vinh+bao",
  "/don-vi/11824?as_of=2025-07-01",
  "/api/docs",
  "/khong-co"
]

/** How far the page itself can be scrolled sideways; tables scroll inside their own frames. */
const overflow = (page: Page): Promise<number> =>
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

describe.skipIf(browserPath === "")("every page", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  for (const scheme of ["light", "dark"] as const) {
    for (const width of [1440, 360]) {
      it(`fits ${width} px and shows no fault and no barrier, ${scheme}`, async () => {
        const { complaints, open, page } = await openWindow(browser, { width, scheme })
        const wrong: Array<string> = []
        for (const path of paths) {
          await open(path)
          const sideways = await overflow(page)
          if (sideways > 0) wrong.push(`${path}: ${sideways} px too wide`)
          wrong.push(...(await violations(page)).map((violation) => `${path}: ${violation}`))
        }
        expect([...wrong, ...complaints()]).toEqual([])
        expect((await brightness(page)) > 0.5).toBe(scheme === "light")
      })
    }
  }

  it("would be found to have a barrier if it had one", async () => {
    const { open, page } = await openWindow(browser)
    await open("/khong-co")
    await page.getByRole("heading", { level: 1 }).evaluate((heading) => {
      heading.style.color = "#ddd"
      heading.style.width = "2000px"
    })
    expect(await violations(page)).toEqual([expect.stringMatching(/^color-contrast: .*h1/)])
    expect(await overflow(page)).toBeGreaterThan(0)
  })
})

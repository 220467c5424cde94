import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { violations } from "./barriers.ts"
import { browserPath, openBrowser, openWindow } from "./browser.ts"
import { overflow, sweep } from "./sweep.ts"

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

describe.skipIf(browserPath === "")("every page", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  sweep(() => browser, paths)

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

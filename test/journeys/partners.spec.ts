import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { loadedFolder, removeFolder } from "../product/files.ts"
import { allGone, belonging } from "../product/processes.ts"
import { type Product, startProduct } from "../product/product.ts"
import { violations } from "./barriers.ts"
import { browserPath, loaded, openBrowser } from "./browser.ts"

/** Who looks after partners' systems: their keys, where changes are sent, what the trail says of it, and where one is signed in oneself. */
describe.skipIf(browserPath === "")("who looks after partners' systems", { timeout: 180_000 }, () => {
  let folder = ""
  let product: Product
  let address = ""
  let browser: Browser
  beforeAll(async () => {
    folder = loadedFolder("partners")
    product = startProduct({ NTM_DATA: folder, NTM_DIGEST: "off" })
    address = await product.address()
    browser = await openBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    const members = belonging(product.pid, folder).map(({ pid }) => pid)
    await product.stop("SIGTERM")
    await allGone(members, folder)
    removeFolder(folder)
  })

  /** A window of a browser of its own in which the demonstration's administrator has signed in. */
  const signedIn = async (): Promise<Page> => {
    const page = await (await browser.newContext({ locale: "vi-VN", baseURL: address })).newPage()
    await page.goto("/dang-nhap")
    await page.getByRole("button", { name: "Quản trị hệ thống" }).click()
    await page.getByRole("link", { name: "Tài khoản: Minh họa: quản trị hệ thống" }).waitFor()
    return page
  }
  const open = async (page: Page, path: string) => {
    await page.goto(path)
    await loaded(page)
  }
  const asked = async (key: string) =>
    (await fetch(`${address}/api/v1/changes?limit=1`, { headers: { "x-api-key": key } })).status

  it("makes a key that is shown once, sees when it was used, and takes it back; all of it stands in the trail", async () => {
    const page = await signedIn()
    await open(page, "/nguoi-dung")
    const invitation = page.getByRole("region", { name: "Mời người dùng" })
    await invitation.getByLabel("Họ tên").fill("Kho dữ liệu tỉnh")
    await invitation.getByLabel("Thư điện tử").fill("kho@example.vn")
    await invitation.getByLabel("Loại").selectOption("system")
    await invitation.getByLabel("Vai trò").selectOption("partner")
    await invitation.getByRole("button", { name: "Mời" }).click()
    await page.getByText("Đã mời.").waitFor()

    await page.getByRole("link", { name: "Khóa API" }).click()
    await page.getByText("Chưa có khóa nào.").waitFor()
    await page.getByLabel("Tên khóa").fill("đồng bộ hằng ngày")
    await page.getByLabel("Số ngày hiệu lực").fill("90")
    await page.getByLabel("Số lần gọi mỗi phút").fill("120")
    await page.getByRole("button", { name: "Lập khóa" }).click()
    const key = await page.getByRole("status").locator("code").innerText()
    expect(key).toMatch(/^ntm_/)
    await page.getByText("120 lần/phút").waitFor()
    await page.getByText("chưa dùng lần nào").waitFor()
    expect(await violations(page)).toEqual([])
    expect(await asked(key)).toBe(200)
    await open(page, "/khoa-api")
    await page.getByText("dùng lần cuối").waitFor()
    expect(await page.content()).not.toContain(key)
    await page.getByRole("button", { name: "Thu hồi khóa đồng bộ hằng ngày" }).click()
    await page.getByText("Chưa có khóa nào.").waitFor()
    expect(await asked(key)).toBe(401)

    await open(page, "/nguoi-dung")
    await page.getByRole("button", { name: "Lịch sử tài khoản của Kho dữ liệu tỉnh" }).click()
    const log = page.getByRole("region", { name: "Lịch sử tài khoản của Kho dữ liệu tỉnh" })
    await log.getByText("Thu hồi khóa “đồng bộ hằng ngày”").waitFor()
    expect(await log.innerText()).toContain("Lập khóa “đồng bộ hằng ngày”")
    expect(await violations(page)).toEqual([])

    await open(page, "/nhat-ky")
    await page.getByLabel("Loại").selectOption("accountEvent")
    const trail = page.getByRole("list", { name: "Nhật ký kiểm toán" })
    const revoked = trail.getByRole("listitem").filter({ hasText: "Thu hồi khóa API: Kho dữ liệu tỉnh" })
    await revoked.getByText("Xem nội dung").click()
    const rows = revoked.getByRole("table")
    await rows.waitFor()
    // Who, on whom, from where and what: in words, not as tables keep it.
    expect(await revoked.innerText()).toMatch(/Minh họa: quản trị hệ thống, từ .+, bằng trình duyệt/)
    expect(await rows.innerText()).toMatch(/Tên khóa\s+đồng bộ hằng ngày/i)
    expect(await rows.innerText()).not.toMatch(/_tag|recorder|T\d\d:\d\d:/)
    await revoked.getByText("Dữ liệu gốc").click()
    await revoked.getByText(/POST \/api\/v1\/keys\/.+\/revoke/).waitFor()
    expect(await violations(page)).toEqual([])
  })

  it("says where changes are sent, is told why an address is refused, and switches it off", async () => {
    const page = await signedIn()
    await open(page, "/webhook")
    const form = page.getByRole("region", { name: "Tạo webhook" })
    const send = async (url: string) => {
      await form.getByLabel("Địa chỉ nhận").fill(url)
      await form.getByLabel("Mô tả").fill("Kho dữ liệu tỉnh")
      await form.getByRole("button").click()
    }
    await send("https://127.0.0.1/ntm")
    await form.getByRole("alert").waitFor()
    expect(await form.getByRole("alert").innerText()).toContain("mạng nội bộ")
    await send("https://9.9.9.9/ntm")
    expect(await page.getByRole("status").locator("code").innerText()).toMatch(/^whsec_/)
    const hook = page.getByRole("article", { name: "https://9.9.9.9/ntm" })
    await hook.getByRole("button", { name: /^Tắt/ }).click()
    await hook.getByRole("button", { name: /^Bật/ }).waitFor()
    expect(await violations(page)).toEqual([])
    await hook.getByRole("button", { name: /^Bỏ/ }).click()
    await hook.waitFor({ state: "detached" })
  })

  it("sees where they are signed in, and ends all other sessions", async () => {
    const [page, other] = [await signedIn(), await signedIn()]
    await open(page, "/tai-khoan")
    const card = page.getByRole("region", { name: "Các phiên đăng nhập của tôi" })
    await card.getByText("phiên này").waitFor()
    expect(await card.getByRole("listitem").count()).toBeGreaterThan(1)
    expect(await violations(page)).toEqual([])
    await card.getByRole("button", { name: "Kết thúc mọi phiên khác" }).click()
    await card.getByRole("button", { name: "Kết thúc mọi phiên khác" }).waitFor({ state: "detached" })
    expect(await card.getByRole("listitem").count()).toBe(1)
    await other.reload()
    await other.getByRole("link", { name: "Đăng nhập" }).first().waitFor()
  })
})

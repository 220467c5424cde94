import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { command } from "../product/command.ts"
import { newFolder, programs, removeFolder } from "../product/files.ts"
import { allGone, belonging } from "../product/processes.ts"
import { type Product, startProduct } from "../product/product.ts"
import { until } from "../product/until.ts"
import { violations } from "./barriers.ts"
import { browserPath, openBrowser } from "./browser.ts"

const PASSWORD = "một câu dài để nhớ"

describe("people who sign in", { timeout: 120_000 }, () => {
  let folder = ""
  let product: Product
  let address = ""
  beforeAll(async () => {
    folder = newFolder("people")
    product = startProduct({ NTM_DATA: folder, NTM_DIGEST: "off" })
    address = await product.address()
  }, 120_000)
  afterAll(async () => {
    const members = belonging(product.pid, folder).map(({ pid }) => pid)
    await product.stop("SIGTERM")
    await allGone(members, folder)
    removeFolder(folder)
  })

  const ntm = (args: ReadonlyArray<string>, env: Readonly<Record<string, string>> = {}) =>
    command(process.execPath, [programs.ntm, ...args, "--server", address], {
      env: { NTM_DATA: folder, XDG_CONFIG_HOME: `${folder}/config`, ...env }
    })
  const linkIn = (text: string): string => /http:\S+\/dang-nhap#\S+/.exec(text)?.[0] ?? ""

  it("has no default password: the first start prints a link, and the machine's owner may do everything", async () => {
    expect(linkIn(await until("the link", () => linkIn(product.stdout()) !== "" && product.stdout()))).not.toBe("")
    const owner = await ntm(["whoami"])
    expect([owner.code, owner.out]).toEqual([0, expect.stringContaining("quản trị hệ thống")])
    const stranger = await ntm(["people", "list"], { NTM_DATA: `${folder}/elsewhere` })
    expect([stranger.code, stranger.err]).toEqual([2, expect.stringContaining("Cần đăng nhập")])
  })

  describe.skipIf(browserPath === "")("in a browser", () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await openBrowser()
    })
    afterAll(() => browser.close())

    const visit = async (path: string): Promise<Page> => {
      const page = await (await browser.newContext({ locale: "vi-VN" })).newPage()
      await page.goto(path.startsWith("http") ? path : `${address}${path}`)
      return page
    }

    it("somebody invited uses their link once, sets a password and signs in with it; a terminal comes in by them", async () => {
      const invited = await ntm([
        "people",
        "invite",
        "lan@example.vn",
        "Lan",
        "--role",
        "localOfficer",
        "--units",
        "11824"
      ])
      const page = await visit(linkIn(invited.out))
      await page.getByRole("button", { name: "Đăng nhập bằng liên kết này" }).click()
      await page.getByLabel("Mật khẩu mới").fill(PASSWORD)
      await page.getByRole("button", { name: "Lưu" }).click()
      await page.getByRole("heading", { name: "Xác thực hai bước" }).waitFor()
      expect(await page.getByRole("region", { name: "Quyền" }).innerText()).toContain("xã Vĩnh Bảo (11824)")
      expect(await violations(page)).toEqual([])

      const again = await visit(linkIn(invited.out))
      await again.getByRole("button", { name: "Đăng nhập bằng liên kết này" }).click()
      await again.getByText("đã dùng hoặc đã hết hạn").waitFor()
      await again.goto(`${address}/dang-nhap`)
      await again.getByLabel("Thư điện tử").fill("lan@example.vn")
      await again.getByLabel("Mật khẩu").fill(PASSWORD)
      await again.getByRole("button", { name: "Đăng nhập", exact: true }).click()
      await again.getByRole("link", { name: "Tài khoản: Lan" }).waitFor()

      const env = { NTM_DATA: `${folder}/elsewhere` }
      const device = await (
        await fetch(`${address}/api/v1/session/devices`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: "{}"
        })
      ).json()
      await again.goto(device.page)
      await again.getByRole("button", { name: "Cho phép" }).click()
      await again.getByText("Đã cho phép").waitFor()
      const { token } = await (
        await fetch(`${address}/api/v1/session/devices/token`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ deviceCode: device.deviceCode })
        })
      ).json()
      const terminal = await ntm(["whoami"], { ...env, NTM_TOKEN: token })
      expect(terminal.out).toContain("Lan · lan@example.vn")
    })

    it("every role can be tried in the demonstration, on a page without barriers; who manages people sees them", async () => {
      const page = await visit("/dang-nhap")
      await page.getByRole("heading", { name: "Xem thử với vai" }).waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole("button", { name: "Cán bộ địa phương" }).click()
      await page.getByRole("link", { name: "Tài khoản: Minh họa: cán bộ địa phương" }).waitFor()
      expect(await page.getByRole("link", { name: "Người dùng" }).count()).toBe(0)
      await page.getByRole("button", { name: "Đăng xuất" }).click()
      await page.getByRole("link", { name: "Đăng nhập" }).click()
      await page.getByRole("button", { name: "Quản trị hệ thống" }).click()
      await page.getByRole("link", { name: "Người dùng" }).click()
      await page.getByRole("heading", { name: "Minh họa: lãnh đạo" }).waitFor()
      expect(await violations(page)).toEqual([])
    })
  })
})

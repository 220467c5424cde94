import type { Browser, Locator, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { violations } from "./barriers.ts"
import { browserPath, loaded, openBrowser, openWindow } from "./browser.ts"

/** Fields of the form of a dossier, by their labels. */
type Fields = Readonly<Record<string, string>>

const heard: Fields = {
  "Ngày ghi": "28/6/2025",
  "Từ ngày": "3/6/2025",
  "Đến hết ngày": "19/6/2025",
  "Số ý kiến": "120",
  "Trong đó không đồng ý": "4"
}
const survey: Fields = {
  "Tổng số hộ (người) của đơn vị": "2.000",
  "Nội dung 1": "Kết quả chung",
  "Được hỏi": "400",
  "Trả lời": "380",
  "Hài lòng": "361"
}

const done = (step: string) => ({ _tag: "step", step, event: "done", by: null })
const paper = (key: string) => ({ _tag: "paper", paper: key, issuedOn: "2025-06-20", title: `Giấy tờ ${key}` })
const voted = (step: string) => ({ _tag: "voted", step, members: 30, present: 28, inFavour: 27 })

/** What other offices record of the dossier meanwhile, by the API. */
const toDistrict = [
  done("consultation"),
  voted("communeVote"),
  done("communeVote"),
  paper("request"),
  done("submitDistrict"),
  paper("verification"),
  done("verification")
]
const toCouncil = [
  done("survey"),
  paper("districtRequest"),
  done("submitProvince"),
  paper("appraisal"),
  done("appraisal"),
  voted("councilVote"),
  done("councilVote")
]

/** Sends what others record, and shows the page anew. */
const meanwhile = async (page: Page, bodies: ReadonlyArray<object>): Promise<void> => {
  const dossier = Number(/\/ho-so\/(\d+)/.exec(page.url())?.[1])
  const rows = bodies.map((body) => ({ dossier, day: "2025-06-28", body }))
  const answer = await page.request.post("/api/v1/dossiers/events", { data: { rows } })
  expect(await answer.text()).toMatch(/^{"recordedAt"/)
  await page.reload()
  await loaded(page)
}

const formOf = (page: Page): Locator => page.getByRole("form", { name: "Ghi diễn biến hồ sơ" })

/** Records one thing in the form, and waits until the page tells it. */
const record = async (page: Page, next: string, fields: Fields = {}): Promise<void> => {
  await page.getByLabel("Ghi gì").selectOption(next)
  const form = formOf(page)
  for (const [label, text] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).fill(text)
  await Promise.all([
    page.waitForResponse((one) => /\/dossiers\/\d+(\?|$)/.test(one.url())),
    form.getByRole("button", { name: "Ghi diễn biến", exact: true }).click()
  ])
  await form.getByText("Đã ghi diễn biến.").waitFor()
}

const rehearse = async (page: Page): Promise<Locator> => {
  await page.getByRole("button", { name: "Thẩm định thử" }).click()
  const panel = page.getByRole("dialog", { name: "Thẩm định thử" })
  await panel.getByText(/Sẽ bị trả lại|Không có gì phải trả lại/).waitFor()
  return panel
}

describe.skipIf(browserPath === "")("a recognition dossier in the browser", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it("is opened against the facts with a reason, goes through its papers and votes, and ends as recognised", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open("/ho-so/mo?don-vi=11830&as_of=2025-06-02")
    const why = page.getByRole("region", { name: "Điều kiện mở hồ sơ" })
    await why.getByText("chưa đủ điều kiện").waitFor()
    expect(await why.innerText()).toMatch(/đã được công nhận Xã nông thôn mới kiểu mẫu/)
    await page.getByRole("button", { name: "Mở hồ sơ", exact: true }).click()
    await page.getByText("Phải ghi ô này").waitFor()
    await page.getByLabel("Lý do vẫn mở khi chưa đủ điều kiện").fill("Công nhận lại sau khi chia tách thôn")
    await page.getByRole("button", { name: "Mở hồ sơ", exact: true }).click()
    await page.waitForURL(/\/ho-so\/\d+$/)
    await loaded(page)
    await page.getByLabel("Tính đến ngày").fill("28/06/2025")
    await page.getByLabel("Tính đến ngày").press("Enter")
    await page.getByText("tính đến ngày 28/06/2025").waitFor()

    const early = await rehearse(page)
    expect(await early.innerText()).toContain("Báo cáo kết quả xây dựng nông thôn mới: chưa nộp")
    expect(await violations(page)).toEqual([])
    await page.keyboard.press("Escape")

    await record(page, "paper:report", {
      "Ngày ghi": "2/6/2025",
      "Ngày ký giấy tờ": "1/6/2025",
      "Số, tên giấy tờ": "45/BC-UBND"
    })
    await record(page, "step:selfAssessment:done")
    // A consultation is heard after the step before it, and says so at its field where it is not.
    await page.getByLabel("Ghi gì").selectOption("consultation:consultation")
    const form = formOf(page)
    for (const [label, text] of Object.entries({ ...heard, "Từ ngày": "1/6/2025" }))
      await form.getByLabel(label).fill(text)
    await form.getByRole("button", { name: "Ghi diễn biến", exact: true }).click()
    await form.getByText(/công khai từ 01\/06\/2025, trước khi bước trước xong/).waitFor()
    await record(page, "consultation:consultation", heard)
    await meanwhile(page, toDistrict)
    await record(page, "surveyed:survey", survey)
    await meanwhile(page, toCouncil)
    expect(await page.getByRole("region", { name: "Giấy tờ" }).innerText()).toContain("11/11 giấy tờ bắt buộc đã có")
    const results = page.getByRole("region", { name: "Lấy ý kiến, khảo sát, bỏ phiếu" })
    expect(await results.getByRole("row", { name: /Kết quả chung/ }).innerText()).toMatch(/95 %/)
    const late = await rehearse(page)
    // All papers are there; what stays is a number of the law that nobody here has read, and that is never taken as good.
    const blocking = late.getByRole("region", { name: "Phải sửa trước khi trình (1)" })
    expect(await blocking.innerText()).toContain("Chưa biết mức trong văn bản")
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      late.getByRole("link", { name: "Tải bộ hồ sơ đã niêm phong" }).click()
    ])
    expect(download.suggestedFilename()).toMatch(/\.json$/)
    await page.keyboard.press("Escape")

    await record(page, "decided:decision", {
      "Số, ký hiệu quyết định": "2025/QĐ-UBND",
      "Ngày quyết định": "28/6/2025"
    })
    await page.getByText("Đã công nhận", { exact: true }).waitFor()
    expect(await page.getByRole("region", { name: "Hồ sơ", exact: true }).innerText()).toMatch(
      /2025\/QĐ-UBND, ngày 28\/06\/2025/
    )
    await page.getByRole("link", { name: "Về danh sách hồ sơ" }).click()
    const line = page.getByRole("listitem").filter({ hasText: "Xã Giang Biên – Đạt chuẩn nông thôn mới" })
    expect(await line.innerText()).toContain("Đã công nhận")
    // What the server refused on purpose is the one thing that the browser complains of.
    expect(complaints().filter((one) => !/\b422\b/.test(one))).toEqual([])
  })

  for (const scheme of ["light", "dark"] as const) {
    it(`has no barrier in its forms, ${scheme}, on a phone`, async () => {
      const { complaints, open, page } = await openWindow(browser, { width: 360, scheme })
      await open("/ho-so/6?as_of=2025-06-20")
      await page.getByText(/Xem \d+ nhiệm vụ xa hơn/).click()
      expect(await violations(page)).toEqual([])
      await rehearse(page)
      expect(await violations(page)).toEqual([])
      await open("/so-theo-doi/danh-sach?as_of=2025-06-20&loai=issued")
      await page
        .getByRole("button", { name: /^Ghi tiếp/ })
        .first()
        .click()
      await page.getByRole("form", { name: /^Ghi tiếp/ }).waitFor()
      expect(await violations(page)).toEqual([])
      expect(complaints()).toEqual([])
    })
  }

  it("puts a product into its register, and tells at once that it runs out", async () => {
    const { complaints, open, page } = await openWindow(browser)
    await open("/so-theo-doi/ghi?don-vi=11830&loai=ocop&as_of=2025-06-25")
    const form = page.getByRole("form", { name: "Ghi vào sổ" })
    await form.getByLabel("Tên sản phẩm").fill("Trà hoa vàng Giang Biên")
    await form.getByLabel("Ngày cấp giấy chứng nhận").fill("1/9/2022")
    await form.getByLabel("Chủ thể sản xuất").fill("HTX Giang Biên")
    await form.getByRole("button", { name: "Ghi vào sổ", exact: true }).click()
    await form.getByText("Đã ghi vào sổ.").waitFor()
    await page.getByRole("link", { name: "Sổ theo dõi", exact: true }).click()
    const soon = page.getByRole("region", { name: "OCOP sắp hết hạn" })
    await soon.getByText("Trà hoa vàng Giang Biên").waitFor()
    expect(await soon.innerText()).toContain("hạn 01/09/2025 (tính theo quy định) · còn 68 ngày")
    expect(complaints()).toEqual([])
  })
})

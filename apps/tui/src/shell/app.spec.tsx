import { makeClient } from "@ntm/contract"
import { cleanup, render } from "ink-testing-library"
import { afterEach, describe, expect, it, vi } from "vitest"
import { width } from "../parts/text.ts"
import { type FakeApi, startFakeApi } from "../testing/fake-api.ts"
import { serveMoney } from "../testing/money-sample.ts"
import { dossierAnswers } from "../testing/dossiers-sample.ts"
import { inventoryAnswers } from "../testing/inventory-sample.ts"
import { recommendationAnswers } from "../testing/recommendations-sample.ts"
import { serveWorks } from "../testing/works-sample.ts"
import { serveUnits } from "../testing/fake-units.ts"
import { plan } from "../testing/sample.ts"
import { taskAnswers } from "../testing/tasks-sample.ts"
import { App } from "./app.tsx"

const keys = {
  enter: "\r",
  escape: "\u001b",
  down: "\u001b[B",
  right: "\u001b[C",
  tab: "\t",
  backTab: "\u001b[Z",
  pageDown: "\u001b[6~"
}

const open = (api: Pick<FakeApi, "url">, size = { columns: 100, rows: 30 }) => {
  const app = render(<App client={makeClient(fetch, api.url)} server={api.url} lang="vi" colour={false} />)
  const screen = () => app.lastFrame() ?? ""
  const resize = (columns: number, rows: number) => {
    Object.defineProperties(app.stdout, {
      columns: { value: columns, configurable: true },
      rows: { value: rows, configurable: true }
    })
    app.stdout.emit("resize")
  }
  resize(size.columns, size.rows)
  const sees = (text: string | RegExp) => vi.waitFor(() => expect(screen()).toMatch(text), { timeout: 3000 })
  const press = async (...chunks: ReadonlyArray<string>) => {
    for (const chunk of chunks) {
      app.stdin.write(chunk)
      await new Promise((settled) => setTimeout(settled, chunk === keys.escape ? 60 : 15))
    }
  }
  return { press, resize, screen, sees }
}

afterEach(cleanup)

describe("the terminal program", () => {
  it("opens on the criteria of the newest plan, with the counts of every list", async () => {
    await using api = await startFakeApi(plan)
    const { screen, sees } = open(api, { columns: 120, rows: 30 })
    await sees("61/KH-UBND")
    expect(screen()).toContain(
      "1 Tiêu chí 8   2 Nguồn lực   3 Nhiệm vụ 4   4 Phát hiện 2   5 Đơn vị   6 Đánh giá   7 Công trình"
    )
    expect(screen()).toMatch(/Giao thông .*105\/137 +32 xã/)
    expect(screen()).toContain(api.url.replace("http://", ""))
    expect(screen()).toContain("ngày 10/06/2025")
  })

  it("names every tab in eighty columns, in both languages", async () => {
    await using api = await startFakeApi(plan)
    const { press, sees } = open(api, { columns: 80, rows: 24 })
    await sees("1 Tiêu chí 2 Nguồn lực 3 Nhiệm vụ 4 Phát hiện 5 Đơn vị 6 Đánh giá 7 Công trình")
    await press("l")
    await sees("1 Criteria 2 Resources 3 Assignments 4 Findings 5 Units 6 Assessment 7 Works")
  })

  it("leads from a marked cell of the table to the finding and its places", async () => {
    await using api = await startFakeApi(plan)
    const { press, screen, sees } = open(api)
    await sees("61/KH-UBND")
    await press("2v", "jj", keys.right)
    await sees("Cộng ngang không khớp, lệch")
    await press(keys.enter)
    await sees("trùng dòng trên, huyện Thủy Nguyên")
    expect(screen()).toContain("appendix-02-funding.json → /rows/2/investment")
    await press(keys.escape)
    await sees("Vốn đầu tư")
  })

  it("leads from the province's money to the unit whose total is not explained, and to the printed table", async () => {
    await using api = await startFakeApi(plan)
    serveMoney(api)
    const { press, screen, sees } = open(api, { columns: 120, rows: 30 })
    await sees("61/KH-UBND")
    await press("2")
    await sees(/huyện An Lão .*▲ 493\.227/)
    expect(api.questions).toContain("/funding/pivot?unit=31&year=2024&stage=mobilised")
    await press("j", keys.right, keys.right, keys.enter)
    await sees(/Chênh lệch của dòng.*▲ 2\.775/)
    await press("\u007f")
    await sees(/huyện Cát Hải/)
    expect(screen()).toContain("▲ Tổng không bằng các phần")
    await press("v")
    await sees("Phụ lục 02 · ĐVT: triệu đồng")
  })

  it("leads from the printed assignments to what is due, to a task and its chain, and back", async () => {
    await using api = await startFakeApi(plan)
    api.answers.set("/tasks/due", taskAnswers.due).set("/tasks/one", taskAnswers.one)
    const { press, screen, sees } = open(api, { columns: 120, rows: 30 })
    await sees("61/KH-UBND")
    await press("3")
    await sees("Phân công, xếp theo hạn")
    expect(api.asked.some((path) => path.startsWith("/tasks"))).toBe(false)
    await press("v")
    await sees(/20\/04\/2025 +quá 61 ngày +1\.2\.a@313 .*huyện An Lão/)
    expect(screen()).toContain("ngày 20/06/2025")
    await press("G", keys.enter)
    await sees(/Còn chờ\s+4\. Khảo sát: chưa bắt đầu, còn 5 ngày/)
    await press(keys.escape)
    await sees("Quá hạn và đến hạn trong 14 ngày")
    await press("v")
    await sees("Phân công, xếp theo hạn")
  })

  it("turns in the tab of assignments through tasks, recommendations, dossiers and registers, each with its own keys", async () => {
    await using api = await startFakeApi(plan)
    api.answers
      .set("/tasks/due", taskAnswers.due)
      .set("/recommendations", recommendationAnswers.list)
      .set("/dossiers", dossierAnswers.list)
      .set("/dossiers/3", dossierAnswers.one)
      .set("/units", { asOf: "2025-06-20", counts: {}, items: [] })
      .set("/inventory", inventoryAnswers.list)
      .set("/inventory/counts", inventoryAnswers.totals)
    const { press, screen, sees } = open(api, { columns: 120, rows: 30 })
    await sees("61/KH-UBND")
    await press("3w")
    await sees(/NTM +Nhiệm vụ · Kiến nghị · Hồ sơ công nhận · Sổ theo dõi /)
    await press("w")
    await sees(/kn-tp-07 +Bố trí và huy động vốn/)
    expect(api.asked).not.toContain("/dossiers")
    await press("w")
    await sees(/huyện Vĩnh Bảo ° +nâng cao +đang làm/)
    await press(keys.enter)
    await sees("✗ Tờ trình của UBND huyện · thiếu")
    // On a page w is no key; over the list it is.
    await press("w")
    expect(screen()).toContain("Hồ sơ 3: huyện Vĩnh Bảo")
    await press(keys.escape, "?")
    await sees("Các phím ở Hồ sơ công nhận")
    await press(keys.escape, "w")
    await sees(/sản phẩm OCOP +2 +7 +2\/60/)
    await press("v")
    await sees("Phân công, xếp theo hạn")
    await press("v")
    await sees(/sản phẩm OCOP +2 +7 +2\/60/)
    await press("w")
    await sees("Quá hạn và đến hạn trong 14 ngày")
    await press("W")
    await sees("So với mục tiêu 2025")
  })

  it("asks about works when their tab is opened, searches them once for a text, and opens one", async () => {
    await using api = await startFakeApi(plan)
    serveWorks(api)
    const { press, screen, sees } = open(api, { columns: 120, rows: 30 })
    await sees("61/KH-UBND")
    expect(api.asked.some((path) => path.startsWith("/works"))).toBe(false)
    await press("7")
    await sees(/Đường trục xã An Thắng .* 181 ngày/)
    expect(api.questions).toContain("/works?unit=31&sort=late&limit=1000")
    await press("/cho")
    await sees("Tìm công trình: cho   3 công trình")
    await vi.waitFor(() => expect(api.questions).toContain("/works?unit=31&q=cho&sort=late&limit=1000"))
    expect(api.questions.filter((question) => question.includes("q=c")).length).toBe(1)
    await press(keys.escape, keys.enter)
    await sees(/● ▶ {2}Thi công .*01\/06\/2024–14\/02\/2025/)
    await press(" ")
    await sees("Nợ đọng: 500, quá hạn 500")
    await press("q")
    await sees("Chợ trung tâm")
    expect(screen()).toContain("ngày 01/12/2024")
  })

  it("shows assignments by due day and opens one", async () => {
    await using api = await startFakeApi(plan)
    const { press, sees } = open(api)
    await sees("61/KH-UBND")
    await press("3", keys.down, keys.enter)
    await sees(/Thuộc nhiệm vụ +1\.2\. Các địa phương/)
  })

  it("shows findings, errors first, and the other language on l", async () => {
    await using api = await startFakeApi(plan)
    const { press, screen, sees } = open(api)
    await sees("61/KH-UBND")
    await press("4")
    await sees("Cộng ngang không khớp")
    expect(screen().indexOf("▲  huyện Cát Hải")).toBeLessThan(screen().indexOf("△  Công trình"))
    await press("l")
    await sees("Row does not add up")
  })

  it("searches without diacritics from one chunk of typing and says how many match", async () => {
    await using api = await startFakeApi(plan)
    const { press, screen, sees } = open(api)
    await sees("61/KH-UBND")
    await press("2v/cat hai")
    await sees("Tìm: cat hai   1 trong 3")
    expect(screen()).not.toContain("Thủy Nguyên")
    await press(keys.enter, keys.escape)
    await sees("Thủy Nguyên")
    await press("/khong co")
    await sees("không có dòng nào khớp")
  })

  it("asks nothing about units until their tab is opened, then shows the tree, a branch and a story", async () => {
    await using api = await startFakeApi(plan)
    serveUnits(api)
    const { press, screen, sees } = open(api)
    await sees("61/KH-UBND")
    expect(api.asked.some((path) => path.startsWith("/units"))).toBe(false)
    await press("5")
    await sees("▸ thành phố Hải Phòng")
    await press(keys.right)
    await sees("xã Vĩnh Thuận")
    await press("[[")
    await sees("huyện")
    expect(screen()).toMatch(/30\/06\/2025 · 2 tỉnh, 1 huyện, 2 xã/)
    await press(keys.enter)
    await sees(/Xem vào ngày +30\/06\/2025/)
    await press("q", "1")
    await sees("Kết quả thực hiện các bộ tiêu chí")
  })

  it("sends one question for a text that is typed quickly, and goes to what it finds", async () => {
    await using api = await startFakeApi(plan)
    serveUnits(api)
    const { press, screen, sees } = open(api)
    await sees("61/KH-UBND")
    await press("5")
    await sees("Hải Phòng")
    await press("/vinh an")
    await sees("nay là xã Vĩnh Thuận")
    expect(api.questions.filter((question) => question.includes("q="))).toEqual([
      "/units?q=vinh+an&as_of=2026-11-22&limit=50"
    ])
    await press(keys.down, keys.enter)
    await sees("Cây được mở vào ngày 30/06/2025")
    expect(screen()).toContain("xã Vĩnh An")
  })

  it("keeps the tree on show when the server is gone, says so, and comes back on r", async () => {
    await using api = await startFakeApi(plan)
    serveUnits(api)
    const { press, screen, sees } = open(api)
    await sees("61/KH-UBND")
    await press("5")
    await sees("Hải Phòng")
    await vi.waitFor(() => expect(screen()).not.toContain("đang đọc"))
    const units = api.answers.get("/units")
    api.answers.delete("/units")
    await press("[")
    await sees("Không có")
    expect(screen()).toContain("▸ thành phố Hải Phòng")
    api.answers.set("/units", units)
    await press("r", "[")
    await sees("ngày 01/07/2025")
  })

  it("draws exactly the window, at every size, and says when it is too small", async () => {
    await using api = await startFakeApi(plan)
    const { press, resize, screen, sees } = open(api)
    await sees("61/KH-UBND")
    for (const tab of ["2", "5"]) {
      await press(tab)
      for (const [columns, rows] of [
        [120, 36],
        [80, 24],
        [60, 15],
        [40, 10]
      ] as const) {
        resize(columns, rows)
        await vi.waitFor(() => expect(screen().split("\n")).toHaveLength(rows))
        for (const line of screen().split("\n")) expect(width(line)).toBeLessThanOrEqual(columns)
      }
    }
    resize(30, 8)
    await sees("Cửa sổ quá nhỏ")
  })

  it("keeps the chosen row on show in a low window", async () => {
    await using api = await startFakeApi(plan)
    const { press, screen, sees } = open(api, { columns: 80, rows: 12 })
    await sees("61/KH-UBND")
    await press("G")
    await sees("8/7")
    expect(screen()).not.toContain("137 xã · 2/2")
  })

  it("says which lines of a long page are on show", async () => {
    await using api = await startFakeApi(plan)
    const { press, screen, sees } = open(api, { columns: 80, rows: 14 })
    await sees("61/KH-UBND")
    await press("4", keys.enter)
    await sees(/1–11\/\d+ · ngày/)
    await press(keys.pageDown)
    await sees(/–(\d+)\/\1 · ngày/)
    expect(screen()).toContain("/rows/2/city")
  })

  it("says that the server cannot be reached and what to do, and tries again on r", async () => {
    const stopped = await startFakeApi(plan)
    await stopped[Symbol.asyncDispose]()
    const { press, screen, sees } = open(stopped)
    await sees("Không kết nối được máy chủ")
    expect(screen()).toContain("npm start")
    await press("?")
    await sees("Các phím")
    await press(keys.escape, "l")
    await sees("The server cannot be reached")
  })

  it("comes back when the server does", async () => {
    await using api = await startFakeApi(plan)
    const documents = api.answers.get("/documents")
    api.answers.delete("/documents")
    const { press, sees } = open(api)
    await sees("Chưa lấy được số liệu")
    api.answers.set("/documents", documents)
    await press("r")
    await sees("61/KH-UBND")
  })

  it("waits for a server that is starting and goes on by itself", async () => {
    await using api = await startFakeApi(plan)
    const documents = api.answers.get("/documents")
    const starting = { type: "urn:ntm:problem:starting", title: "Đang khởi động", titleEn: "Starting", status: 503 }
    api.answers.set("/documents", starting)
    const { sees } = open(api)
    await sees("Máy chủ đang khởi động")
    api.answers.set("/documents", documents)
    await sees("61/KH-UBND")
  })

  it("says so when the server holds no plan", async () => {
    await using api = await startFakeApi(plan)
    api.answers.set("/documents", { items: [] })
    await open(api).sees("chưa có kế hoạch nào")
  })
})

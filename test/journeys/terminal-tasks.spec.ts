import { describe, expect, inject, it } from "vitest"
import { keys, openScreen, type Screen } from "./screen.ts"

/** What the pilot owes on 20/06/2025, ten days before its dossier has to be sent. */
const openTasks = async (size?: { readonly columns: number; readonly rows: number }): Promise<Screen> => {
  const screen = openScreen(["--server", inject("address")], size)
  await screen.shows(/NTM +61\/KH-UBND/)
  screen.type("3")
  await screen.shows("Phân công, xếp theo hạn")
  screen.type("v")
  await screen.shows("Quá hạn và đến hạn trong 14 ngày", "đang đọc…")
  screen.type("d20/6/2025\r")
  await screen.shows(/ngày 20\/06\/2025$/m, "đang đọc…")
  return screen
}

describe("tasks in the terminal", () => {
  it("show who is late on 20/06/2025, and through what chain the province's dossier still waits", async () => {
    const screen = await openTasks()
    const due = await screen.shows(/^ 20\/04\/2025 +quá 61 ngày +1\.2\.a@313 .*huyện An Lão/m)
    expect(due).toMatch(/^ 15\/02\/2025 +quá 125 ngày +2\.6\.a-2@313 /m)
    // The last one that falls due by 04/07 is the dossier itself.
    screen.type("G")
    await screen.shows(/^ 30\/06\/2025 +còn 10 ngày +6 +Chốt hồ sơ/m)
    screen.type(keys.enter)
    const page = await screen.shows(/Còn chờ/, "đang đọc…")
    expect(page).toMatch(/5\. Họp UBND thành phố và bỏ phiếu/)
    expect(page).toMatch(/2\. Lấy ý kiến dự thảo báo cáo [^.]*quá\s+hạn 4 ngày/)
    expect(page).toMatch(/1\.1\. Các sở, ngành báo cáo/)
  })

  it("lead from who owes how many to what An Lão owes, and to the plan's timeline with its critical path", async () => {
    const screen = await openTasks()
    screen.type("tt")
    await screen.shows(/^ huyện An Lão +3 +125 ngày +1 /m, "đang đọc…")
    screen.type(keys.enter)
    await screen.shows(/Mọi nhiệm vụ, gấp nhất trước · huyện An Lão/, "đang đọc…")
    screen.type(`${keys.down}${keys.down}i`)
    const timeline = await screen.shows(/sớm nhất có thể xong/, "đang đọc…")
    expect(timeline).toMatch(/1\.1\.c → 1\.1 → 1 → 2 → 3 → 5 → 6 → I/)
  })
})

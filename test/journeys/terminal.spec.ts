import { once } from "node:events"
import { type AddressInfo, connect, createServer, type Socket } from "node:net"
import { describe, expect, inject, it, onTestFinished } from "vitest"
import { keys, openScreen } from "./screen.ts"

const server = () => ["--server", inject("address")]

const criteria = /Kết quả thực hiện các bộ tiêu chí đến ngày 31\/12\/2024/
const funding = /Phụ lục 02 · ĐVT: triệu đồng/
const assignments = /Phân công, xếp theo hạn/
const findings = /Các số liệu công bố không thể cùng đúng/

/** A way to the product that can be closed and opened again, as a server that stops and comes back. */
const detour = async () => {
  const target = new URL(inject("address"))
  const sockets = new Set<Socket>()
  const way = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near]
    ] as const) {
      sockets.add(socket)
      socket.on("error", () => other.destroy())
      socket.on("close", () => sockets.delete(socket))
      socket.pipe(other)
    }
  })
  const open = async (port: number): Promise<number> => {
    way.listen(port, "127.0.0.1")
    await once(way, "listening")
    return (way.address() as AddressInfo).port
  }
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    if (!way.listening) return
    way.close()
    await once(way, "close")
  }
  onTestFinished(close)
  const port = await open(0)
  return { address: `http://127.0.0.1:${port}`, close, reopen: () => open(port) }
}

describe("the terminal program", () => {
  it("opens on the plan's criteria, and 1 to 4 turn to each list", async () => {
    const screen = openScreen(server())
    const first = await screen.shows(criteria)
    expect(screen.alternate()).toBe(true)
    expect(first).toContain("61/KH-UBND")
    expect(first).toMatch(/1 Tiêu chí \d+ +2 Nguồn lực +3 Nhiệm vụ 18 +4 Phát hiện \d+/)
    expect(first).toMatch(/Quy hoạch .*137\/137/)
    screen.type("2v")
    expect(await screen.shows(funding)).toMatch(/huyện Cát Hải .*896\.784 +▲ 896\.210/)
    screen.type("3")
    expect(await screen.shows(assignments)).toMatch(/25\/06\/2025 .*Khảo sát mức hài lòng/)
    screen.type("4")
    expect(await screen.shows(findings)).toMatch(/▲ .*896\.210 +0 +\+896\.210 +triệu đồng/)
    screen.type("1")
    await screen.shows(criteria, findings)
    screen.type(keys.tab)
    await screen.shows(funding, criteria)
  })

  it("finds without diacritics, opens what was found, and goes back step by step", async () => {
    const screen = openScreen(server())
    await screen.shows(criteria)
    screen.type("3")
    await screen.shows(assignments)
    screen.type("/")
    await screen.shows("Tìm:")
    screen.type("khao sat")
    const found = await screen.shows(/Tìm: khao sat +1 trong 18/)
    expect(found).toContain("Khảo sát mức hài lòng")
    expect(found).not.toContain("Sở Xây dựng")
    screen.type(keys.enter)
    await screen.shows("q thoát")
    screen.type(keys.enter)
    const detail = await screen.shows("Tiến độ như in", assignments)
    expect(detail).toContain("Khảo sát mức hài lòng của dân về việc đề nghị công nhận")
    expect(detail).toContain("01/6/2025 – 25/6/2025")
    screen.type(keys.escape)
    await screen.shows(/Tìm: khao sat +1 trong 18/, "Tiến độ như in")
    screen.type(keys.escape)
    await screen.shows(/ 1\/18$/m, "Tìm:")
  })

  it("moves with the arrows, and opens the row that is chosen", async () => {
    const screen = openScreen(server())
    await screen.shows(criteria)
    screen.type("4")
    await screen.shows(findings)
    for (const row of [2, 3, 4]) {
      screen.type(keys.down)
      await screen.shows(new RegExp(` ${row}/\\d+$`, "m"))
    }
    screen.type(keys.up)
    await screen.shows(/ 3\/\d+$/m)
    screen.type(keys.down)
    await screen.shows(/ 4\/\d+$/m)
    screen.type(keys.enter)
    const detail = await screen.shows(/Văn bản ghi +896\.210 triệu đồng/)
    expect(detail).toContain("huyện Cát Hải")
    expect(detail).toContain("+896.210 triệu đồng")
    expect(detail).toContain("huyện Thủy Nguyên")
  })

  it("draws itself anew when the window changes, down to a window that is too small", async () => {
    const screen = openScreen(server(), { columns: 120, rows: 40 })
    await screen.shows(criteria)
    screen.type("4")
    await screen.shows(findings)
    for (const [columns, rows] of [
      [70, 16],
      [160, 30],
      [100, 24]
    ] as const) {
      screen.resize(columns, rows)
      await screen.settles(`the bars on the first and last line of ${columns} × ${rows}`, (lines) => {
        const last = lines[rows - 1] ?? ""
        const full = lines.some((line) => line.length > columns * 0.85 && line.length <= columns)
        return lines.length === rows && lines[0]?.includes("NTM") === true && last.includes("ngày") && full
      })
      expect(screen.text()).toMatch(findings)
    }
    screen.resize(20, 4)
    await screen.shows("Cửa sổ quá nhỏ")
    screen.resize(100, 24)
    await screen.shows(findings, "Cửa sổ quá nhỏ")
  })

  it("speaks English after l, and Vietnamese again", async () => {
    const screen = openScreen(server())
    await screen.shows(criteria)
    screen.type("l")
    await screen.shows(/3 Assignments 18 +4 Findings \d+/, "Nhiệm vụ")
    screen.type("l")
    await screen.shows("3 Nhiệm vụ 18")
  })

  it("leaves the terminal as it was: q, or Ctrl-C", async () => {
    for (const key of ["q", "\u0003"]) {
      const screen = openScreen(server())
      await screen.shows(criteria)
      expect([screen.alternate(), screen.cursorHidden()]).toEqual([true, true])
      screen.type(key)
      expect(await screen.ended).toEqual({ code: 0, signal: 0 })
      expect([screen.alternate(), screen.cursorHidden()]).toEqual([false, false])
      expect(screen.text().trim()).toBe("")
    }
  })

  it("says that the server is gone, what to do, and comes back with it", async () => {
    const way = await detour()
    const screen = openScreen(["--server", way.address])
    await screen.shows(criteria)
    await way.close()
    screen.type("r")
    const gone = await screen.shows("npm start")
    expect(gone).toContain("Chưa lấy được số liệu")
    expect(gone).toContain(new URL(way.address).host)
    expect(gone).not.toMatch(/\n\s+at |ECONNREFUSED/)
    await way.reopen()
    screen.type("r")
    await screen.shows(criteria, "npm start")
    screen.type("q")
    expect((await screen.ended).code).toBe(0)
  })

  it("can be quit while it waits for a server that does not answer", async () => {
    const silent = createServer(() => undefined)
    silent.listen(0, "127.0.0.1")
    await once(silent, "listening")
    onTestFinished(() => void silent.close())
    const screen = openScreen(["--server", `http://127.0.0.1:${(silent.address() as AddressInfo).port}`])
    await screen.shows("Đang đọc số liệu từ máy chủ…")
    screen.type("q")
    const { code } = await screen.ended
    expect([code, screen.alternate(), screen.cursorHidden()]).toEqual([0, false, false])
  })
})

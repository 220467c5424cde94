import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { evidenceSamples } from "@ntm/domain/testing"
import { csvLines } from "@ntm/exchange"
import { afterAll, describe, expect, it } from "vitest"
import { width } from "../parts/text.ts"
import { agencyAnswers } from "../testing/agencies-sample.ts"
import { runOn } from "../testing/asked-commands.ts"
import { taskAnswers, taskKey } from "../testing/tasks-sample.ts"
import { ROOM } from "../units/table.ts"
import { dueAction, tasksActions } from "./tasks-command.ts"

const folder = mkdtempSync(join(tmpdir(), "ntm-tasks-"))
afterAll(() => rmSync(folder, { recursive: true }))

const answers = {
  "/tasks": taskAnswers.list,
  "/tasks/due": taskAnswers.due,
  "/tasks/one": taskAnswers.one,
  "/tasks/timeline": taskAnswers.timeline,
  "/tasks/load": taskAnswers.load
}

const fits = async (run: ReturnType<typeof runOn>) => {
  const done = await run
  for (const line of done.out.split("\n")) expect(width(line)).toBeLessThanOrEqual(ROOM)
  return done
}
const raw = (...args: ReadonlyArray<string>) => runOn(["tasks", ...args], tasksActions, answers)
const tasks = (...args: ReadonlyArray<string>) => fits(raw(...args))
const due = (...args: ReadonlyArray<string>) => fits(runOn(["due", ...args], dueAction, answers))

describe("ntm tasks", () => {
  it("list: how many stand how, then each below its title, asked with every filter", async () => {
    const { asked, code, out } = await tasks(
      ..."list --document kh-61-2025-haiphong --unit 313 --agency hp-so-nnmt --role any --timeliness overdue".split(
        " "
      ),
      ..."--q bao --sort due --limit 5 --as-of 20/6/2025".split(" ")
    )
    expect(code).toBe(0)
    expect(asked).toEqual([
      "/tasks?document=kh-61-2025-haiphong&unit=313&agency=hp-so-nnmt&role=any&as_of=2025-06-20&timeliness=overdue&q=bao&sort=due&limit=5"
    ])
    expect(out).toContain("tính đến 20/06/2025 · 5 nhiệm vụ\n2 sắp đến hạn · 2 quá hạn · 1 hoàn thành chậm\n")
    expect(out).toContain("61/KH-UBND (kh-61-2025-haiphong)")
    expect(out).toMatch(/^ {2}1\.2\.a@313 +huyện An Lão +20\/04\/2025 +quá 61 ngày$/m)
    expect(out).toMatch(/hoàn thành chậm 3 ngày$/m)
    // Instances of one task stand below one title.
    expect(out.match(/Báo cáo của từng huyện/g)).toHaveLength(1)
  })

  it("list says apart from the table where these are not all, and that there are none", async () => {
    const more = { "/tasks": { ...taskAnswers.list, next: "x" } }
    expect((await runOn(["tasks", "list"], tasksActions, more)).err).toContain("tăng --limit")
    const tally = {
      notBegun: 0,
      open: 0,
      dueSoon: 0,
      overdue: 0,
      awaiting: 0,
      done: 0,
      doneLate: 0,
      cancelled: 0,
      noDue: 0
    }
    const none = { "/tasks": { ...taskAnswers.list, tally, items: [] } }
    expect((await runOn(["tasks", "list"], tasksActions, none)).out).toBe(
      "tính đến 20/06/2025 · 0 nhiệm vụ\n\nKhông có nhiệm vụ nào.\n"
    )
  })

  it("show: the old due day, the condition, what it waits for and why, and what happened", async () => {
    const { asked, out } = await tasks("show", taskKey("6"), "--as-of", "2025-06-20")
    expect(asked).toEqual(["/tasks/one?task=kh-61-2025-haiphong/6&as_of=2025-06-20"])
    expect(out).toMatch(/^Tình trạng +sắp đến hạn · còn 10 ngày · đang thực hiện từ 10\/06\/2025$/m)
    expect(out).toMatch(/^Hạn +30\/06\/2025\nHạn ban đầu +25\/06\/2025$/m)
    expect(out).toMatch(/^Gia hạn +12\/06\/2025: 25\/06\/2025 → 30\/06\/2025 · chờ khảo sát$/m)
    expect(out).toMatch(/^Ai chịu trách nhiệm +Sở Nông nghiệp và Môi trường$/m)
    expect(out).toMatch(/^Văn bản ghi +Sở Nông nghiệp và PTNT$/m)
    expect(out).toContain("✗ Không còn nợ đọng quá hạn: còn 5 triệu đồng")
    expect(out).toContain("Còn chờ\n  4. Khảo sát: chưa bắt đầu, còn 5 ngày\n    đủ hồ sơ mới gửi\n")
    expect(out).toContain("    Biên bản họp · ghi bởi Văn phòng Điều phối")
    expect(JSON.parse((await raw("show", taskKey("6"), "--json")).out)).toEqual(taskAnswers.one)
  })

  it("timeline: when it can still end, the critical path, a bar each, and what does not agree", async () => {
    const { asked, out } = await tasks("timeline", "kh-61-2025-haiphong")
    expect(asked).toEqual(["/tasks/timeline?document=kh-61-2025-haiphong"])
    expect(out).toContain("Theo văn bản xong 30/06/2025 · sớm nhất có thể xong 05/07/2025 · chậm 5 ngày")
    expect(out).toContain("Đường găng\n  4 → 6\n")
    expect(out).toMatch(/^● {2}4 +Khảo sát .+ 25\/06\/2025 +━+◆░+$/m)
    expect(out).toMatch(/^ +1\.2\.a +Báo cáo .+ 20\/04\/2025 +◆ +░/m)
    expect(out).toContain("△ Nhiệm vụ 4 không đọc được hạn")
    // An instance stands behind the task that it is an instance of.
    expect(out).not.toContain("@313")
    expect((await raw("timeline", "kh-61-2025-haiphong", "--csv")).out).toContain("1.2.a@313")
  })

  it("load: who owes how much, and how late", async () => {
    expect((await tasks("load")).out).toMatch(/^Sở Nông nghiệp .+ +4 +81 ngày +2 +35 +3 +25\/06\/2025$/m)
  })

  it("are tables for spreadsheets too, every row as wide as the heading", async () => {
    const texts = [
      (await raw("list", "--csv")).out,
      (await raw("timeline", "kh-61-2025-haiphong", "--csv")).out,
      (await raw("load", "--csv")).out,
      (await runOn(["due", "--csv"], dueAction, answers)).out
    ]
    for (const text of texts) {
      const lines = csvLines(text) ?? []
      expect(lines.length).toBeGreaterThan(1)
      for (const { cells } of lines) expect(cells.length).toBe(lines[0]?.cells.length)
    }
  })

  it("refuses what does not go together, and names what was meant", async () => {
    expect((await tasks("show")).err).toContain("“tasks show” cần đúng một MÃ.")
    expect((await tasks("show", "x", "--csv")).err).toContain("--csv không dùng với “tasks show”.")
    expect(await tasks("lod")).toMatchObject({ code: 2, asked: [], err: expect.stringContaining("“load”?") })
  })
})

describe("ntm due", () => {
  it("tells what is overdue, then what comes", async () => {
    const { asked, code, out } = await due("--days", "14", "--unit", "313", "--as-of", "20/6/2025")
    expect(code).toBe(0)
    expect(asked).toEqual(["/tasks/due?unit=313&as_of=2025-06-20&days=14"])
    expect(out.indexOf("Quá hạn (2)")).toBeLessThan(out.indexOf("huyện Kiến Thụy"))
    expect(out.indexOf("huyện Kiến Thụy")).toBeLessThan(out.indexOf("Đến hạn trong 14 ngày (2)"))
    expect(out).toMatch(/^ {2}4 +Sở Nông nghiệp và Môi trường +25\/06\/2025 +còn 5 ngày$/m)
  })

  it("writes a calendar of the same tasks, never over a file that is there", async () => {
    const path = join(folder, "an-lao.ics")
    const calendar = { ...answers, "/calendar.ics": "BEGIN:VCALENDAR\r\n" }
    const ask = () => runOn(["due", "--unit", "313", "--ics", path], dueAction, calendar)
    const { asked, err } = await ask()
    expect(asked).toEqual(["/tasks/due?unit=313", "/calendar.ics?unit=313&lang=vi"])
    expect(err).toBe(`Đã ghi lịch vào ${path}.\n`)
    expect(readFileSync(path, "utf8")).toBe("BEGIN:VCALENDAR\r\n")
    expect(await ask()).toMatchObject({ code: 2, err: expect.stringContaining("đã có tệp này") })
  })

  it("--digest: the letter of a morning, of an agency by its name, as text, HTML or JSON; nothing else goes with it", async () => {
    const whole = { ...answers, [`/agencies/${agencyAnswers.one.agency.agency.id}`]: agencyAnswers.one }
    const digest = (...args: ReadonlyArray<string>) => runOn(["due", "--digest", ...args], dueAction, whole)
    const { code, out } = await digest("--as-of", "20/6/2025")
    expect([code, out.split("\n")[0]]).toEqual([0, "Nhiệm vụ đến hạn, ngày 20/06/2025"])
    const own = await digest("--agency", agencyAnswers.one.agency.agency.id, "--format", "html")
    expect(own.out).toMatch(/^<!doctype html>/)
    expect(own.out).toContain(`Nhiệm vụ đến hạn của ${agencyAnswers.one.agency.name}, ngày 20/06/2025`)
    expect(own.asked[1]).toBe(`/agencies/${agencyAnswers.one.agency.agency.id}?as_of=2025-06-20`)
    expect(Object.keys(JSON.parse((await digest("--json")).out))).toEqual(["subject", "text", "html"])
    expect((await digest("--csv")).err).toContain("--digest không dùng cùng --ics, --csv")
    expect((await digest("--format", "pdf")).code).toBe(2)
    expect((await runOn(["due", "--format", "html"], dueAction, answers)).err).toContain(
      "--format chỉ dùng với --digest"
    )
  })

  it("refuses a day that does not exist", async () => {
    expect(await due("--as-of", "31/6/2025")).toMatchObject({
      code: 2,
      asked: [],
      err: expect.stringContaining("--as-of")
    })
  })
})

describe("ntm tasks record", () => {
  const path = join(folder, "dien-bien.csv")
  writeFileSync(path, `Nhiệm vụ;Ngày;Việc;Lý do\n${taskKey("6")};20/6/2025;Trả lại;thiếu biểu\n`)

  it("sends a file as the API takes it", async () => {
    const { out, sent } = await tasks("record", path)
    expect(out).toBe(`Đã ghi 1 diễn biến nhiệm vụ từ ${path}.\n`)
    expect(sent).toMatchObject([
      {
        path: "/tasks/events",
        body: {
          rows: [
            { task: taskKey("6"), day: "2025-06-20", body: { _tag: "moved", to: "returned", reason: "thiếu biểu" } }
          ]
        }
      }
    ])
  })

  it("hands in what proves the rows first, and nothing at all where that cannot be used", async () => {
    const paper = join(folder, "bc12.pdf")
    writeFileSync(paper, evidenceSamples.pdf)
    const { out, sent } = await tasks("record", path, "--evidence", paper)
    expect(out).toBe(`Đã ghi 1 diễn biến nhiệm vụ từ ${path}.\nKèm 1 tệp minh chứng.\n`)
    const kept = { file: "bc12.pdf", sha256: "a".repeat(64), bytes: evidenceSamples.pdf.length }
    expect(sent.map((one) => one.path)).toEqual(["/evidence?name=bc12.pdf", "/tasks/events"])
    expect(sent[1]?.body).toMatchObject({ rows: [{ task: taskKey("6"), evidence: [kept] }] })
    const refused = await tasks("record", path, "--evidence", join(folder, "khong-co.pdf"))
    expect([refused.code, refused.sent]).toEqual([2, []])
    expect(refused.err).toContain("không đọc được tệp")
  })

  it("puts the server's refusal into the words of the file", async () => {
    const refusal = {
      type: "urn:ntm:problem:tasks-refused",
      title: "Không ghi được",
      titleEn: "It cannot be recorded",
      status: 422,
      errors: [{ path: "rows[0].body.to", message: "chưa nộp" }]
    }
    const { code, err } = await runOn(["tasks", "record", path], tasksActions, {}, refusal)
    expect(code).toBe(2)
    expect(err).toBe(`${path}: Không ghi được\n- dòng 2, cột Việc: chưa nộp\n`)
  })
})

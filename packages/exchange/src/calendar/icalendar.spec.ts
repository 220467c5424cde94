import { Day, Moment } from "@ntm/domain/values"
import fc from "fast-check"
import ICAL from "ical.js"
import { describe, expect, it } from "vitest"
import { type CalendarEvent, calendarText } from "./icalendar.ts"

const event = (rest: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: "urn:ntm:task:kh-61/1.2.a@313",
  day: Day.make("2025-02-28"),
  changedAt: Moment.make("2025-03-05T02:30:00.120Z"),
  sequence: 2,
  summary: "1.2.a. Báo cáo kết quả; gửi Sở, ngành",
  description: "Thực hiện: huyện An Lão\nHạn: 28/02/2025 \\ “gấp”",
  categories: ["61/KH-UBND", "gấp, quan trọng"],
  alarms: [
    { daysBefore: 7, text: "Còn 7 ngày" },
    { daysBefore: 1, text: "Còn 1 ngày" },
    { daysBefore: 0, text: "Hôm nay" }
  ],
  ...rest
})

const parsed = (events: ReadonlyArray<CalendarEvent>, name = "Nhiệm vụ: xã Vĩnh Bảo") => {
  const text = calendarText({ name, lang: "vi", events })
  const root = new ICAL.Component(ICAL.parse(text))
  return { text, root, events: root.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each)) }
}

describe("a calendar read back by another program", () => {
  it("has every event with its day, words and number of changes", () => {
    const { events, root } = parsed([event()])
    const [read] = events
    expect(root.getFirstPropertyValue("x-wr-calname")).toBe("Nhiệm vụ: xã Vĩnh Bảo")
    expect(read).toMatchObject({
      uid: event().uid,
      summary: event().summary,
      description: event().description,
      sequence: 2
    })
    expect(read?.startDate.isDate).toBe(true)
    expect([String(read?.startDate), String(read?.endDate)]).toEqual(["2025-02-28", "2025-03-01"])
    expect(read?.component.getFirstProperty("categories")?.getValues()).toEqual(event().categories)
    expect(String(read?.component.getFirstPropertyValue("dtstamp"))).toBe("2025-03-05T02:30:00Z")
  })

  it("reminds at eight in the morning, so many days before", () => {
    const [read] = parsed([event()]).events
    const at = read?.component.getAllSubcomponents("valarm").map((alarm) => {
      const trigger = alarm.getFirstPropertyValue("trigger")
      if (read === undefined || !(trigger instanceof ICAL.Duration)) throw new Error("no trigger")
      const start = ICAL.Time.fromDateTimeString("2025-02-28T00:00:00")
      start.addDuration(trigger)
      return String(start)
    })
    expect(at).toEqual(["2025-02-21T08:00:00", "2025-02-27T08:00:00", "2025-02-28T08:00:00"])
  })

  it("folds lines at 75 octets between characters, ends them as the standard asks, and is empty without events", () => {
    const { text } = parsed([event({ summary: "Đề án “ủy ban” 🏡 ".repeat(40) })])
    const lines = text.split("\r\n")
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n\ufffd]/)
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true)
    expect(parsed([]).events).toEqual([])
  })

  it("keeps any text that a person may write", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (summary, description) => {
        const [read] = parsed([event({ summary: `a${summary}`, description: `a${description}` })]).events
        const kept = (said: string) => `a${said}`.replaceAll(/\r\n|\r/g, "\n").replaceAll(/(?![\t\n])\p{Cc}/gu, "")
        expect(read?.summary).toBe(kept(summary))
        expect(read?.description).toBe(kept(description))
      })
    )
  })
})

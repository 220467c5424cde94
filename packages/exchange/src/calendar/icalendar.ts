import type { Day, Moment } from "@ntm/domain/values"
import { addDays } from "@ntm/domain/values"

/** A reminder, so many days before the day of the event, at eight in the morning. */
export interface CalendarAlarm {
  readonly daysBefore: number
  readonly text: string
}

/** An event of a whole day. */
export interface CalendarEvent {
  /** The same for ever, so that whoever subscribed sees it move instead of a second one. */
  readonly uid: string
  readonly day: Day
  /** When what it says changed last. */
  readonly changedAt: Moment
  /** How often its day was changed. */
  readonly sequence: number
  readonly summary: string
  readonly description: string
  readonly categories: ReadonlyArray<string>
  readonly alarms: ReadonlyArray<CalendarAlarm>
}

export interface Calendar {
  readonly name: string
  readonly lang: "vi" | "en"
  readonly events: ReadonlyArray<CalendarEvent>
}

/** Octets of a line without its end (RFC 5545, 3.1). */
const LINE = 75

const octets = (sign: string): number => Buffer.byteLength(sign)

/** A line in pieces of at most 75 octets, never parted within a character; each further piece begins with a space. */
const folded = (line: string): string => {
  if (octets(line) <= LINE) return line
  const pieces: Array<string> = []
  let piece = ""
  let size = 0
  for (const sign of line) {
    const more = octets(sign)
    if (size + more > LINE) {
      pieces.push(piece)
      piece = " "
      size = 1
    }
    piece += sign
    size += more
  }
  return [...pieces, piece].join("\r\n")
}

/** Control characters, which no text may hold (RFC 5545, 3.3.11); line ends are written out. */
const forbidden = /(?!\t)\p{Cc}/gu

/** A value of type TEXT. */
const text = (value: string): string =>
  value
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(forbidden, "")

const date = (day: Day): string => day.replaceAll("-", "")

/** "2025-06-20T01:02:03.456Z" → "20250620T010203Z". */
const utc = (moment: Moment): string => `${moment.slice(0, 19).replaceAll(/[-:]/g, "")}Z`

/** From the beginning of the day of the event back to eight in the morning of an earlier day. */
const trigger = (daysBefore: number): string => {
  if (daysBefore <= 0) return "PT8H"
  const days = daysBefore - 1
  return `-P${days === 0 ? "" : `${days}D`}T16H`
}

const alarmLines = ({ daysBefore, text: said }: CalendarAlarm): ReadonlyArray<string> => [
  "BEGIN:VALARM",
  "ACTION:DISPLAY",
  `DESCRIPTION:${text(said)}`,
  `TRIGGER:${trigger(daysBefore)}`,
  "END:VALARM"
]

const eventLines = (event: CalendarEvent): ReadonlyArray<string> => [
  "BEGIN:VEVENT",
  `UID:${text(event.uid)}`,
  `DTSTAMP:${utc(event.changedAt)}`,
  `LAST-MODIFIED:${utc(event.changedAt)}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTART;VALUE=DATE:${date(event.day)}`,
  // The end is not of the event any more.
  `DTEND;VALUE=DATE:${date(addDays(event.day, 1))}`,
  `SUMMARY:${text(event.summary)}`,
  `DESCRIPTION:${text(event.description)}`,
  ...(event.categories.length === 0 ? [] : [`CATEGORIES:${event.categories.map(text).join(",")}`]),
  // A day by which something is due keeps nobody busy.
  "TRANSP:TRANSPARENT",
  ...event.alarms.flatMap(alarmLines),
  "END:VEVENT"
]

/**
 * A calendar as iCalendar (RFC 5545), for programs to subscribe to.
 *
 * **Details** Days have no time zone: an event is of its day wherever it is looked at. The same events give the same text, so a subscriber
 * that holds it need not be sent it again.
 */
export const calendarText = ({ events, lang, name }: Calendar): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//ntm//ntm//${lang.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    "X-PUBLISHED-TTL:PT6H",
    ...events.flatMap(eventLines),
    "END:VCALENDAR"
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("")

import { Day } from "@ntm/domain/values"

const calendar = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "short" })

/** The calendar day that a moment falls on in Việt Nam, wherever the server stands. */
export const todayInVietnam = (now: Date): Day => Day.make(calendar.format(now))

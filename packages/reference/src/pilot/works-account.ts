import { Day, dayAt, dayNumber, daysInMonth } from "@ntm/domain/values"
import type { Draw } from "./draw.ts"
import { builtOn, type BuiltWork, shareOn, worthOn } from "./works-course.ts"

/** An amount of đồng of a day. */
export interface DatedAmount {
  readonly day: number
  readonly amount: number
}

/** What a work cost and earned: volume to date, certificates that sum up, payments that settle them. */
export interface Account {
  readonly cost: number
  readonly volumes: ReadonlyArray<DatedAmount>
  readonly certificates: ReadonlyArray<DatedAmount>
  readonly payments: ReadonlyArray<DatedAmount>
}

/** Sums are told in whole triệu, volumes in hundreds of thousands. */
const MILLION = 1_000_000
const STEP = 100_000

/** Volume is reported on this day of the month. */
const REPORTED_ON = 25

/** Certificates are drawn up when so much is built, and at the end. */
const CERTIFIED = [0.3, 0.65]

/** What is accepted on this day or later may stay unpaid: at the end of 2024 nobody owes anything that is overdue. */
const OWED_FROM = dayNumber(Day.make("2025-01-01"))

/** What a contract is worth on a day, in đồng. */
export const valueOn = (work: BuiltWork, cost: number, day: number): number =>
  Math.round((cost * worthOn(work, day)) / MILLION) * MILLION

const monthly = (from: number, to: number): ReadonlyArray<number> => {
  const days: Array<number> = []
  let first = from - Number(dayAt(from).slice(8)) + 1
  while (first <= to) {
    const at = first + REPORTED_ON - 1
    if (at >= from && at <= to) days.push(at)
    const text = dayAt(first)
    first += daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)))
  }
  return days
}

const volumesOf = (
  work: BuiltWork,
  cost: number,
  told: ReadonlyArray<number>,
  until: number
): ReadonlyArray<DatedAmount> => {
  const end = builtOn(work)
  const last = Math.min(end, until)
  const days = new Set([...monthly(work.begun + 10, last - 1), ...told.filter((day) => day > work.begun && day < last)])
  if (end <= until) days.add(end)
  let before = 0
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => {
      const value = valueOn(work, cost, day)
      const share = shareOn(work, day)
      before = Math.max(before, share >= 1 ? value : Math.min(value, Math.round((value * share) / STEP) * STEP))
      return { day, amount: before }
    })
    .filter(({ amount }) => amount > 0)
}

/** The day of the acceptance; certificates on the way follow a volume by a week. */
export const acceptedOn = ({ code, ...work }: BuiltWork, draw: Draw): number =>
  builtOn({ code, ...work }) + 5 + Math.floor(14 * draw("accepted", code))

const certificatesOf = (
  work: BuiltWork,
  volumes: ReadonlyArray<DatedAmount>,
  until: number,
  draw: Draw
): ReadonlyArray<DatedAmount> => {
  const certificates: Array<DatedAmount> = []
  let certified = 0
  const end = builtOn(work)
  for (const share of CERTIFIED) {
    const volume = volumes.find(({ amount, day }) => day < end && shareOn(work, day) >= share && amount > certified)
    if (volume === undefined || volume.day + 7 > Math.min(until - 6, end)) continue
    certificates.push({ day: volume.day + 7, amount: volume.amount - certified })
    certified = volume.amount
  }
  const last = acceptedOn(work, draw)
  const done = volumes.at(-1)?.amount ?? 0
  if (end <= until && last <= until - 6 && done > certified) certificates.push({ day: last, amount: done - certified })
  return certificates
}

/** Works of few communes that are not paid for to the end. */
const isOwed = ({ code, commune }: BuiltWork, day: number, draw: Draw): boolean =>
  day >= OWED_FROM && draw("owing", commune.unit.code) < 0.1 && draw("owed", code) < 0.25

const paymentsOf = (
  work: BuiltWork,
  cost: number,
  certificates: ReadonlyArray<DatedAmount>,
  until: number,
  draw: Draw
): ReadonlyArray<DatedAmount> => {
  const { begun, code, commune } = work
  const last = Math.min(until, commune.wholeUntil)
  const payments: Array<DatedAmount> = []
  let advance = 0
  if (draw("advance", code) < 0.5 && begun + 10 <= last) {
    advance = Math.round((valueOn(work, cost, begun) * 0.12) / MILLION) * MILLION
    payments.push({ day: begun + 10, amount: advance })
  }
  for (const [at, certificate] of certificates.entries()) {
    const day = Math.min(last, certificate.day + 12 + Math.floor(40 * draw("paid", code, at)))
    const isLast = at === certificates.length - 1
    const due =
      isLast && isOwed(work, certificate.day, draw) ? Math.round(certificate.amount * 0.4) : certificate.amount
    const settled = Math.min(advance, due)
    advance -= settled
    if (due > settled && day >= certificate.day) payments.push({ day, amount: due - settled })
  }
  return payments
}

/** What a work cost and earned until a day. `told`: days on which volume is published. */
export const accountOf = (
  work: BuiltWork,
  cost: number,
  told: ReadonlyArray<number>,
  until: number,
  draw: Draw
): Account => {
  const rounded = Math.max(MILLION, Math.round(cost / MILLION) * MILLION)
  const volumes = volumesOf(work, rounded, told, until)
  const certificates = certificatesOf(work, volumes, until, draw)
  return { cost: rounded, volumes, certificates, payments: paymentsOf(work, rounded, certificates, until, draw) }
}

/** What was paid in a calendar year. */
export const paidIn = ({ payments }: Pick<Account, "payments">, year: number): number =>
  payments.reduce((sum, { amount, day }) => (dayAt(day).startsWith(`${year}-`) ? sum + amount : sum), 0)

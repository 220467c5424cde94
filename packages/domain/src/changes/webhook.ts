import { Schema } from "effect"
import type { Bilingual, Moment } from "../values/index.ts"
import type { Sequence } from "./change.ts"
import type { ChangedNoun } from "./noun.ts"

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Between two attempts at the most. */
const LONGEST_MS = 6 * HOUR_MS

/** How long an endpoint is tried that takes nothing, before it is switched off and somebody is told. */
export const SWITCHED_OFF_AFTER_MS = 5 * 24 * HOUR_MS

/** How long the secret before the present one still signs beside it. */
export const BOTH_SECRETS_MS = 24 * HOUR_MS

/** How long a receiver may take to answer. */
export const RECEIVER_MS = 15_000

/**
 * When something that was not taken is sent again after so many attempts that failed, in milliseconds since 1970.
 *
 * **Details** After half a minute, one, two and so on, at most six hours, each up to a quarter later by chance (`random` from 0 to 1): so
 * that receivers that come back are not met by all senders at once.
 */
export const nextDelivery = (attempts: number, now: number, random: number): number => {
  const wait = Math.min(LONGEST_MS, (MINUTE_MS / 2) * 2 ** Math.min(attempts - 1, 20))
  return Math.round(now + wait * (1 + random / 4))
}

/** Whether an endpoint that has taken nothing since then is switched off. */
export const isGivenUp = (failingSince: number, now: number): boolean => now - failingSince >= SWITCHED_OFF_AFTER_MS

export const switchedOff = (since: Moment): Bilingual => ({
  vi: `Đã tự tắt: không nhận được gì từ ${since}. Kiểm tra hệ thống nhận rồi bật lại; những gì chưa nhận sẽ được gửi tiếp.`,
  en: `Switched off: nothing was taken since ${since}. Look after the receiver and switch it on again; what was missed will be sent.`
})

/** What a receiver answers that wants nothing any more (Standard Webhooks: 410 Gone). */
export const wantsNoMore = (status: number | null): boolean => status === 410

/** An endpoint whose receiver said that it is gone. */
export const receiverGone: Bilingual = {
  vi: "Đã tự tắt: hệ thống nhận trả lời 410, không nhận nữa. Bật lại khi cần; những gì chưa nhận sẽ được gửi tiếp.",
  en: "Switched off: the receiver answered 410, it wants nothing any more. Switch it on again if need be; what was missed will be sent."
}

/** Private, local and other special ranges of IPv4: of first address and bits that count. */
const special4: ReadonlyArray<readonly [string, number]> = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3]
]

const number4 = (address: string): number | null => {
  const parts = address.split(".")
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0)
}

const within = (address: number, [first, bits]: readonly [string, number]): boolean => {
  const size = 2 ** (32 - bits)
  return Math.floor(address / size) === Math.floor((number4(first) ?? 0) / size)
}

/** The eight groups of an IPv6 address; null for what is none. */
const groups6 = (address: string): ReadonlyArray<number> | null => {
  const plain = address.toLowerCase().replace(/%.*$/, "")
  const last4 = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(plain)
  const four = last4 === null ? null : number4(last4[2] ?? "")
  if (last4 !== null && four === null) return null
  const text =
    four === null
      ? plain
      : `${last4?.[1] ?? ""}${Math.floor(four / 65_536).toString(16)}:${(four % 65_536).toString(16)}`
  const halves = text.split("::")
  if (halves.length > 2) return null
  const [head = "", tail] = halves
  const read = (half: string) => (half === "" ? [] : half.split(":"))
  const [front, back] = [read(head), read(tail ?? "")]
  const missing = 8 - front.length - back.length
  if (tail === undefined ? missing !== 0 : missing < 1) return null
  const all = [...front, ...Array.from({ length: tail === undefined ? 0 : missing }, () => "0"), ...back]
  return all.every((group) => /^[0-9a-f]{1,4}$/.test(group)) ? all.map((group) => Number.parseInt(group, 16)) : null
}

/**
 * Whether an address is one that anybody may be reached at: not of this machine, a private network, or reserved. What is no address is not.
 *
 * Source: the special-purpose registries of IANA (RFC 6890). Addresses of IPv6 that carry one of IPv4 are as public as that one.
 */
export const isPublicAddress = (address: string): boolean => {
  const four = number4(address)
  if (four !== null) return !special4.some((range) => within(four, range))
  const groups = groups6(address)
  if (groups === null) return false
  const [first = 0, second = 0] = groups
  const carried = (high: number, low: number) => {
    const [a = 0, b = 0] = [groups[high], groups[low]]
    const inner = a * 65_536 + b
    return !special4.some((range) => within(inner, range))
  }
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) return carried(6, 7)
  if (first === 0x64 && second === 0xff9b) return carried(6, 7)
  if (first === 0x2002) return carried(1, 2)
  // Of the rest only 2000::/3 is given out, without those for examples and tunnels.
  if (first < 0x2000 || first > 0x3fff) return false
  return !(first === 0x2001 && (second === 0xdb8 || second < 0x200))
}

const said = {
  message:
    "phải là địa chỉ https://… không kèm tên người dùng, mật khẩu · must be an https:// address without a user name or password"
}

/** Where webhooks are sent. */
export const WebhookUrl = Schema.String.check(
  Schema.isMaxLength(2000, said),
  Schema.isPattern(/^https?:\/\/[^\s/?#@\\]+([/?#]\S*)?$/i, said)
)

/** An endpoint as people are told of it; never with its secrets. */
export interface WebhookLine {
  readonly id: number
  readonly url: string
  readonly description: string
  readonly nouns: ReadonlyArray<ChangedNoun> | null
  readonly createdAt: Moment
  readonly person: string | null
  /** Up to where everything was handed over. */
  readonly delivered: Sequence
  readonly active: boolean
  readonly failingSince: Moment | null
  readonly attempts: number
  readonly nextTry: Moment
  readonly notice: string | null
  /** Until when the secret before this one signs too. */
  readonly formerUntil: Moment | null
}

/** An attempt to hand something over. */
export interface DeliveryLine {
  readonly id: number
  /** The id of the message: the same each time that it is sent. */
  readonly message: string
  /** The changes behind this one, up to that one. */
  readonly since: Sequence
  readonly until: Sequence
  readonly attempt: number
  readonly at: Moment
  readonly tookMs: number
  readonly status: number | null
  readonly answer: string
  readonly ok: boolean
}

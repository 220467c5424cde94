import { PersonId } from "@ntm/domain/people"
import { SESSION_SECONDS } from "./terms.ts"

/** Somewhere somebody is signed in. */
export interface Session {
  readonly id: string
  readonly beganAt: Date
  readonly usedAt: Date
  readonly endsAt: Date
  readonly address: string | null
  readonly agent: string | null
}

/** A key without the key itself. */
export interface Key {
  readonly id: string
  readonly person: PersonId
  readonly name: string
  readonly start: string | null
  readonly createdAt: Date
  readonly expiresAt: Date | null
  readonly perMinute: number
  readonly usedAt: Date | null
}

/** A key as the library of accounts keeps it. */
export interface KeyRow {
  readonly id: string
  readonly referenceId: string
  readonly name: string | null
  readonly start: string | null
  readonly createdAt: Date
  readonly expiresAt: Date | null
  readonly rateLimitMax: number | null
  readonly lastRequest: Date | null
}

/** A session as the library of accounts keeps it. */
export interface SessionRow {
  readonly id: string
  readonly token: string
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly expiresAt: Date
  readonly ipAddress?: string | null | undefined
  readonly userAgent?: string | null | undefined
  readonly providerUntil?: Date | null | undefined
}

/** When a session ends at the latest; one that rests on a provider's word, when that counts no more. */
export const endOf = ({
  createdAt,
  expiresAt,
  providerUntil
}: Pick<SessionRow, "createdAt" | "expiresAt" | "providerUntil">): Date => {
  const own = Math.min(expiresAt.getTime(), createdAt.getTime() + SESSION_SECONDS * 1000)
  return new Date(Math.min(own, providerUntil?.getTime() ?? own))
}

export const sessionLine = (row: SessionRow): Session => ({
  id: row.id,
  beganAt: row.createdAt,
  usedAt: row.updatedAt,
  endsAt: endOf(row),
  address: row.ipAddress ?? null,
  agent: row.userAgent ?? null
})

/** The cookie that says whose second factor is waited for. */
export const waitingCookie = /(?:^|;\s*)(?:__Host-)?ntm\.two_factor=([^;.]+)/

export const keyLine = (row: KeyRow): Key => ({
  id: row.id,
  person: PersonId.make(row.referenceId),
  name: row.name ?? "",
  start: row.start,
  createdAt: row.createdAt,
  expiresAt: row.expiresAt,
  perMinute: row.rateLimitMax ?? 0,
  usedAt: row.lastRequest
})

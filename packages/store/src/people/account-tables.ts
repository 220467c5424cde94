import { boolean, index, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core"

/**
 * The tables of the library of accounts (better-auth 1.7 with its plugins): their columns are the library's, their names ours.
 *
 * The library writes here and nobody else; who may do what is no matter of these tables, but of `person_event`.
 */
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" })
const kept = { createdAt: moment("created_at").notNull(), updatedAt: moment("updated_at").notNull() }

export const accountUser = pgTable("account_user", {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique("account_user_email_once"),
  emailVerified: boolean("email_verified").notNull(),
  image: text(),
  twoFactorEnabled: boolean("two_factor_enabled"),
  ...kept
})

const userId = text("user_id")
  .notNull()
  .references(() => accountUser.id, { onDelete: "cascade" })

export const accountSession = pgTable(
  "account_session",
  {
    id: text().primaryKey(),
    expiresAt: moment("expires_at").notNull(),
    token: text().notNull().unique("account_session_token_once"),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    /** Whether somebody signed in elsewhere, and the provider said that it asked for a second factor. */
    secondFactor: boolean("second_factor").notNull().default(false),
    /** When its holder last showed every factor of theirs, here or at the provider; null where they never did in it. */
    confirmedAt: moment("confirmed_at"),
    /** Until when what a provider said of its holder counts; null where they signed in here. */
    providerUntil: moment("provider_until"),
    userId,
    ...kept
  },
  (t) => [index("account_session_user").on(t.userId)]
)

/** Ways by which somebody signs in: a password, or an account elsewhere. */
export const accountWay = pgTable(
  "account_way",
  {
    id: text().primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId,
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: moment("access_token_expires_at"),
    refreshTokenExpiresAt: moment("refresh_token_expires_at"),
    scope: text(),
    password: text(),
    ...kept
  },
  (t) => [index("account_way_user").on(t.userId)]
)

/** One-time links and whatever else is to be proved once. */
export const accountVerification = pgTable(
  "account_verification",
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment("expires_at").notNull(),
    ...kept
  },
  (t) => [index("account_verification_identifier").on(t.identifier)]
)

export const accountTwoFactor = pgTable(
  "account_two_factor",
  {
    id: text().primaryKey(),
    secret: text().notNull(),
    backupCodes: text("backup_codes").notNull(),
    userId,
    verified: boolean(),
    /** The last interval of the authenticator whose code was used: none of it or before it is taken again. */
    lastStep: integer("last_step"),
    failedVerificationCount: integer("failed_verification_count"),
    lockedUntil: moment("locked_until")
  },
  (t) => [index("account_two_factor_user").on(t.userId), index("account_two_factor_secret").on(t.secret)]
)

/** Keys of partners' systems: only their hashes. */
export const accountKey = pgTable(
  "account_key",
  {
    id: text().primaryKey(),
    configId: text("config_id").notNull(),
    name: text(),
    start: text(),
    referenceId: text("reference_id").notNull(),
    prefix: text(),
    key: text().notNull(),
    refillInterval: integer("refill_interval"),
    refillAmount: integer("refill_amount"),
    lastRefillAt: moment("last_refill_at"),
    enabled: boolean(),
    rateLimitEnabled: boolean("rate_limit_enabled"),
    rateLimitTimeWindow: integer("rate_limit_time_window"),
    rateLimitMax: integer("rate_limit_max"),
    requestCount: integer("request_count"),
    remaining: integer(),
    lastRequest: moment("last_request"),
    expiresAt: moment("expires_at"),
    permissions: text(),
    metadata: text(),
    ...kept
  },
  (t) => [index("account_key_reference").on(t.referenceId), uniqueIndex("account_key_once").on(t.key)]
)

/** Terminals that wait for somebody to let them in. */
export const accountDevice = pgTable(
  "account_device",
  {
    id: text().primaryKey(),
    deviceCode: text("device_code").notNull(),
    userCode: text("user_code").notNull(),
    userId: text("user_id"),
    expiresAt: moment("expires_at").notNull(),
    status: text().notNull(),
    lastPolledAt: moment("last_polled_at"),
    pollingInterval: integer("polling_interval"),
    clientId: text("client_id"),
    scope: text()
  },
  (t) => [
    uniqueIndex("account_device_code_once").on(t.deviceCode),
    uniqueIndex("account_device_user_once").on(t.userCode)
  ]
)

import { isMailAddress, readRowsFile, recipientForm } from "@ntm/exchange"
import { bothLanguages } from "@ntm/domain/values"
import { Effect, Result, Schema } from "effect"
import type { MailConfig } from "./mail-config.ts"

/** Who gets a letter about what: an agency, or "" for all tasks. */
export interface DigestRecipient {
  readonly about: string
  readonly address: string
}

/** The file of who gets the digest of which agency cannot be used; with every reason. */
export class RecipientsUnreadable extends Schema.TaggedError<RecipientsUnreadable>()("RecipientsUnreadable", {
  message: Schema.String
}) {}

const Address = Schema.String.check(
  Schema.makeFilter((text) => isMailAddress(text) || `“${text}” không phải là địa chỉ thư · is not a mail address`)
)
const Rows = Schema.Array(Schema.Struct({ agency: Schema.NonEmptyString, address: Address }))

/** Recipients of the configuration and of its file, CSV with columns “Mã cơ quan” and “Địa chỉ thư” or JSON; each about each thing once. */
export const readRecipients = Effect.fn("readRecipients")(function* ({ agencyFile, to }: MailConfig) {
  const all = to.map((address): DigestRecipient => ({ about: "", address }))
  if (agencyFile === null) return all
  const read = yield* Effect.promise(() => readRowsFile(agencyFile, recipientForm))
  if (Result.isFailure(read)) {
    const lines = read.failure.map(
      ({ file, message, place }) => `- ${file}, ${bothLanguages(place)}: ${bothLanguages(message)}`
    )
    return yield* new RecipientsUnreadable({ message: ["NTM_DIGEST_AGENCIES", ...lines].join("\n") })
  }
  const rows = yield* Effect.mapError(
    Schema.decodeUnknownEffect(Rows)(read.success.rows),
    ({ message }) => new RecipientsUnreadable({ message: `NTM_DIGEST_AGENCIES: ${agencyFile}: ${message}` })
  )
  return [...all, ...rows.map(({ address, agency }): DigestRecipient => ({ about: agency, address }))]
})

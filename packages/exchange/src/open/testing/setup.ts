import { bring, published } from "./published.ts"
import { asksFor, kept } from "./standards.ts"

/** Before the specs: brings the standards' schemas, unless a folder that has them is named; says once which are not to be had. */
export default async () => {
  if (asksFor !== undefined) return
  for (const { standard, cause } of await bring(published, kept))
    console.warn(
      `SKIPPED: messages are not held against the schema of "${standard}", which could not be had (${cause})`
    )
}

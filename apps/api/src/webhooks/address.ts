import { isPublicAddress } from "@ntm/domain/changes"
import { lookup, type LookupAddress, type LookupOptions } from "node:dns"
import { isIP } from "node:net"
import { isListed, type WebhooksConfig } from "./config.ts"

/** Finds the network addresses of a host, as `node:dns` does. */
export type FindAddresses = (
  host: string,
  options: LookupOptions & { readonly all: true },
  found: (error: NodeJS.ErrnoException | null, addresses: Array<LookupAddress>) => void
) => void

/** A host that may not be reached from here. */
class NotPublic extends Error {
  constructor(host: string) {
    super(`${host}: địa chỉ nội bộ, không gửi · a private address, nothing is sent`)
  }
}

/** The host of an address, as it is looked up: IPv6 without brackets. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "")

/**
 * How a sender finds addresses: those that are not public are refused as they are found, so what was checked is what is connected to.
 *
 * **Gotchas** Sockets ask nobody about a host that is an address already: `refusalOf` looks at those.
 */
export const publicLookup =
  ({ privately }: WebhooksConfig, find: FindAddresses = lookup) =>
  (
    host: string,
    options: LookupOptions,
    found: (error: NodeJS.ErrnoException | null, address: string | Array<LookupAddress>, family?: number) => void
  ): void =>
    find(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return found(error, [])
      const allowed = addresses.filter(({ address }) => privately || isPublicAddress(address))
      const [first] = allowed
      // One private address among others is how somebody would slip through.
      if (first === undefined || allowed.length < addresses.length) return found(new NotPublic(host), [])
      return options.all === true ? found(null, allowed) : found(null, first.address, first.family)
    })

/** Why nothing is sent to an address; null where it may be reached. */
export const refusalOf = async (
  address: string,
  config: WebhooksConfig,
  find: FindAddresses = lookup
): Promise<"insecure" | "private" | "unknown" | "unlisted" | null> => {
  const url = URL.parse(address)
  if (url === null) return "unknown"
  const host = hostOf(url)
  if (!isListed(config, host.toLowerCase())) return "unlisted"
  if (config.privately) return null
  if (url.protocol !== "https:") return "insecure"
  if (isIP(host) !== 0) return isPublicAddress(host) ? null : "private"
  const addresses = await new Promise<ReadonlyArray<LookupAddress> | null>((resolve) => {
    find(host, { all: true }, (error, found) => resolve(error === null ? found : null))
  })
  if (addresses === null || addresses.length === 0) return "unknown"
  return addresses.every((one) => isPublicAddress(one.address)) ? null : "private"
}

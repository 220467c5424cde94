import type { Tier } from "@ntm/domain/criteria"

const order: ReadonlyArray<Tier> = ["standard", "special", "advanced", "model", "modern", "completed", "civilised"]

/** The tiers as units climb them. */
export const byTier = (a: { readonly tier: Tier }, b: { readonly tier: Tier }): number =>
  order.indexOf(a.tier) - order.indexOf(b.tier)

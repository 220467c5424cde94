import type { Dong } from "@ntm/domain/values"

/** An amount of whole đồng. */
export const dong = (amount: Dong) => ({ amount, currency: "VND" }) as const

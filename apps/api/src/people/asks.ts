import type { Access } from "@ntm/domain/people"
import { Context } from "effect"

/** Who asks what is being answered; null for the program itself, and where nobody can sign in. */
export const Asks = Context.Reference<Access | null>("@ntm/api/people/Asks", { defaultValue: () => null })

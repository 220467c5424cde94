import { api, type Health } from "@ntm/contract"
import type { Effect } from "effect"
import { type Desk, mount } from "../http/mount.ts"
import type { Ports } from "../http/respond.ts"

/** `/health`: what runs here, and that it can reach its data. */
export const healthRoutes = (desk: Desk, health: () => Effect.Effect<Health, never, Ports>): void =>
  mount(desk, api.health, health)

import { type PersonId, PersonId as PersonIdOf } from "@ntm/domain/people"
import type { Desk } from "../http/mount.ts"
import { today } from "../people/desk.ts"
import { ownerAccess, type Who } from "../people/who.ts"
import type { WebhooksConfig } from "../webhooks/config.ts"
import { webhookRoutes } from "../webhooks/routes.ts"
import { changesRoutes } from "./routes.ts"

/** Who asks where nobody can sign in: somebody on this machine, who may do everything. */
const somebodyHere: PersonId = PersonIdOf.make("local")

/** Mounts the trail, the feed and webhooks. `who` null: nobody can sign in, and whoever asks may do what this machine may. */
export const mountChanges = (
  desk: Desk,
  {
    owner,
    recorder,
    webhooks,
    who
  }: {
    readonly who: Who | null
    readonly owner: PersonId | null
    readonly recorder: string
    readonly webhooks: WebhooksConfig
  }
): void => {
  if (who === null)
    for (const path of ["/audit", "/audit/*", "/changes", "/webhooks", "/webhooks/*"])
      desk.app.use(path, async (c, next) => {
        c.set("asker", { access: ownerAccess({ id: somebodyHere, name: recorder }, today(desk)), holder: null })
        await next()
      })
  changesRoutes(desk, who)
  webhookRoutes(desk, { config: webhooks, local: who === null ? somebodyHere : owner })
}

import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "playwright-core"

/** What on the page would bar somebody who hears it, or reads it with low sight: one line a place. */
export const violations = async (page: Page): Promise<ReadonlyArray<string>> => {
  // There are no frames to look into: without a second page the search takes a third of the time.
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze()
  return found.flatMap(({ help, id, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(" ")}`))
}

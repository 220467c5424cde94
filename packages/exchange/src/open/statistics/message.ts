import type { InputSpec } from "@ntm/domain/criteria"
import type { Unit } from "@ntm/domain/units"
import { type AsOf, changedAt, publisher } from "../publisher.ts"
import { named } from "./concepts.ts"

/** What both messages are about: the units and indicators of a day. */
export interface StatisticsHead extends AsOf {
  readonly units: ReadonlyArray<Unit>
  readonly inputs: ReadonlyArray<InputSpec>
}

const schemas = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master"

/** What a message says of itself. */
export const metaOf = (kind: "data" | "structure", head: AsOf) => ({
  schema: `${schemas}/${kind}-message/tools/schemas/2.0.0/sdmx-json-${kind}-schema.json`,
  id: `${publisher.plainId}-${kind}-${head.asOf}`,
  prepared: changedAt(head),
  contentLanguages: ["vi", "en"],
  sender: { id: publisher.plainId, ...named(publisher.name) }
})

import type { Unit, UnitLevel as Level, UnitStory } from "@ntm/domain/units"
import { UnitCode, UnitLevel } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import { get } from "./endpoint.ts"
import { Limit, Nothing, SearchText } from "./query.ts"

const AsOf = { as_of: Schema.optionalKey(Day) }

export const units = {
  /** Without `as_of`: today. `counts` are of the whole country on that day. */
  list: get<{
    readonly asOf: string
    readonly counts: Readonly<Record<Level, number>>
    readonly items: ReadonlyArray<Unit>
  }>()(
    "/units",
    Nothing,
    Schema.Struct({
      ...AsOf,
      level: Schema.optionalKey(UnitLevel),
      parent: Schema.optionalKey(UnitCode),
      q: Schema.optionalKey(SearchText),
      limit: Schema.optionalKey(Limit)
    })
  ),
  get: get<UnitStory & { readonly asOf: string }>()(
    "/units/:code",
    Schema.Struct({ code: UnitCode }),
    Schema.Struct(AsOf)
  )
}

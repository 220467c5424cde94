import type { BoundaryImport } from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import { listing, post } from "./endpoint.ts"
import type { FieldProblem } from "./problem.ts"
import { Nothing } from "./query.ts"
import { asking, type Previewed, writing } from "./writing.ts"

/** What the server makes of a file of boundaries. What stands in its way comes as a problem (422) instead. */
export interface BoundariesChecked {
  readonly asOf: string
  /** How many units have a boundary in the file. */
  readonly units: number
  /** Overlaps and gaps with their size, other names than the register's, units left out. `path` is a JSON pointer. */
  readonly warnings: ReadonlyArray<FieldProblem>
}

const Query = Schema.Struct({
  /** The day for whose units the file is; without it today. */
  as_of: Schema.optionalKey(Day),
  /** Name of the file, kept with what it brings. */
  file: Schema.optionalKey(Schema.NonEmptyString.check(Schema.isMaxLength(200)))
})

/** GeoJSON: a FeatureCollection of polygons in WGS 84, `properties.code` naming units. It is read whole by the server. */
const GeoJson = Schema.Unknown

export const boundaries = {
  /**
   * Every file that was recorded by `known_at`, for units of a day up to `as_of`, the newest first; those that later ones took the place of among them.
   */
  list: listing<BoundaryImport>()(
    "/boundaries",
    Nothing,
    Schema.Struct({ as_of: Schema.optionalKey(Day), known_at: Schema.optionalKey(Moment) })
  ),
  /** What is to be said of a file; nothing is written. */
  check: asking(post<BoundariesChecked & Previewed>()("/boundaries/check", Nothing, Query, GeoJson)),
  /**
   * Records the boundaries of a file, wholly or not at all, in the place of earlier ones of the same ground.
   *
   * **Details** `unchanged`: this very file is in force for that day already. 409 where units were changed meanwhile.
   */
  record: writing({ changes: "/boundaries" })(
    post<BoundariesChecked & { readonly state: "recorded" | "unchanged"; readonly import: BoundaryImport }>()(
      "/boundaries",
      Nothing,
      Query,
      GeoJson
    )
  )
}

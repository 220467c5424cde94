import { type Boundaries, type BoundaryImport, RegisterChanged, type UnitBoundary } from "@ntm/domain/units"
import { Effect } from "effect"

interface Kept {
  readonly boundary: UnitBoundary
  readonly by: number
}

/** The port over a list in memory. `registerVersion`: the register that a file must have been checked against. */
export const boundariesInMemory = (registerVersion: () => Effect.Effect<number>): Boundaries["Service"] => {
  let kept: ReadonlyArray<Kept> = []
  let imports: ReadonlyArray<BoundaryImport> = []
  return {
    version: () => Effect.sync(() => imports.length),
    of: (units) => Effect.sync(() => kept.flatMap(({ boundary }) => (units.includes(boundary.unit) ? [boundary] : []))),
    imports: () => Effect.sync(() => imports),
    replace: ({ asOf, file, sha256, version, boundaries }) =>
      Effect.gen(function* () {
        if ((yield* registerVersion()) !== version) return yield* new RegisterChanged({ event: file ?? "" })
        const id = imports.length + 1
        const replaced = (one: UnitBoundary) =>
          boundaries.some(({ unit, formed }) => unit === one.unit && formed === one.formed)
        const recorded: BoundaryImport = {
          id,
          file,
          sha256,
          asOf,
          recordedAt: "2025-07-01T08:00:00.000Z",
          units: boundaries.length,
          inForce: boundaries.length,
          supersedes: [
            ...Map.groupBy(
              kept.filter(({ boundary }) => replaced(boundary)),
              ({ by }) => by
            )
          ].map(([by, taken]) => ({ id: by, units: taken.length }))
        }
        kept = [
          ...kept.filter(({ boundary }) => !replaced(boundary)),
          ...boundaries.map((boundary) => ({ boundary, by: id }))
        ]
        imports = [recorded, ...imports]
        return { state: "recorded" as const, import: recorded }
      })
  }
}

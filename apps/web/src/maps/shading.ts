import type { Unit } from "@ntm/domain/units"

/** A ground of its own for each unit, instead of that of its type: darker says more, and the words say how much. */
export interface Shading {
  /** 0 is the lightest of `SHADES`; null leaves the unit out: it is not judged. */
  readonly shadeOf: (unit: Unit) => number | null
  /** What the shade stands for, in words, beside the unit's name. */
  readonly textOf: (unit: Unit) => string
  readonly legend: ReadonlyArray<{
    readonly shade: number | null
    readonly text: string
    readonly units: number | null
  }>
}

/** Shades that there are. */
export const SHADES = 5

/** For the `class` of a shape. */
export const shadeClass = (shade: number | null): string =>
  shade === null ? "map-shade-none" : `map-shade-${Math.max(0, Math.min(SHADES - 1, Math.round(shade)))}`

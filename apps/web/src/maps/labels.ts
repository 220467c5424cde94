import type { Drawn } from "./drawing.ts"

export const LABEL_PX = 11

/** Of the size of a letter: how wide it is on average, and how high a line. */
const LETTER = 0.58
const LINE = 1.5

/**
 * The units whose names have room: in their own ground, and beside the names already placed; large units first.
 *
 * **Details** `scale` is how much of the frame a pixel shows. A unit that `first` names is placed before all, room or not.
 */
export const labelled = (
  drawn: ReadonlyArray<Drawn>,
  scale: number,
  first: (unit: Drawn["unit"]) => boolean
): ReadonlyArray<Drawn> => {
  const line = LABEL_PX * LINE * scale
  const wide = ({ unit }: Drawn) => unit.name.length * LABEL_PX * LETTER * scale
  const fits = (each: Drawn) => each.width > wide(each) && each.height > line
  const placed: Array<Drawn> = []
  const isFree = (each: Drawn) =>
    placed.every(
      (other) =>
        Math.abs(other.centre[0] - each.centre[0]) > (wide(other) + wide(each)) / 2 ||
        Math.abs(other.centre[1] - each.centre[1]) > line
    )
  placed.push(...drawn.filter(({ unit }) => first(unit)))
  const others = drawn.filter((each) => !first(each.unit) && fits(each))
  for (const each of others.toSorted((a, b) => b.width * b.height - a.width * a.height)) {
    if (isFree(each)) placed.push(each)
  }
  return placed
}

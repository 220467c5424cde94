import { UnitCode } from "@ntm/domain/units"
import { Schema } from "effect"
import type { Position, Ring, UnitShape } from "./shape.ts"

const decode = Schema.decodeUnknownSync(UnitCode)

/** The code "00001" for 1. */
export const codeOf = (number: number): UnitCode => decode(String(number).padStart(5, "0"))

/** A square of a hundredth of a degree per step, near the 21st parallel, counter-clockwise and closed. */
export const square = (x: number, y: number, size = 1): Ring => {
  const at = (dx: number, dy: number): Position => [
    Math.round((106 + (x + dx) / 100) * 1e6) / 1e6,
    Math.round((21 + (y + dy) / 100) * 1e6) / 1e6
  ]
  return [at(0, 0), at(size, 0), at(size, size), at(0, size), at(0, 0)]
}

export const shapeOf = (number: number, ...rings: ReadonlyArray<Ring>): UnitShape => ({
  code: codeOf(number),
  source: "boundary",
  polygons: [rings]
})

/** A chessboard of units whose borders wave, so that there is something to simplify. */
export const wavyBoard = (side: number, seed: number): ReadonlyArray<UnitShape> => {
  const wave = (x: number, y: number): Position => {
    const shake = Math.sin(x * 37.7 + y * 91.3 + seed) * 0.055
    return [106 + (x + shake) / 50, 21 + (y + Math.cos(x * 53.1 + y * 17.9 + seed) * 0.055) / 50]
  }
  const steps = Array.from({ length: 8 }, (_, i) => i / 8)
  return Array.from({ length: side * side }, (_, index) => {
    const [x, y] = [index % side, Math.floor(index / side)]
    const ring = [
      ...steps.map((t) => wave(x + t, y)),
      ...steps.map((t) => wave(x + 1, y + t)),
      ...steps.map((t) => wave(x + 1 - t, y + 1)),
      ...steps.map((t) => wave(x, y + 1 - t))
    ]
    return shapeOf(index + 1, [...ring, ...ring.slice(0, 1)])
  })
}

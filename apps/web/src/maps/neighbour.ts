import type { Point } from "./frame.ts"

const directions: Readonly<Record<string, Point>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1]
}

/**
 * The index of the nearest place in the direction of an arrow key; `undefined` where there is none, or for another key.
 *
 * **Details** What lies aside counts as farther than what lies ahead, and nothing more aside than ahead is found.
 */
export const neighbourOf = (places: ReadonlyArray<Point>, at: number, key: string): number | undefined => {
  const direction = directions[key]
  const from = places[at]
  if (direction === undefined || from === undefined) return undefined
  let best: number | undefined
  let least = Infinity
  for (const [index, place] of places.entries()) {
    const [dx, dy] = [place[0] - from[0], place[1] - from[1]]
    const ahead = dx * direction[0] + dy * direction[1]
    const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0])
    if (ahead <= 0 || aside > ahead) continue
    const distance = ahead + 2 * aside
    if (distance < least) [best, least] = [index, distance]
  }
  return best
}

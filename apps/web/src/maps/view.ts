import { HEIGHT, type Point, WIDTH } from "./frame.ts"

/** What part of the map is seen: `k` times as large, moved by (x, y) of the frame. */
export interface View {
  readonly k: number
  readonly x: number
  readonly y: number
}

export const whole: View = { k: 1, x: 0, y: 0 }

/** Nearer than this, finer borders are asked for. */
export const NEAR = 3

const MOST = 24

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/** The frame stays full: no view shows beyond the map, nor from farther than the whole of it. */
const within = ({ k, x, y }: View): View => ({
  k,
  x: clamp(x, WIDTH * (1 - k), 0),
  y: clamp(y, HEIGHT * (1 - k), 0)
})

/** `factor` times nearer, with the point of the frame staying where it is. */
export const zoomed = ({ k, x, y }: View, factor: number, [px, py]: Point = [WIDTH / 2, HEIGHT / 2]): View => {
  const next = clamp(k * factor, 1, MOST)
  const ratio = next / k
  return within({ k: next, x: px - (px - x) * ratio, y: py - (py - y) * ratio })
}

/** Moved by a distance of the frame. */
export const moved = ({ k, x, y }: View, dx: number, dy: number): View => within({ k, x: x + dx, y: y + dy })

/** Where a place of the map is seen in the frame. */
export const seen = ({ k, x, y }: View, [px, py]: Point): Point => [px * k + x, py * k + y]

/** The view, moved just so far that the place is seen, with some room around it. */
export const showing = (view: View, place: Point): View => {
  const [px, py] = seen(view, place)
  const room = 60
  const dx = px < room ? room - px : px > WIDTH - room ? WIDTH - room - px : 0
  const dy = py < room ? room - py : py > HEIGHT - room ? HEIGHT - room - py : 0
  return dx === 0 && dy === 0 ? view : moved(view, dx, dy)
}

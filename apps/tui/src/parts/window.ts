/** The rows on show: `cursor` is the chosen row, `top` the first row drawn. */
export interface Window {
  readonly cursor: number
  readonly top: number
}

export type Motion = "up" | "down" | "pageUp" | "pageDown" | "home" | "end"

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))

/**
 * Moves the window as little as needed so that the cursor is on show.
 *
 * **Details** Also pulls a cursor back that stands past the end, and leaves no blank rows at the end while rows are
 * hidden above: both happen when a search shortens the list or the terminal grows.
 */
export const keepInView = (window: Window, count: number, height: number): Window => {
  const cursor = clamp(window.cursor, 0, Math.max(0, count - 1))
  const page = Math.max(1, height)
  const top = clamp(clamp(window.top, cursor - page + 1, cursor), 0, Math.max(0, count - page))
  return { cursor, top }
}

/** The window after a motion. A page keeps one row of the page before it. */
export const move = (window: Window, motion: Motion, count: number, height: number): Window => {
  const page = Math.max(1, height - 1)
  const to = {
    up: window.cursor - 1,
    down: window.cursor + 1,
    pageUp: window.cursor - page,
    pageDown: window.cursor + page,
    home: 0,
    end: count - 1
  }[motion]
  return keepInView({ cursor: to, top: window.top }, count, height)
}

/** The top line of a page of plain text after a motion: there is no cursor, only the page moves. */
export const scroll = (top: number, motion: Motion, count: number, height: number): number => {
  const page = Math.max(1, height - 1)
  const to = { up: top - 1, down: top + 1, pageUp: top - page, pageDown: top + page, home: 0, end: count }[motion]
  return clamp(to, 0, Math.max(0, count - height))
}

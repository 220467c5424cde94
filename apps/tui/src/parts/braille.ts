/** A picture of dots, two by four in a cell of the terminal; dots are square where cells are twice as high as wide. */
export interface Dots {
  readonly columns: number
  readonly rows: number
  /** One byte a cell: its eight dots as Unicode numbers them from U+2800. */
  readonly cells: Uint8Array
}

export const blank = (columns: number, rows: number): Dots => ({ columns, rows, cells: new Uint8Array(columns * rows) })

/** Bits of the dots of a cell, by row and column. */
const bits = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80]
] as const

/** Sets a dot; outside the picture nothing happens. */
export const setDot = ({ cells, columns, rows }: Dots, x: number, y: number): void => {
  if (x < 0 || y < 0 || x >= columns * 2 || y >= rows * 4) return
  const at = (y >> 2) * columns + (x >> 1)
  cells[at] = (cells[at] ?? 0) | (bits[y & 3]?.[x & 1] ?? 0)
}

/** Whether a dot is set; outside the picture none is. */
export const hasDot = ({ cells, columns, rows }: Dots, x: number, y: number): boolean => {
  if (x < 0 || y < 0 || x >= columns * 2 || y >= rows * 4) return false
  return ((cells[(y >> 2) * columns + (x >> 1)] ?? 0) & (bits[y & 3]?.[x & 1] ?? 0)) !== 0
}

/** Sets the dots of a straight line, both ends among them (Bresenham). */
export const setLine = (dots: Dots, x0: number, y0: number, x1: number, y1: number): void => {
  const [dx, dy] = [Math.abs(x1 - x0), -Math.abs(y1 - y0)]
  const [stepX, stepY] = [x0 < x1 ? 1 : -1, y0 < y1 ? 1 : -1]
  let [x, y, error] = [x0, y0, dx + dy]
  setDot(dots, x, y)
  while (x !== x1 || y !== y1) {
    const twice = 2 * error
    if (twice >= dy) {
      error += dy
      x += stepX
    }
    if (twice <= dx) {
      error += dx
      y += stepY
    }
    setDot(dots, x, y)
  }
}

/** Quarters of a cell as letters: upper left 1, upper right 2, lower left 4, lower right 8. */
const quarters = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"

/** The cell's letter in solid quarters, each set where one of its dots is: stands out from dots without a colour. */
export const solidOf = (byte: number): string =>
  quarters[
    ((byte & 0x03) > 0 ? 1 : 0) +
      ((byte & 0x18) > 0 ? 2 : 0) +
      ((byte & 0x44) > 0 ? 4 : 0) +
      ((byte & 0xa0) > 0 ? 8 : 0)
  ] ?? " "

/** The cell's letter: a blank where no dot is set. */
export const letterOf = (byte: number): string => (byte === 0 ? " " : String.fromCodePoint(0x2800 + byte))

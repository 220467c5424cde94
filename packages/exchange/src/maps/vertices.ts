/** Numbers places 0, 1, 2 … as they come: the same place, to the last bit, has the same number. */
export class Vertices {
  private readonly rows = new Map<number, Map<number, number>>()
  private count = 0

  get size(): number {
    return this.count
  }

  numberOf(x: number, y: number): number {
    const row = this.rows.get(x)
    const known = row?.get(y)
    if (known !== undefined) return known
    if (row === undefined) this.rows.set(x, new Map([[y, this.count]]))
    else row.set(y, this.count)
    return this.count++
  }
}

/** One number for a way from one numbered place to another. Exact for up to 60 million places. */
export const wayKey = (from: number, to: number): number => from * 2 ** 26 + to

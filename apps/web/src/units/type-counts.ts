/** How many units of each type there are, the most first: [["xã", 67], ["phường", 45], ["đặc khu", 2]]. */
export const typeCounts = (
  units: ReadonlyArray<{ readonly type: string }>
): ReadonlyArray<readonly [type: string, count: number]> => {
  const counts = new Map<string, number>()
  for (const { type } of units) counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}

/** Where a unit's scorecard is, under a set, at a criterion. */
export const scorecardAddress = (
  code: string,
  {
    asOf,
    criterion,
    knownAt,
    set
  }: {
    readonly asOf?: string | undefined
    readonly knownAt?: string | undefined
    readonly set?: string | undefined
    readonly criterion?: number | undefined
  }
): string => {
  const query = new URLSearchParams()
  if (set !== undefined) query.set("bo", set)
  if (asOf !== undefined) query.set("as_of", asOf)
  if (knownAt !== undefined) query.set("known_at", knownAt)
  const text = query.size === 0 ? "" : `?${query.toString()}`
  return `/don-vi/${code}/danh-gia${text}${criterion === undefined ? "" : `#tieu-chi-${criterion}`}`
}

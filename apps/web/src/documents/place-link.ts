import type { Place } from "@ntm/domain/documents"

/** Anchors inside a document's page. */
export const anchors = {
  figure: (id: string): string => `so-lieu-${id}`,
  table: (key: string): string => `bang-${key}`,
  row: (key: string, row: number): string => `bang-${key}-dong-${row}`,
  results: (code: string): string => `bo-${code}`,
  finding: (id: string): string => `phat-hien-${id}`
}

/** Address of a document's page, at an anchor inside it. */
export const documentHref = (id: string, anchor?: string): string =>
  `/van-ban/${encodeURIComponent(id)}${anchor === undefined ? "" : `#${encodeURIComponent(anchor)}`}`

/** The criteria set that a place outside of figures and tables speaks of, by its path ("/sets/xa-ntm"). */
const setOf = (place: Place): string | undefined => /^\/sets\/([^/]+)/.exec(place.path)?.[1]

/** Address of the very place where a number stands; of its document where the place has no page of its own. */
export const placeHref = (place: Place): string => {
  if (place.figure !== null) return documentHref(place.document, anchors.figure(place.figure))
  if (place.table === null) {
    const set = setOf(place)
    return documentHref(place.document, set === undefined ? undefined : anchors.results(set))
  }
  return documentHref(
    place.document,
    place.row === null ? anchors.table(place.table) : anchors.row(place.table, place.row)
  )
}

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

/** Address of the very place where a number stands. */
export const placeHref = (place: Place): string => {
  if (place.figure !== null) return documentHref(place.document, anchors.figure(place.figure))
  if (place.table === null) return documentHref(place.document)
  return documentHref(place.document, place.row === null ? anchors.table(place.table) : anchors.row(place.table, place.row))
}

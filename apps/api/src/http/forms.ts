import type { Context } from "hono"
import { parseAccept } from "hono/utils/accept"

export const JSON_FORM = "application/json"
export const LINES_FORM = "application/x-ndjson"
export const TABLE_FORM = "text/csv"

/** In what forms every list is answered: page by page, or as a whole in lines or as a table. */
export const LISTING_FORMS: ReadonlyArray<string> = [JSON_FORM, LINES_FORM, TABLE_FORM]

/**
 * The form that an `Accept` asks for among those that there are; null where it asks for none of them.
 *
 * **Details** RFC 9110: the one of most weight, a weight of 0 refuses, no header takes the first.
 */
export const formFor = (accept: string | undefined, forms: ReadonlyArray<string>): string | null => {
  if (accept === undefined || accept.trim() === "") return forms[0] ?? null
  const wanted = parseAccept(accept.toLowerCase())
  const refused = new Set(wanted.filter(({ q }) => q === 0).map(({ type }) => type))
  const open = forms.filter((form) => !refused.has(form))
  for (const { q, type } of wanted) {
    if (q === 0) continue
    const found = open.find(
      (form) => type === "*/*" || type === form || (type.endsWith("/*") && form.startsWith(type.slice(0, -1)))
    )
    if (found !== undefined) return found
  }
  return null
}

/** `formFor` of a request. */
export const formOf = (c: Context, forms: ReadonlyArray<string>): string | null =>
  formFor(c.req.header("accept"), forms)

import { ApiProblem } from "./problem.ts"

/** Where the API lives below its origin. */
export const API_ROOT = "/api/v1"

/** What a caller hands over for path and query together; `undefined` and "" leave a query key out. */
export type Fields = Readonly<Record<string, string | number | undefined>>

/**
 * A path segment that means what was asked. Empty, "." and ".." would silently lead to another address (URL parsers
 * resolve dot segments even when they are percent-encoded), so they are refused here.
 */
const segment = (name: string, value: string | number | undefined): string => {
  const text = value === undefined ? "" : String(value)
  if (text === "" || text === "." || text === "..") {
    throw new ApiProblem({
      type: "urn:ntm:problem:invalid-request",
      title: `Thiếu hoặc sai “${name}”`,
      titleEn: `“${name}” is missing or cannot be used`,
      status: 422
    })
  }
  return encodeURIComponent(text)
}

/**
 * The address of one question: `addressOf("/documents/:id", { id: "a b", q: "x" })` is `/api/v1/documents/a%20b?q=x`.
 *
 * **Details** Fields named in the path fill it; the others become the query string, in the order given.
 * Throws `ApiProblem` (422) when a path field is empty.
 */
export const addressOf = (path: string, fields: Fields): string => {
  const used = new Set<string>()
  const filled = path
    .split("/")
    .map((part) => {
      if (!part.startsWith(":")) return part
      const name = part.slice(1)
      used.add(name)
      return segment(name, fields[name])
    })
    .join("/")
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    if (!used.has(name) && value !== undefined && value !== "") query.set(name, String(value))
  }
  return `${API_ROOT}${filled}${query.size === 0 ? "" : `?${query}`}`
}

import { api } from "@ntm/contract"
import { Funding } from "@ntm/domain/funding"
import type { Day } from "@ntm/domain/values"
import { type PackageHead, recordPackage, releasedWorks, releasePackage } from "@ntm/exchange/open"
import { Effect } from "effect"
import type { Context } from "hono"
import { refused } from "../assessments/asking.ts"
import type { ApiEnv } from "../http/api-env.ts"
import type { Desk } from "../http/mount.ts"
import { mountFile } from "../http/mount-file.ts"
import { inPieces } from "../http/pieces.ts"
import { todayInVietnam } from "../http/today.ts"
import { askedWorks, type WorksQuery } from "./asking.ts"

/** Where the very same answer can be asked for again: the day and the moment are told. */
const pinned = (c: Context<ApiEnv>, { asOf, knownAt }: Omit<PackageHead, "uri">): string => {
  const address = new URL(c.req.url)
  address.searchParams.set("as_of", asOf)
  if (knownAt !== null) address.searchParams.set("known_at", knownAt)
  return address.href
}

const packages = { releases: releasePackage, records: recordPackage } as const

/** `/works/ocds/releases` and `/records`: works as packages of Open Contracting 1.1. */
export const openWorksRoutes = (desk: Desk): void => {
  const today = (): Day => todayInVietnam(desk.now())
  const released = Effect.fnUntraced(function* (query: WorksQuery) {
    const { book, head, journal, scope } = yield* askedWorks(desk.books, query, today())
    if (scope.works.length === 0)
      return yield* refused(query.batch === undefined ? "unit" : "batch", {
        vi: "không có công trình nào ở đây vào ngày này; một gói Open Contracting phải có ít nhất một công trình",
        en: "there are no works here on this day; an Open Contracting package has at least one"
      })
    const payments = yield* (yield* Funding).entries({
      units: null,
      years: null,
      works: scope.works.map(({ work }) => work.id),
      stages: ["disbursed"],
      ...head
    })
    return { head, works: releasedWorks(scope.works, { book, journal, payments }) }
  })
  type Released = Effect.Success<ReturnType<typeof released>>
  const sent =
    (form: keyof typeof packages) =>
    ({ head, works }: Released, c: Context<ApiEnv>): Response =>
      inPieces(c, desk, {
        name: `ocds-${form}-${head.asOf}.json`,
        mediaType: "application/json; charset=utf-8",
        pieces: packages[form](works, { ...head, uri: pinned(c, head) })
      })
  // Each by its own name: what it can be refused for is read off the types (`tooling/schemas`).
  mountFile(desk, api.works.releases, ({ query }) => released(query), sent("releases"))
  mountFile(desk, api.works.records, ({ query }) => released(query), sent("records"))
}

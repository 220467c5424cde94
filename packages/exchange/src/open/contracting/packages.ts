import { type AsOf, changedAt, publisher } from "../publisher.ts"
import { recordOf, type ReleasedWork, releaseOf } from "./release.ts"

/** What a package says of itself; `uri` is where the very same one can be asked for again. */
export interface PackageHead extends AsOf {
  readonly uri: string
}

/** The items of a package as its text, one after the other: a package of any size takes the memory of one. */
function* packaged(key: "releases" | "records", head: PackageHead, items: Iterable<object>): Generator<string> {
  const { uri } = head
  const about = {
    uri,
    version: "1.1",
    publishedDate: changedAt(head),
    publisher: { name: publisher.name.vi, uid: publisher.id }
  }
  yield `${JSON.stringify(about).slice(0, -1)},"${key}":[`
  let comma = ""
  for (const item of items) {
    yield `${comma}${JSON.stringify(item)}`
    comma = ",\n"
  }
  yield "]}\n"
}

/** A release package of Open Contracting 1.1. The standard wants at least one release in it. */
export const releasePackage = (works: Iterable<ReleasedWork>, head: PackageHead): Generator<string> =>
  packaged(
    "releases",
    head,
    Iterator.from(works).map((work) => releaseOf(work, head.asOf))
  )

/** A record package: of each work its release and the compiled one. */
export const recordPackage = (works: Iterable<ReleasedWork>, head: PackageHead): Generator<string> =>
  packaged(
    "records",
    head,
    Iterator.from(works).map((work) => recordOf(work, head.asOf))
  )

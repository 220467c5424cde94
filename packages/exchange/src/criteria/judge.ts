import { type Amendment, checkLinks, checkSet, type CriteriaSet, type Looser, stricter } from "@ntm/domain/criteria"
import type { Reading } from "../files/problem.ts"
import { originOf } from "./amendment-file.ts"

/** A set to be judged: where it was read; for a province's own, the national set and the decisions on top of it. */
export interface Judged {
  readonly reading: Reading
  readonly set: CriteriaSet
  readonly from: { readonly national: CriteriaSet; readonly decisions: ReadonlyArray<Amendment> } | null
  /** It could not be read whole: only what it says itself is judged, nothing that others say of it or it of others. */
  readonly partial?: boolean
}

/** Puts a problem where it was written: a decision may stand in another file than the set that it amends. */
const tellAt = (
  { from, reading, set }: Judged,
  path: string
): { readonly reading: Reading; readonly path: string } | null => {
  const [, index, rest = ""] = /^\/amendments\/(\d+)(.*)$/.exec(path) ?? []
  if (index === undefined) return from === null ? { reading, path } : null
  const at = Number(index)
  const inherited = from === null ? 0 : from.national.amendments.length
  // What a province inherits is told of the national set.
  const amendment = from === null ? set.amendments[at] : from.decisions[at - inherited]
  const origin = originOf(amendment)
  return origin === undefined ? null : { reading: origin.reading, path: `${origin.path}${rest}` }
}

const placeOf = ({ from, reading }: Judged, { code }: Looser): { readonly reading: Reading; readonly path: string } => {
  for (const decision of from?.decisions ?? []) {
    const origin = originOf(decision)
    const at = decision.changes.findIndex((change) => "code" in change && change.code === code)
    if (origin !== undefined && at >= 0) return { reading: origin.reading, path: `${origin.path}/changes/${at}` }
  }
  return { reading, path: "/derives" }
}

/** Judges sets that were read together, each in the light of the others; every reason goes to the file that it is about. */
export const judge = (judged: ReadonlyArray<Judged>, given: ReadonlyArray<CriteriaSet>): void => {
  const all = [...given, ...judged.map(({ set }) => set)]
  const nationals = new Map(all.flatMap(({ derivesFrom, id }) => (derivesFrom === null ? [] : [[id, derivesFrom.set]])))
  const nationalName = (id: string): string => [...nationals].find(([local]) => local === id)?.[1] ?? id
  for (const one of judged) {
    const tell = (path: string, vi: string, en: string) => {
      const place = tellAt(one, path)
      place?.reading.problem(place.path, vi, en)
    }
    for (const { message, path, severity } of checkSet(one.set)) {
      if (severity === "error") tell(path, message.vi, message.en)
      else {
        const place = tellAt(one, path)
        place?.reading.warning(place.path, message.vi, message.en)
      }
    }
    if (one.partial === true) continue
    checkLinks(one.set, all, tell)
    if (one.from === null) continue
    for (const looser of stricter(one.from.national, one.set, nationalName)) {
      const place = placeOf(one, looser)
      place.reading.problem(place.path, looser.message.vi, looser.message.en)
    }
  }
}

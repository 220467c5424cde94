import type { GroupStanding, Scorecard } from "@ntm/contract"
import { keepPreviousData, useQuery } from "@tanstack/solid-query"
import { useClient } from "../data/client.ts"
import { byTier } from "./by-tier.ts"

/** As of a day, as known at a moment; today and now without. */
export interface Known {
  readonly asOf: string | undefined
  readonly knownAt: string | undefined
}

/** Units of a set's level below a unit (of the country without one). */
export interface GroupAsked extends Known {
  /** Nothing is asked without one. */
  readonly set: string | undefined
  readonly parent: string | undefined
}

/** So many of those nearest to the set, and of those that owe most, are listed. */
const LISTED = 12

/** Units by criteria; the answer before stays in sight until the next one is there. */
export const useMatrix = (asked: () => GroupAsked) => {
  const client = useClient()
  return useQuery(() => {
    const { asOf, knownAt, parent, set } = asked()
    return {
      queryKey: ["assessments", "matrix", set ?? "", parent ?? "", asOf ?? "", knownAt ?? ""],
      queryFn: ({ signal }) =>
        client.assessments.matrix({ set: set ?? "", unit: parent, as_of: asOf, known_at: knownAt }, signal),
      enabled: set !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

/** The same units together. */
export const useGroup = (asked: () => GroupAsked) => {
  const client = useClient()
  return useQuery<GroupStanding>(() => {
    const { asOf, knownAt, parent, set } = asked()
    return {
      queryKey: ["assessments", "group", set ?? "", parent ?? "", asOf ?? "", knownAt ?? ""],
      queryFn: ({ signal }) =>
        client.assessments.group({ set: set ?? "", unit: parent, as_of: asOf, known_at: knownAt, top: LISTED }, signal),
      enabled: set !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

/** The sets of a scorecard in the order in which a unit climbs them. */
const climbing = (card: Scorecard): Scorecard => ({ ...card, sets: card.sets.toSorted((a, b) => byTier(a.set, b.set)) })

/** Where one unit stands under every set that is for it. */
export const useScorecard = (code: () => string, known: () => Known) => {
  const client = useClient()
  return useQuery(() => {
    const { asOf, knownAt } = known()
    return {
      queryKey: ["assessments", "unit", code(), asOf ?? "", knownAt ?? ""],
      queryFn: ({ signal }) => client.assessments.unit({ code: code(), as_of: asOf, known_at: knownAt }, signal),
      select: climbing,
      placeholderData: keepPreviousData
    }
  })
}

/** A value that is tried out; null: as if it had never been reported. */
export interface Tried {
  readonly input: string
  readonly value: number | null
}

/** `useScorecard` with some values changed; nothing is asked where none is. */
export const useWhatIf = (code: () => string, known: () => Known, values: () => ReadonlyArray<Tried>) => {
  const client = useClient()
  return useQuery(() => {
    const { asOf, knownAt } = known()
    const body = { values: values() }
    return {
      queryKey: ["assessments", "what-if", code(), asOf ?? "", knownAt ?? "", body],
      queryFn: ({ signal }) =>
        client.assessments.whatIf({ code: code(), as_of: asOf, known_at: knownAt, body }, signal),
      enabled: body.values.length > 0,
      select: climbing,
      placeholderData: keepPreviousData,
      retry: false
    }
  })
}

/** Targets of a plan, and where each stands. */
export const useTargets = (document: () => string | undefined, known: () => Known) => {
  const client = useClient()
  return useQuery(() => {
    const { asOf, knownAt } = known()
    return {
      queryKey: ["targets", document() ?? "", asOf ?? "", knownAt ?? ""],
      queryFn: ({ signal }) =>
        client.assessments.targets({ document: document() ?? "", as_of: asOf, known_at: knownAt }, signal),
      enabled: document() !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

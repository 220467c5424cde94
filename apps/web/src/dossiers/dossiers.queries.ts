import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/solid-query"
import { addressOf, api } from "@ntm/contract"
import type { DayAsked } from "../assignments/tasks.queries.ts"
import { useClient } from "../data/client.ts"

const dayFields = ({ asOf, knownAt }: DayAsked) => ({ as_of: asOf, known_at: knownAt })

/** Dossiers of a unit and everything below it (null: of the whole country; undefined asks nothing). */
export const useDossiers = (
  asked: () => DayAsked & { readonly unit: string | null | undefined; readonly tier?: string | undefined }
) => {
  const client = useClient()
  return useQuery(() => {
    const { tier, unit } = asked()
    const question = { unit: unit ?? undefined, tier, ...dayFields(asked()) }
    return {
      queryKey: ["dossiers", "list", question],
      queryFn: ({ signal }) => client.dossiers.list(question, signal),
      enabled: unit !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

/** One dossier as it stands. */
export const useDossier = (id: () => string, known: () => DayAsked) => {
  const client = useClient()
  return useQuery(() => {
    const question = { id: id(), ...dayFields(known()) }
    return {
      queryKey: ["dossiers", "one", question],
      queryFn: ({ signal }) => client.dossiers.one(question, signal),
      placeholderData: keepPreviousData
    }
  })
}

/** What an appraisal council would find; asked only while the panel is open. */
export const useRehearsal = (id: () => string, margin: () => number, known: () => DayAsked) => {
  const client = useClient()
  return useQuery(() => {
    const question = { id: id(), margin: margin(), ...dayFields(known()) }
    return {
      queryKey: ["dossiers", "rehearsal", question],
      queryFn: ({ signal }) => client.dossiers.rehearsal(question, signal),
      placeholderData: keepPreviousData
    }
  })
}

/** How a level asks for a tier on a day. */
export const useProcedures = (
  asked: () => { readonly asOf: string | undefined; readonly level: string | undefined }
) => {
  const client = useClient()
  return useQuery(() => {
    const question = { as_of: asked().asOf, level: asked().level }
    return {
      queryKey: ["dossiers", "procedures", question],
      queryFn: ({ signal }) => client.dossiers.procedures(question, signal),
      placeholderData: keepPreviousData
    }
  })
}

/** What would be opened: a tier of a unit under a set, on what is known of a day. */
export interface OpeningAsked {
  readonly unit: string
  readonly tier: string
  readonly set: string
  readonly asOf: string
}

/** Whether a dossier could be opened, and every reason why not; undefined asks nothing. */
export const useOpeningCheck = (asked: () => OpeningAsked | undefined) => {
  const client = useClient()
  return useQuery(() => {
    const { asOf, set, tier, unit } = asked() ?? { asOf: "", set: "", tier: "", unit: "" }
    const question = { unit, tier, set, as_of: asOf }
    return {
      queryKey: ["dossiers", "check", question],
      queryFn: ({ signal }) => client.dossiers.check(question, signal),
      enabled: asked() !== undefined
    }
  })
}

/** A decision changes what a unit holds, a survey a value: everything that may rest on them is asked anew. */
const useRenew = () => {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      ["dossiers", "assessments", "targets", "tasks", "recommendations", "observations"].map((room) =>
        queries.invalidateQueries({ queryKey: [room] })
      )
    )
}

/** Opens one dossier. */
export const useOpenDossier = () => {
  const client = useClient()
  const renew = useRenew()
  return useMutation(() => ({
    mutationFn: (row: object) => client.dossiers.open({ body: { rows: [row] } }),
    onSuccess: renew
  }))
}

/** Records what happened to one dossier. */
export const useRecordDossier = () => {
  const client = useClient()
  const renew = useRenew()
  return useMutation(() => ({
    mutationFn: (row: object) => client.dossiers.record({ body: { rows: [row] } }),
    onSuccess: renew
  }))
}

/** Where the proof of the set that the dossier rests on is downloaded. */
export const proofHref = (code: string, set: string, asOf: string): string =>
  addressOf(api.proofs.annex.path, { code, set, as_of: asOf, format: "json" })

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/solid-query"
import { useClient } from "../data/client.ts"

/** Works of a unit (null: of the whole country) or of a batch, as of a day, as known at a moment; undefined asks nothing. */
export interface WorksAsked {
  readonly unit: string | null | undefined
  readonly batch: string | undefined
  readonly asOf: string | undefined
  readonly knownAt: string | undefined
}

const fields = ({ asOf, batch, knownAt, unit }: WorksAsked) => ({
  unit: unit ?? undefined,
  batch,
  as_of: asOf,
  known_at: knownAt
})

/** Which of the works a list shows, and in what order. */
export interface WorksWanted {
  readonly sector?: string | undefined
  readonly state?: string | undefined
  /** Late by at least so many days. */
  readonly late?: string | undefined
  readonly q?: string | undefined
  readonly sort?: string | undefined
  readonly limit: number
}

/** Works one by one, with the tally of all that were asked for. */
export const useWorks = (asked: () => WorksAsked, wanted: () => WorksWanted) => {
  const client = useClient()
  return useQuery(() => {
    const question = { ...fields(asked()), ...wanted() }
    return {
      queryKey: ["works", "list", question],
      queryFn: ({ signal }) => client.works.list(question, signal),
      enabled: asked().unit !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

/** One work with everything that was said of it. */
export const useWork = (
  id: () => string,
  known: () => { readonly asOf: string | undefined; readonly knownAt: string | undefined }
) => {
  const client = useClient()
  return useQuery(() => {
    const question = { id: id(), as_of: known().asOf, known_at: known().knownAt }
    return {
      queryKey: ["works", "one", question],
      queryFn: ({ signal }) => client.works.one(question, signal),
      placeholderData: keepPreviousData
    }
  })
}

/** Batches with their districts side by side. */
export const useBatches = (asked: () => Omit<WorksAsked, "batch">) => {
  const client = useClient()
  return useQuery(() => {
    const { batch: _, ...question } = fields({ ...asked(), batch: undefined })
    return {
      queryKey: ["works", "batches", question],
      queryFn: ({ signal }) => client.works.batches(question, signal),
      enabled: asked().unit !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

/** Planned against built against paid. */
export const useCurve = (asked: () => WorksAsked) => {
  const client = useClient()
  return useQuery(() => {
    const question = fields(asked())
    return {
      queryKey: ["works", "curve", question],
      queryFn: ({ signal }) => client.works.curve(question, signal),
      enabled: asked().unit !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

/** Works that hold criteria back, the worst first. */
export const useSlips = (asked: () => WorksAsked, limit: number) => {
  const client = useClient()
  return useQuery(() => {
    const question = { ...fields(asked()), limit }
    return {
      queryKey: ["works", "slips", question],
      queryFn: ({ signal }) => client.works.slips(question, signal),
      enabled: asked().unit !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

/** Construction debt by unit and by work. */
export const useDebt = (asked: () => WorksAsked, limit: number) => {
  const client = useClient()
  return useQuery(() => {
    const question = { ...fields(asked()), limit }
    return {
      queryKey: ["works", "debt", question],
      queryFn: ({ signal }) => client.works.debt(question, signal),
      enabled: asked().unit !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

/** Land given by households. */
export const useLand = (asked: () => WorksAsked) => {
  const client = useClient()
  return useQuery(() => {
    const question = fields(asked())
    return {
      queryKey: ["works", "land", question],
      queryFn: ({ signal }) => client.works.land(question, signal),
      enabled: asked().unit !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

/** Rules of alerts, how often each fired, and the worst so many of each. */
export const useAlerts = (asked: () => WorksAsked, limit: number) => {
  const client = useClient()
  return useQuery(() => {
    const question = { ...fields(asked()), each: limit }
    return {
      queryKey: ["works", "alerts", question],
      queryFn: ({ signal }) => client.works.alerts(question, signal),
      enabled: asked().unit !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

/** Everything that rests on works or on money is asked anew. */
const useRenew = () => {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      ["works", "funding", "assessments", "targets"].map((room) => queries.invalidateQueries({ queryKey: [room] }))
    )
}

/** Records one report on a work. */
export const useReport = () => {
  const client = useClient()
  const renew = useRenew()
  return useMutation(() => ({
    mutationFn: (row: object) => client.works.report({ body: { rows: [row] } }),
    onSuccess: renew
  }))
}

/** Records land that one household gives. */
export const useGiveLand = () => {
  const client = useClient()
  const renew = useRenew()
  return useMutation(() => ({
    mutationFn: (row: object) => client.works.giveLand({ body: { rows: [row] } }),
    onSuccess: renew
  }))
}

/** Records what became of land that was given. */
export const useFollowLand = () => {
  const client = useClient()
  const renew = useRenew()
  return useMutation(() => ({
    mutationFn: (row: object) => client.works.followLand({ body: { rows: [row] } }),
    onSuccess: renew
  }))
}

/** Records one entry of money: a payment. */
export const usePay = () => {
  const client = useClient()
  const renew = useRenew()
  return useMutation(() => ({
    mutationFn: (row: object) => client.funding.record({ body: { rows: [row] } }),
    onSuccess: renew
  }))
}

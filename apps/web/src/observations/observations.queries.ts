import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/solid-query"
import { useClient } from "../data/client.ts"
import type { EnteredRow } from "./entry.ts"

/** Every input that criteria sets ask for. */
export const useInputs = () => {
  const client = useClient()
  return useQuery(() => ({
    queryKey: ["observations", "inputs"],
    queryFn: ({ signal }) => client.observations.inputs({}, signal)
  }))
}

/** The form of a unit: what its sets ask for, and the values in force. */
export const useForm = (code: () => string, asOf: () => string | undefined) => {
  const client = useClient()
  return useQuery(() => ({
    queryKey: ["observations", "form", code(), asOf() ?? ""],
    queryFn: ({ signal }) => client.observations.ofUnit({ code: code(), as_of: asOf() }, signal)
  }))
}

/** An input as a column over the units of a level below one. */
export const useColumn = (
  asked: () => {
    readonly key: string | undefined
    readonly parent: string | undefined
    readonly level: string
    readonly asOf: string | undefined
  }
) => {
  const client = useClient()
  return useQuery(() => {
    const { asOf, key, level, parent } = asked()
    return {
      queryKey: ["observations", "column", key ?? "", parent ?? "", level, asOf ?? ""],
      queryFn: ({ signal }) =>
        client.observations.ofInput({ key: key ?? "", unit: parent, level, as_of: asOf }, signal),
      enabled: key !== undefined && parent !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

/** The lines of a set as of a day, by which a form is grouped. */
export const useSetOn = (id: () => string | undefined, asOf: () => string | undefined) => {
  const client = useClient()
  return useQuery(() => ({
    queryKey: ["criteria", "set", id() ?? "", asOf() ?? ""],
    queryFn: ({ signal }) => client.criteria.get({ id: id() ?? "", as_of: asOf() }, signal),
    enabled: id() !== undefined
  }))
}

/** Records rows, wholly or not at all; afterwards everything that rests on values is asked anew. */
export const useRecord = () => {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation(() => ({
    mutationFn: (rows: ReadonlyArray<EnteredRow>) => client.observations.record({ body: { rows } }),
    onSuccess: () =>
      Promise.all(
        ["observations", "assessments", "targets"].map((room) => queries.invalidateQueries({ queryKey: [room] }))
      )
  }))
}

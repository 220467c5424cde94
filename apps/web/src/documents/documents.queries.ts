import { keepPreviousData, useQuery } from "@tanstack/solid-query"
import { useClient } from "../data/client.ts"

/** Every document, with how much it holds. */
export const useDocuments = () => {
  const client = useClient()
  return useQuery(() => ({
    queryKey: ["documents"],
    queryFn: ({ signal }) => client.documents.list({}, signal)
  }))
}

/** One document with its figures, tables and findings. */
export const useDocument = (id: () => string | undefined) => {
  const client = useClient()
  return useQuery(() => {
    const document = id() ?? ""
    return {
      queryKey: ["documents", document],
      queryFn: ({ signal }) => client.documents.get({ id: document }, signal),
      enabled: document !== ""
    }
  })
}

/** Figures of a document whose label or section holds the words. */
export const useFigures = (id: () => string, words: () => string | undefined) => {
  const client = useClient()
  return useQuery(() => ({
    queryKey: ["figures", id(), words() ?? ""],
    queryFn: ({ signal }) => client.documents.figures({ document: id(), q: words(), limit: 1000 }, signal),
    placeholderData: keepPreviousData
  }))
}

/** Findings that touch a document; all of them without one. */
export const useFindings = (id: () => string | undefined, wanted: () => boolean = () => true) => {
  const client = useClient()
  return useQuery(() => ({
    queryKey: ["findings", id() ?? ""],
    queryFn: ({ signal }) => client.documents.findings({ document: id() }, signal),
    enabled: wanted()
  }))
}

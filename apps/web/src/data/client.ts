import type { Client } from "@ntm/contract"
import { createContext, useContext } from "solid-js"

const ClientContext = createContext<Client>()

/** Hands the client of the API to the screens below; only `main.tsx` knows where it sends its questions. */
export const ClientProvider = ClientContext.Provider

/** The client of the API. Throws outside a `ClientProvider`: a fault of the program, never of the input. */
export const useClient = (): Client => {
  const client = useContext(ClientContext)
  if (client === undefined) throw new Error("No ClientProvider above this component")
  return client
}

import { For } from "solid-js"
import { useAsking, useSession } from "./people.queries.ts"
import { Refusal } from "./refusal.tsx"

/** A button for each provider that says who somebody is. `again`: it has to ask them, whoever it remembers. */
export const ProviderButtons = (props: { readonly label: (name: string) => string; readonly again?: boolean }) => {
  const session = useSession()
  const go = useAsking<string, { readonly url: string }>((client, provider) =>
    client.session.provider({ body: { provider, ...(props.again === true ? { again: true } : {}) } })
  )
  return (
    <>
      <For each={session.data?.ways.providers ?? []}>
        {({ id, name }) => (
          <button
            type="button"
            class="button justify-self-start"
            onClick={() => {
              go.mutateAsync(id).then(
                ({ url }) => window.location.assign(url),
                () => undefined
              )
            }}
          >
            {props.label(name)}
          </button>
        )}
      </For>
      <Refusal failure={go.error} />
    </>
  )
}

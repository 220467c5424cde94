import type { PersonLine } from "@ntm/contract"
import { createSignal, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Confirming } from "./confirming.tsx"
import { useAsking } from "./people.queries.ts"
import { Refusal } from "./refusal.tsx"
import { TextField } from "./text-field.tsx"
import { waysInWords } from "./ways-in.words.ts"

/** What an administrator can do about how somebody gets in: end their sessions, take a second factor away that they lost. */
export const WaysInOf = (props: { readonly person: PersonLine }) => {
  const t = useWords(waysInWords)
  const [lost, setLost] = createSignal(false)
  const [known, setKnown] = createSignal("")
  const id = () => props.person.id
  const end = useAsking<void, unknown>((client) => client.people.endSessions({ id: id(), body: {} }))
  const drop = useAsking<void, unknown>((client) =>
    client.people.endSecondFactor({ id: id(), body: { known: known().trim() } })
  )
  const send = () => {
    drop.mutateAsync().then(
      () => setKnown(""),
      () => undefined
    )
  }
  return (
    <div class="mt-2">
      <div class="flex flex-wrap gap-2">
        <button
          type="button"
          class="button"
          aria-label={t().sessionsOf(props.person.name)}
          disabled={end.isPending}
          onClick={() => end.mutate()}
        >
          {t().sessions}
        </button>
        <button
          type="button"
          class="button"
          aria-expanded={lost()}
          aria-label={t().factorOf(props.person.name)}
          onClick={() => setLost(!lost())}
        >
          {t().factor}
        </button>
      </div>
      <Refusal failure={end.error} />
      <Show when={end.isSuccess}>
        <p role="status" class="mt-2 text-sm">
          {t().sessionsEnded}
        </p>
      </Show>
      <Show when={lost()}>
        <form
          aria-label={t().factorOf(props.person.name)}
          class="mt-2 grid max-w-lg gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <TextField label={t().known} hint={t().knownHint} required value={known()} onInput={setKnown} />
          <button type="submit" class="button justify-self-start" disabled={drop.isPending}>
            {t().drop}
          </button>
        </form>
        <Confirming failure={drop.error} onConfirmed={send} />
        <Show when={drop.isSuccess}>
          <p role="status" class="mt-2 text-sm">
            {t().dropped}
          </p>
        </Show>
      </Show>
    </div>
  )
}

/** Ends the sessions of everybody, where a stranger may be in. */
export const EverybodyOut = () => {
  const t = useWords(waysInWords)
  const end = useAsking<void, { readonly people: number }>((client) => client.people.endAllSessions({ body: {} }))
  return (
    <div class="mt-4 border-t border-line pt-3">
      <p class="text-sm text-ink-soft">{t().everybodyLead}</p>
      <button type="button" class="button mt-2" disabled={end.isPending} onClick={() => end.mutate()}>
        {t().everybody}
      </button>
      <Refusal failure={end.error} />
      <Show when={end.data}>
        {(ended) => (
          <p role="status" class="mt-2 text-sm">
            {t().everybodyEnded(String(ended().people))}
          </p>
        )}
      </Show>
    </div>
  )
}

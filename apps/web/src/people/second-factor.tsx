import type { SignedIn } from "@ntm/contract"
import { createSignal, For, Show } from "solid-js"
import { renderSVG } from "uqr"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { Confirming } from "./confirming.tsx"
import { peopleWords } from "./people.words.ts"
import { useAsking, useSigning } from "./people.queries.ts"
import { Refusal } from "./refusal.tsx"
import { TextField } from "./text-field.tsx"

interface Begun {
  readonly uri: string
  readonly codes: ReadonlyArray<string>
}

/** What the authenticator reads, what to type where it has no camera, and the codes for emergencies. */
const Begin = (props: { readonly begun: Begun }) => {
  const t = useWords(peopleWords)
  const [code, setCode] = createSignal("")
  const confirm = useSigning<void, SignedIn>((client) => client.session.secondFactor({ body: { code: code() } }))
  return (
    <div class="grid gap-3">
      <p>{t().scan}</p>
      {/* Drawn by the library out of a text of ours: it has no markup of anybody else. */}
      <div
        class="w-44 rounded-card bg-white p-2"
        role="img"
        aria-label={t().second}
        innerHTML={renderSVG(props.begun.uri)}
      />
      <p class="text-sm break-all">
        {t().manual}: <code>{new URL(props.begun.uri).searchParams.get("secret")}</code>
      </p>
      <div>
        <p class="text-sm">{t().codes}</p>
        <ul class="mt-1 flex flex-wrap gap-x-4 font-mono text-sm">
          <For each={props.begun.codes}>{(each) => <li>{each}</li>}</For>
        </ul>
      </div>
      <form
        class="grid max-w-sm gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          confirm.mutateAsync().catch(() => undefined)
        }}
      >
        <TextField label={t().code} autocomplete="one-time-code" required value={code()} onInput={setCode} />
        <Refusal failure={confirm.error} />
        <button type="submit" class="button border-primary bg-primary-soft text-primary justify-self-start">
          {t().confirm}
        </button>
      </form>
    </div>
  )
}

/** The second factor: switched on with an authenticator, switched off with the password. */
export const SecondFactor = (props: { readonly on: boolean }) => {
  const t = useWords(peopleWords)
  const [password, setPassword] = createSignal("")
  const start = useAsking<void, Begun>((client) => client.session.startSecondFactor({ body: { password: password() } }))
  const end = useSigning<void, unknown>((client) => client.session.endSecondFactor({ body: { password: password() } }))
  const asking = () => (props.on ? end : start)
  const send = () => {
    const asked: Promise<unknown> = asking().mutateAsync()
    asked.then(
      () => setPassword(""),
      () => undefined
    )
  }
  return (
    <Card id="hai-buoc" title={t().second} lead={props.on ? t().secondOn : t().secondOff}>
      <Show
        when={!props.on && start.data}
        fallback={
          <>
            <form
              class="grid max-w-sm gap-3"
              onSubmit={(event) => {
                event.preventDefault()
                send()
              }}
            >
              <TextField
                label={t().password}
                type="password"
                autocomplete="current-password"
                required
                value={password()}
                onInput={setPassword}
              />
              <button type="submit" class="button justify-self-start">
                {props.on ? t().end : t().start}
              </button>
            </form>
            <Confirming failure={asking().error} onConfirmed={send} />
          </>
        }
      >
        {(begun) => <Begin begun={begun()} />}
      </Show>
    </Card>
  )
}

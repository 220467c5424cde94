import { ApiProblem } from "@ntm/contract"
import { createSignal, Match, Show, Switch } from "solid-js"
import { useWords } from "../language/words.ts"
import { useSession, useSigning } from "./people.queries.ts"
import { ProviderButtons } from "./provider-buttons.tsx"
import { Refusal } from "./refusal.tsx"
import { TextField } from "./text-field.tsx"
import { waysInWords } from "./ways-in.words.ts"

/** Where there is no password: the provider is asked who they are, and sends them back to their account. */
const Elsewhere = () => {
  const t = useWords(waysInWords)
  return (
    <div class="grid gap-2">
      <p class="text-sm">{t().noPassword}</p>
      <ProviderButtons label={t().again} again />
    </div>
  )
}

/** Shows again that it is they who ask, by every factor that they have. */
export const ConfirmForm = (props: { readonly lead: string; readonly onDone: () => void }) => {
  const t = useWords(waysInWords)
  const session = useSession()
  const person = () => session.data?.person ?? null
  const [password, setPassword] = createSignal("")
  const [code, setCode] = createSignal("")
  const confirm = useSigning<void, unknown>((client) =>
    client.session.confirm({
      body: {
        ...(person()?.password === true ? { password: password() } : {}),
        ...(person()?.twoFactor === true ? { code: code() } : {})
      }
    })
  )
  return (
    <form
      aria-label={t().confirm}
      class="mt-2 grid max-w-sm gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        confirm.mutateAsync().then(props.onDone, () => undefined)
      }}
    >
      <p role="alert" class="text-sm">
        {props.lead}
      </p>
      <Show when={person()?.password === true || person()?.twoFactor === true} fallback={<Elsewhere />}>
        <Show when={person()?.password === true}>
          <TextField
            label={t().password}
            type="password"
            autocomplete="current-password"
            required
            value={password()}
            onInput={setPassword}
          />
        </Show>
        <Show when={person()?.twoFactor === true}>
          <TextField
            label={t().code}
            hint={t().codeHint}
            autocomplete="one-time-code"
            required
            value={code()}
            onInput={setCode}
          />
        </Show>
        <Refusal failure={confirm.error} />
        <button
          type="submit"
          class="button justify-self-start border-primary bg-primary-soft text-primary"
          disabled={confirm.isPending}
        >
          {t().confirm}
        </button>
      </Show>
    </form>
  )
}

const wantsConfirming = (failure: Error | null): boolean =>
  failure instanceof ApiProblem && failure.problem.type === "urn:ntm:problem:confirm-needed"

/** Why something was not done; where it is only that it is too long ago that they showed who they are, how to show it, and then it is done. */
export const Confirming = (props: { readonly failure: Error | null; readonly onConfirmed: () => void }) => {
  const t = useWords(waysInWords)
  return (
    <Switch fallback={<Refusal failure={props.failure} />}>
      <Match when={wantsConfirming(props.failure)}>
        <ConfirmForm lead={t().confirmLead} onDone={props.onConfirmed} />
      </Match>
    </Switch>
  )
}

import type { SessionNow } from "@ntm/contract"
import { actionWords } from "@ntm/domain/people"
import { createSignal, For, Match, Show, Switch } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { Page } from "../shell/page.tsx"
import { ConfirmForm, Confirming } from "./confirming.tsx"
import { CalendarCard } from "./calendar-card.tsx"
import { useGrantText } from "./grant-text.ts"
import { peopleWords } from "./people.words.ts"
import { isHeld, useSession, useSigning } from "./people.queries.ts"
import { SessionsCard } from "./sessions-card.tsx"
import { SecondFactor } from "./second-factor.tsx"
import { TextField } from "./text-field.tsx"
import { waysInWords } from "./ways-in.words.ts"

const PasswordCard = (props: { readonly has: boolean }) => {
  const t = useWords(peopleWords)
  const [current, setCurrent] = createSignal("")
  const [fresh, setFresh] = createSignal("")
  const save = useSigning<void, unknown>((client) =>
    client.session.password({ body: { password: fresh(), ...(props.has ? { current: current() } : {}) } })
  )
  const send = () => {
    save.mutateAsync().then(
      () => {
        setCurrent("")
        setFresh("")
      },
      () => undefined
    )
  }
  return (
    <Card id="mat-khau" title={props.has ? t().otherPassword : t().firstPassword}>
      <form
        class="grid max-w-sm gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Show when={props.has}>
          <TextField
            label={t().current}
            type="password"
            autocomplete="current-password"
            required
            value={current()}
            onInput={setCurrent}
          />
        </Show>
        <TextField
          label={t().fresh}
          type="password"
          autocomplete="new-password"
          required
          hint={t().passwordHint}
          value={fresh()}
          onInput={setFresh}
        />
        <Show when={save.isSuccess}>
          <p role="status" class="text-sm text-primary">
            {t().saved}
          </p>
        </Show>
        <button
          type="submit"
          class="button border-primary bg-primary-soft text-primary justify-self-start"
          disabled={save.isPending}
        >
          {t().save}
        </button>
      </form>
      <Confirming failure={save.error} onConfirmed={send} />
    </Card>
  )
}

const Grants = (props: { readonly now: SessionNow }) => {
  const t = useWords(peopleWords)
  const grantText = useGrantText()
  return (
    <Card id="quyen" title={t().grants}>
      <Show when={props.now.grants.length > 0} fallback={<p>{t().noGrants}</p>}>
        <ul class="list-disc pl-5">
          <For each={props.now.grants}>{(grant) => <li>{grantText(grant)}</li>}</For>
        </ul>
      </Show>
      <p class="mt-3 text-sm text-ink-soft">
        {t().may}: {props.now.actions.map((action) => inLanguage(actionWords[action])).join("; ")}
      </p>
    </Card>
  )
}

/** Who somebody is here, what they may do, and how they sign in. */
export default function AccountPage() {
  const t = useWords(peopleWords)
  const words = useWords(waysInWords)
  const session = useSession()
  return (
    <Page title={t().account}>
      <Loaded query={session}>
        {(now) => (
          <Show when={now().person} fallback={<p>{t().first}</p>}>
            {(person) => (
              <div class="grid gap-5">
                <p>
                  {person().name} · {person().email}
                </p>
                <Switch>
                  <Match when={now().needs === "confirm"}>
                    <Card id="xac-nhan" title={words().confirm}>
                      <ConfirmForm lead={words().confirmFirst} onDone={() => undefined} />
                    </Card>
                  </Match>
                  <Match when={now().needs === "secondFactor"}>
                    <p role="alert" class="rounded-card border border-line bg-raised px-3 py-2">
                      {words().setUpFirst}
                    </p>
                  </Match>
                </Switch>
                <Grants now={now()} />
                <Show when={!isHeld(now())}>
                  <CalendarCard />
                </Show>
                <SessionsCard />
                <Show when={!person().demonstration}>
                  <PasswordCard has={person().password} />
                  <Show when={person().password}>
                    <SecondFactor on={person().twoFactor} />
                  </Show>
                </Show>
              </div>
            )}
          </Show>
        )}
      </Loaded>
    </Page>
  )
}

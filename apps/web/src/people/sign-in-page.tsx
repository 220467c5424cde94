import type { SignedIn } from "@ntm/contract"
import { type Role, roleWords } from "@ntm/domain/people"
import { A, useLocation, useNavigate } from "@solidjs/router"
import { createSignal, For, Match, Show, Switch } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { asHeading } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Page } from "../shell/page.tsx"
import { peopleWords } from "./people.words.ts"
import { ProviderButtons } from "./provider-buttons.tsx"
import { useSession, useSigning } from "./people.queries.ts"
import { Refusal } from "./refusal.tsx"
import { TextField } from "./text-field.tsx"

/** Password, and after it the second factor of who has one. */
const PasswordForm = (props: { readonly onIn: () => void }) => {
  const t = useWords(peopleWords)
  const [email, setEmail] = createSignal("")
  const [password, setPassword] = createSignal("")
  const [code, setCode] = createSignal("")
  const [wanted, setWanted] = createSignal(false)
  const signIn = useSigning<void, SignedIn>((client) =>
    client.session.signIn({ body: { email: email(), password: password() } })
  )
  const second = useSigning<void, SignedIn>((client) => client.session.secondFactor({ body: { code: code() } }))
  const send = async () => {
    const { state } = await (wanted() ? second : signIn).mutateAsync()
    if (state === "secondFactor") setWanted(true)
    else props.onIn()
  }
  const asking = () => (wanted() ? second : signIn)
  return (
    <form
      class="grid max-w-sm gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        send().catch(() => undefined)
      }}
    >
      <Show
        when={wanted()}
        fallback={
          <>
            <TextField
              label={t().email}
              type="email"
              autocomplete="username"
              required
              value={email()}
              onInput={setEmail}
            />
            <TextField
              label={t().password}
              type="password"
              autocomplete="current-password"
              required
              value={password()}
              onInput={setPassword}
            />
          </>
        }
      >
        <TextField
          label={t().code}
          hint={t().codeHint}
          autocomplete="one-time-code"
          required
          value={code()}
          onInput={setCode}
        />
      </Show>
      <Refusal failure={asking().error} />
      <button
        type="submit"
        class="button border-primary bg-primary-soft text-primary justify-self-start"
        disabled={asking().isPending}
      >
        {asking().isPending ? t().entering : wanted() ? t().confirm : t().signIn}
      </button>
    </form>
  )
}

/** A link that counts once is used when somebody says so: what only looks at it uses nothing up. */
const LinkCard = (props: { readonly token: string; readonly onIn: () => void }) => {
  const t = useWords(peopleWords)
  const use = useSigning<void, SignedIn>((client) => client.session.link({ body: { token: props.token } }))
  return (
    <Card id="lien-ket" title={t().link} lead={t().linkLead}>
      <div class="grid gap-3">
        <Refusal failure={use.error} />
        <button
          type="button"
          class="button border-primary bg-primary-soft text-primary justify-self-start"
          disabled={use.isPending}
          onClick={() => {
            use.mutateAsync().then(props.onIn, () => undefined)
          }}
        >
          {t().useLink}
        </button>
      </div>
    </Card>
  )
}

const Roles = (props: { readonly roles: ReadonlyArray<Role>; readonly onIn: () => void }) => {
  const t = useWords(peopleWords)
  const attempt = useSigning<Role, SignedIn>((client, role) => client.session.demonstration({ body: { role } }))
  return (
    <Card id="xem-thu" title={t().tryRoles} lead={t().tryLead}>
      <ul class="flex flex-wrap gap-2">
        <For each={props.roles}>
          {(role) => (
            <li>
              <button
                type="button"
                class="button"
                disabled={attempt.isPending}
                onClick={() => {
                  attempt.mutateAsync(role).then(props.onIn, () => undefined)
                }}
              >
                {asHeading(inLanguage(roleWords[role]))}
              </button>
            </li>
          )}
        </For>
      </ul>
      <Refusal failure={attempt.error} />
    </Card>
  )
}

/** Sign in: by password and second factor, by a one-time link, elsewhere, or in the demonstration as somebody made up. */
export default function SignInPage() {
  const t = useWords(peopleWords)
  const session = useSession()
  const location = useLocation()
  const navigate = useNavigate()
  // Shown in the place of any page: afterwards it is that page. What follows the # is a token here alone, elsewhere a place of the page.
  const isHere = () => location.pathname === "/dang-nhap"
  const token = () => (isHere() ? location.hash.replace(/^#/, "") : "")
  const home = () => {
    if (isHere()) navigate("/", { replace: true })
  }
  return (
    <Page title={t().signIn} lead={t().lead}>
      <Loaded query={session}>
        {(now) => (
          <Show when={now().ways.accounts} fallback={<p>{t().none}</p>}>
            <div class="grid gap-5">
              <Show when={now().person}>
                {(person) => (
                  <p>
                    <A class="link" href="/tai-khoan">
                      {t().already(person().name)}
                    </A>
                  </p>
                )}
              </Show>
              <Show when={location.query["loi"] !== undefined}>
                <p role="alert" class="text-sm text-error">
                  {t().failed}
                </p>
              </Show>
              <Switch>
                <Match when={token() !== ""}>
                  <LinkCard token={token()} onIn={() => navigate("/tai-khoan", { replace: true })} />
                </Match>
                <Match when={true}>
                  <Card id="dang-nhap" title={t().signIn}>
                    <PasswordForm onIn={home} />
                    <Show when={now().ways.providers.length > 0}>
                      <div class="mt-4 grid gap-2">
                        <ProviderButtons label={t().elsewhere} />
                      </div>
                    </Show>
                  </Card>
                </Match>
              </Switch>
              <Show when={now().ways.demonstration.length > 0}>
                <Roles roles={now().ways.demonstration} onIn={home} />
              </Show>
            </div>
          </Show>
        )}
      </Loaded>
    </Page>
  )
}

import type { OneTimeLink } from "@ntm/contract"
import { createSignal, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { Page } from "../shell/page.tsx"
import { createGrant, GrantFields } from "./grant-fields.tsx"
import { LinkShown } from "./link-shown.tsx"
import { peopleWords } from "./people.words.ts"
import { useManaging, usePeople } from "./people.queries.ts"
import { PersonItem } from "./person-item.tsx"
import { Refusal } from "./refusal.tsx"
import { TextField } from "./text-field.tsx"
import { EverybodyOut } from "./ways-in-of.tsx"

type Invited = { readonly link: OneTimeLink | null }

const InviteCard = () => {
  const t = useWords(peopleWords)
  const [name, setName] = createSignal("")
  const [email, setEmail] = createSignal("")
  const [kind, setKind] = createSignal<"human" | "system">("human")
  const [done, setDone] = createSignal<{ readonly name: string; readonly link: OneTimeLink | null } | null>(null)
  const grant = createGrant()
  const invite = useManaging<void, Invited>((client) =>
    client.people.invite({
      body: { name: name().trim(), email: email().trim().toLowerCase(), kind: kind(), grants: [grant.body()] }
    })
  )
  const send = async () => {
    const { link } = await invite.mutateAsync()
    setDone({ name: name().trim(), link })
    setName("")
    setEmail("")
  }
  return (
    <Card id="moi" title={t().invite}>
      <form
        class="grid gap-3 sm:grid-cols-3"
        onSubmit={(event) => {
          event.preventDefault()
          send().catch(() => undefined)
        }}
      >
        <TextField label={t().name} required value={name()} onInput={setName} />
        <TextField label={t().email} type="email" required value={email()} onInput={setEmail} />
        <Select
          label={t().kind}
          value={kind()}
          options={[
            { value: "human", name: t().kinds.human },
            { value: "system", name: t().kinds.system }
          ]}
          onPick={(value) => setKind(value === "system" ? "system" : "human")}
        />
        <GrantFields grant={grant} />
        <div class="grid gap-2 sm:col-span-3">
          <Refusal failure={invite.error} />
          <Show when={done()}>
            {(invited) => (
              <Show when={invited().link} fallback={<p role="status">{t().invited}</p>}>
                {(link) => <LinkShown name={invited().name} link={link()} />}
              </Show>
            )}
          </Show>
          <button
            type="submit"
            class="button justify-self-start border-primary bg-primary-soft text-primary"
            disabled={invite.isPending}
          >
            {t().send}
          </button>
        </div>
      </form>
    </Card>
  )
}

/** Everybody and what they may do, for who manages people. */
export default function PeoplePage() {
  const t = useWords(peopleWords)
  const people = usePeople()
  return (
    <Page title={t().people} lead={t().peopleLead}>
      <div class="grid gap-5">
        <InviteCard />
        <Card id="nguoi-dung" title={t().people}>
          <Loaded query={people}>
            {(answer) => (
              <ul>
                <For each={answer().items}>{(person) => <PersonItem person={person} asOf={answer().asOf} />}</For>
              </ul>
            )}
          </Loaded>
          <EverybodyOut />
        </Card>
      </div>
    </Page>
  )
}

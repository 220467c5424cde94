import type { OneTimeLink, PersonLine } from "@ntm/contract"
import { holdsOn } from "@ntm/domain/people"
import type { Day } from "@ntm/domain/values"
import { createSignal, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { AccountLog } from "./account-log.tsx"
import { accountWords } from "./account.words.ts"
import { createGrant, GrantFields } from "./grant-fields.tsx"
import { useGrantText } from "./grant-text.ts"
import { LinkShown } from "./link-shown.tsx"
import { peopleWords } from "./people.words.ts"
import { useAsking, useManaging } from "./people.queries.ts"
import { Refusal } from "./refusal.tsx"
import { WaysInOf } from "./ways-in-of.tsx"

const GiveForm = (props: { readonly person: PersonLine; readonly onDone: () => void }) => {
  const t = useWords(peopleWords)
  const grant = createGrant(props.person.kind === "system" ? "partner" : "localOfficer")
  const give = useManaging<void, unknown>((client) => client.people.give({ id: props.person.id, body: grant.body() }))
  return (
    <form
      aria-label={t().giveTo(props.person.name)}
      class="mt-2 grid gap-3 sm:grid-cols-3"
      onSubmit={(event) => {
        event.preventDefault()
        give.mutateAsync().then(props.onDone, () => undefined)
      }}
    >
      <GrantFields grant={grant} />
      <div class="grid gap-2 sm:col-span-3">
        <Refusal failure={give.error} />
        <button type="submit" class="button justify-self-start">
          {t().give}
        </button>
      </div>
    </form>
  )
}

/** Somebody with what they have, and what can be done about it. */
export const PersonItem = (props: { readonly person: PersonLine; readonly asOf: Day }) => {
  const t = useWords(peopleWords)
  const grantText = useGrantText()
  const words = useWords(accountWords)
  const [giving, setGiving] = createSignal(false)
  const [logged, setLogged] = createSignal(false)
  const [link, setLink] = createSignal<OneTimeLink | null>(null)
  const id = () => props.person.id
  const inForce = () => props.person.grants.filter((grant) => holdsOn(grant, props.asOf))
  const end = useManaging<number, unknown>((client, grant) =>
    client.people.end({ id: id(), grant: String(grant), body: {} })
  )
  const close = useManaging<void, unknown>((client) => client.people.close({ id: id(), body: {} }))
  const open = useManaging<void, unknown>((client) => client.people.open({ id: id(), body: {} }))
  const makeLink = useAsking<void, OneTimeLink>((client) => client.people.link({ id: id(), body: {} }))
  return (
    <li class="border-t border-line py-3 first:border-t-0">
      <div class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 class="font-semibold">{props.person.name}</h3>
        <span class="text-sm break-all text-ink-soft">{props.person.email}</span>
        <Show when={props.person.demonstration}>
          <Badge tone="plain">{t().madeUp}</Badge>
        </Show>
        <Show when={props.person.kind === "system"}>
          <Badge tone="plain">{t().system}</Badge>
        </Show>
        <Show when={!props.person.active}>
          <Badge tone="warning">{t().closed}</Badge>
        </Show>
      </div>
      <Show when={inForce().length > 0} fallback={<p class="text-sm text-ink-soft">–</p>}>
        <ul class="mt-1 grid gap-1 text-sm">
          <For each={inForce()}>
            {(grant) => (
              <li class="flex flex-wrap items-center gap-x-3">
                <span>{grantText(grant)}</span>
                <button
                  type="button"
                  class="link"
                  aria-label={t().endThis(grantText(grant))}
                  onClick={() => end.mutate(grant.id)}
                >
                  {t().endGrant}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <div class="mt-2 flex flex-wrap gap-2">
        <Show
          when={props.person.active}
          fallback={
            <button
              type="button"
              class="button"
              aria-label={t().openThis(props.person.name)}
              onClick={() => open.mutate()}
            >
              {t().open}
            </button>
          }
        >
          <button
            type="button"
            class="button"
            aria-expanded={giving()}
            aria-label={t().giveTo(props.person.name)}
            onClick={() => setGiving(!giving())}
          >
            {t().give}
          </button>
          <Show when={props.person.kind === "human"}>
            <button
              type="button"
              class="button"
              aria-label={t().newLinkFor(props.person.name)}
              onClick={() => {
                makeLink.mutateAsync().then(setLink, () => undefined)
              }}
            >
              {t().newLink}
            </button>
          </Show>
          <button
            type="button"
            class="button"
            aria-label={t().closeThis(props.person.name)}
            onClick={() => close.mutate()}
          >
            {t().close}
          </button>
        </Show>
        <button
          type="button"
          class="button"
          aria-expanded={logged()}
          aria-label={words().logOf(props.person.name)}
          onClick={() => setLogged(!logged())}
        >
          {words().log}
        </button>
      </div>
      <Refusal failure={end.error ?? close.error ?? open.error ?? makeLink.error} />
      <Show when={props.person.active && props.person.kind === "human"}>
        <WaysInOf person={props.person} />
      </Show>
      <Show when={logged()}>
        <AccountLog id={id()} name={props.person.name} />
      </Show>
      <LinkShown name={props.person.name} link={link()} />
      <Show when={giving()}>
        <GiveForm person={props.person} onDone={() => setGiving(false)} />
      </Show>
    </li>
  )
}

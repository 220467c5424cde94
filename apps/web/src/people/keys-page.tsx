import type { KeyLine, PersonLine } from "@ntm/contract"
import { createSignal, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { Page } from "../shell/page.tsx"
import { useKeyChange, useKeys } from "./account.queries.ts"
import { accountWords } from "./account.words.ts"
import { momentOf } from "./moment-text.ts"
import { usePeople } from "./people.queries.ts"
import { Refusal } from "./refusal.tsx"
import { TextField } from "./text-field.tsx"

/** What is usual: a year less a day at the most may be asked for. */
const [USUAL_DAYS, USUAL_RATE] = ["365", "600"]

const NewKey = (props: { readonly systems: ReadonlyArray<PersonLine>; readonly onKey: (key: string) => void }) => {
  const t = useWords(accountWords)
  const [person, setPerson] = createSignal(props.systems[0]?.id ?? "")
  const [name, setName] = createSignal("")
  const [days, setDays] = createSignal(USUAL_DAYS)
  const [rate, setRate] = createSignal(USUAL_RATE)
  const create = useKeyChange<void, { readonly key: string }>((client) =>
    client.keys.create({
      body: { person: person(), name: name().trim(), days: Number(days()), perMinute: Number(rate()) }
    })
  )
  const send = async () => {
    const { key } = await create.mutateAsync()
    setName("")
    props.onKey(key)
  }
  return (
    <Card id="lap-khoa" title={t().newKey}>
      <form
        class="grid gap-3 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault()
          send().catch(() => undefined)
        }}
      >
        <Select
          label={t().whose}
          value={person()}
          options={props.systems.map((one) => ({ value: one.id, name: one.name }))}
          onPick={setPerson}
        />
        <TextField label={t().keyName} required value={name()} onInput={setName} />
        <TextField label={t().days} required value={days()} onInput={setDays} />
        <TextField label={t().perMinute} required value={rate()} onInput={setRate} />
        <div class="grid gap-2 sm:col-span-2">
          <Refusal failure={create.error} />
          <button
            type="submit"
            class="button justify-self-start border-primary bg-primary-soft text-primary"
            disabled={create.isPending}
          >
            {t().newKey}
          </button>
        </div>
      </form>
    </Card>
  )
}

const KeyItem = (props: { readonly line: KeyLine; readonly owner: string }) => {
  const t = useWords(accountWords)
  const revoke = useKeyChange<void, unknown>((client) => client.keys.revoke({ id: props.line.id, body: {} }))
  const ends = () => {
    const { expiresAt } = props.line
    if (expiresAt === null) return t().never
    return Date.parse(expiresAt) <= Date.now() ? t().expired : t().expires(momentOf(expiresAt))
  }
  const used = () => (props.line.usedAt === null ? t().unused : t().used(momentOf(props.line.usedAt)))
  return (
    <li class="py-3">
      <p class="font-semibold">
        {props.line.name} <span class="font-normal text-ink-soft">· {props.owner}</span>
      </p>
      <p class="text-sm text-ink-soft">
        <code>{props.line.start}…</code> · {t().rate(formatNumber(props.line.perMinute))} ·{" "}
        {t().made(momentOf(props.line.createdAt))} · {ends()} · {used()}
      </p>
      <Refusal failure={revoke.error} />
      <button
        type="button"
        class="button mt-2"
        aria-label={t().revokeThis(props.line.name)}
        disabled={revoke.isPending}
        onClick={() => revoke.mutate()}
      >
        {t().revoke}
      </button>
    </li>
  )
}

/** Keys with which partners' systems ask the API: made, seen and taken back. */
export default function KeysPage() {
  const t = useWords(accountWords)
  const people = usePeople()
  const keys = useKeys()
  const [shown, setShown] = createSignal<string>()
  return (
    <Page title={t().keys} lead={t().keysLead}>
      <div class="grid gap-5">
        <Show when={shown()}>
          {(key) => (
            <div role="status" class="rounded-card border border-primary bg-primary-soft px-4 py-3">
              <p class="text-sm">{t().shownOnce}</p>
              <code class="break-all select-all">{key()}</code>
            </div>
          )}
        </Show>
        <Loaded query={people}>
          {(everybody) => {
            const systems = () => everybody().items.filter(({ active, kind }) => active && kind === "system")
            const nameOf = (id: string) => everybody().items.find((one) => one.id === id)?.name ?? id
            return (
              <>
                <Loaded query={keys}>
                  {(answer) => (
                    <Show when={answer().items.length > 0} fallback={<Empty>{t().noKeys}</Empty>}>
                      <ul class="divide-y divide-line rounded-card border border-line bg-surface px-4 sm:px-5">
                        <For each={answer().items}>{(line) => <KeyItem line={line} owner={nameOf(line.person)} />}</For>
                      </ul>
                    </Show>
                  )}
                </Loaded>
                <Show when={systems().length > 0} fallback={<Empty>{t().noSystems}</Empty>}>
                  <NewKey systems={systems()} onKey={setShown} />
                </Show>
              </>
            )
          }}
        </Loaded>
      </div>
    </Page>
  )
}

import { ApiProblem, type Leading, type ObservedInput } from "@ntm/contract"
import { A, useParams } from "@solidjs/router"
import { createMemo, createSignal, For, Show } from "solid-js"
import { useSets } from "../criteria/criteria.queries.ts"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { Allowed } from "../people/allowed.tsx"
import { Page } from "../shell/page.tsx"
import { NotThen } from "../units/not-then.tsx"
import { AttachField } from "./attach-field.tsx"
import { createEntering, type Entering, type Field } from "./entering.ts"
import { EntryBar } from "./entry-bar.tsx"
import { EntryField } from "./entry-field.tsx"
import { formGroups } from "./form-groups.ts"
import { useForm, useSetOn } from "./observations.queries.ts"
import { observationWords } from "./observations.words.ts"
import { ValueNow } from "./value-now.tsx"

/** Everything that a unit's sets ask for on a day, criterion by criterion, to be typed in. */
const FormPage = () => {
  const t = useWords(observationWords)
  const params = useParams<{ readonly code: string }>()
  const [asOf, setAsOf] = useAddress("as_of")
  const form = useForm(() => params.code, asOf)
  const missing = () => form.error instanceof ApiProblem && form.error.problem.status === 404
  const name = () => (form.isSuccess ? `${form.data.unit.type} ${form.data.unit.name}` : undefined)
  const query = () => (asOf() === undefined ? "" : `?as_of=${asOf()}`)
  return (
    <Page
      title={name() === undefined ? t().form.waiting : t().form.title(name() ?? "")}
      lead={
        <Show when={form.isSuccess && form.data}>
          {(answer) => (
            <>
              <p>{t().form.lead(formatDay(answer().asOf))}</p>
              <A class="link" href={`/don-vi/${params.code}/danh-gia${query()}`}>
                {t().form.scorecard}
              </A>
            </>
          )}
        </Show>
      }
      controls={<DayPicker label={t().day} none={t().today} value={asOf()} onPick={setAsOf} />}
    >
      <Show when={!missing()} fallback={<NotThen code={params.code} asOf={asOf()} />}>
        <Loaded query={form}>
          {(answer) => (
            <Show when={answer().items.length > 0} fallback={<Empty>{t().form.empty}</Empty>}>
              <Form code={params.code} items={answer().items} day={answer().asOf} allowed={answer().allowed} />
            </Show>
          )}
        </Loaded>
      </Show>
    </Page>
  )
}

const Form = (props: {
  readonly code: string
  readonly items: ReadonlyArray<ObservedInput>
  readonly day: string
  readonly allowed: Leading["allowed"]
}) => {
  const t = useWords(observationWords)
  const sets = useSets()
  const [named, setNamed] = useAddress("bo")
  const [onlyMissing, setOnlyMissing] = createSignal(false)
  const ids = createMemo(() => [...new Set(props.items.flatMap((item) => item.sets.map(String)))])
  const chosen = () => ids().find((id) => id === named()) ?? ids()[0]
  const set = useSetOn(chosen, () => props.day)
  const nameOf = (id: string) => (sets.isSuccess ? sets.data.items.find((one) => one.id === id)?.name : undefined) ?? id
  const shown = () =>
    props.items.filter(
      (item) =>
        item.sets.some((id) => id === chosen()) && (!onlyMissing() || (item.inForce === null && item.pending === null))
    )
  const fieldOf = ({ inForce, input, pending }: ObservedInput): Field => ({
    key: input.key,
    unit: props.code,
    input: input.key,
    kind: input.kind,
    inForce,
    pending
  })
  const entering = createEntering(
    () => props.items.map(fieldOf),
    () => props.day
  )
  return (
    <>
      <div class="mb-5 flex flex-wrap items-end gap-x-5 gap-y-3">
        <Select
          label={t().form.set}
          value={chosen() ?? ""}
          options={ids().map((id) => ({ value: id, name: nameOf(id) }))}
          onPick={setNamed}
          class="max-w-full sm:max-w-lg"
        />
        <label class="flex min-h-10 items-center gap-2 text-sm">
          <input
            type="checkbox"
            class="size-4 accent-(--primary-bar)"
            checked={onlyMissing()}
            onChange={(event) => setOnlyMissing(event.currentTarget.checked)}
          />
          {t().form.onlyMissing}
        </label>
      </div>
      <Loaded query={set}>
        {(answer) => (
          <Show when={shown().length > 0} fallback={<Empty>{t().form.nothingMissing}</Empty>}>
            <div class="space-y-4">
              <For each={formGroups(answer(), shown())}>
                {(group) => (
                  <section
                    aria-label={group.criterion?.name ?? t().form.others}
                    class="rounded-card border border-line bg-surface"
                  >
                    <h2 class="border-b border-line px-4 py-2.5 font-semibold sm:px-5">
                      {group.criterion === null
                        ? t().form.others
                        : t().criterion(group.criterion.no, group.criterion.name)}
                    </h2>
                    <ul>
                      <For each={group.items}>
                        {(item) => <Line item={item} field={fieldOf(item)} entering={entering} />}
                      </For>
                    </ul>
                  </section>
                )}
              </For>
            </div>
          </Show>
        )}
      </Loaded>
      <Allowed action="values.record" here={props.allowed} told>
        <EntryBar entering={entering} />
      </Allowed>
    </>
  )
}

const Line = (props: { readonly item: ObservedInput; readonly field: Field; readonly entering: Entering }) => {
  const t = useWords(observationWords)
  const input = () => props.item.input
  const key = () => props.field.key
  return (
    <li
      class="grid gap-x-6 gap-y-2 border-t border-line px-4 py-3 first:border-t-0 sm:px-5 md:grid-cols-[minmax(0,1fr)_15rem_16rem]"
      classList={{ "bg-warning-soft": props.entering.text(key()) !== "" }}
    >
      <div class="text-sm">
        <p>{input().name}</p>
        <Show when={input().agencies.length > 0}>
          <p class="text-xs text-ink-soft">{t().form.agency(input().agencies.join(", "))}</p>
        </Show>
      </div>
      <ValueNow input={input()} inForce={props.item.inForce} pending={props.item.pending} />
      <div>
        <EntryField
          label={t().form.value(input().name)}
          kind={input().kind}
          unit={input().unit}
          text={props.entering.text(key())}
          onText={(text) => props.entering.setText(key(), text)}
          wrong={props.entering.wrong(props.field)}
        />
        <Show when={props.entering.text(key()) !== ""}>
          <details class="mt-2 text-sm">
            <summary class="text-xs font-semibold text-primary" aria-label={t().form.moreFor(input().name)}>
              {t().form.more}
            </summary>
            <label class="mt-2 block text-xs text-ink-soft">
              {t().form.note}
              <textarea
                class="field mt-1 w-full text-sm text-ink"
                rows="2"
                maxlength="2000"
                value={props.entering.note(key())}
                onInput={(event) => props.entering.setNote(key(), event.currentTarget.value)}
              />
            </label>
            <label class="mt-2 block text-xs text-ink-soft">
              {t().form.link}
              <input
                class="field mt-1 w-full text-sm text-ink"
                type="url"
                maxlength="2000"
                value={props.entering.link(key())}
                onInput={(event) => props.entering.setLink(key(), event.currentTarget.value)}
              />
            </label>
            <div class="mt-3">
              <AttachField label={input().name} field={key()} attachments={props.entering.attachments} />
            </div>
          </details>
        </Show>
      </div>
    </li>
  )
}

export default FormPage

import type { ItemKind } from "@ntm/domain/inventory"
import { createEffect, createSignal, For, Match, on, Show, Switch } from "solid-js"
import { useWords } from "../language/words.ts"
import { AttachField } from "../observations/attach-field.tsx"
import { createAttachments } from "../observations/attachments.ts"
import { Card } from "../parts/card.tsx"
import { formatDay } from "../parts/format.ts"
import { FormField } from "../works/form-field.tsx"
import { createForm, RecordFrame } from "../works/record-form.tsx"
import { reportWords } from "../works/report.words.ts"
import { useRecordItem } from "./inventory.queries.ts"
import { itemFormWords } from "./item-form.words.ts"
import { attendeeFields, MOST_ATTENDEES, readItem } from "./item-reading.ts"
import { starOptions } from "./star-options.ts"

const ATTACHED = "item"

const typedFields =
  "name day village households owner area pilot producer stars until days chair participants number issuedKind document note"

const fields = [
  ...typedFields.split(" "),
  ...Array.from({ length: MOST_ATTENDEES }, (_, row) => attendeeFields.map((field) => `${field}-${row}`)).flat()
]

/** Puts an entry into a register; what is asked depends on the register. */
export const ItemForm = (props: {
  readonly unit: string
  readonly into: string
  readonly kind: ItemKind
  readonly asOf: string
}) => {
  const t = useWords(itemFormWords)
  const words = useWords(reportWords)
  const record = useRecordItem()
  const attachments = createAttachments()
  const [attendees, setAttendees] = createSignal(1)
  const form = createForm({
    fields,
    // A document's kind stands under another name here than the register's.
    renamed: () => ({ kind: "issuedKind" }),
    starting: { day: formatDay(props.asOf) },
    keep: ["day"],
    read: (typed) => readItem(props.unit, props.kind, typed, attendees(), attachments.evidence([ATTACHED])),
    send: (row) => record.mutateAsync(row),
    done: () => {
      attachments.forget()
      setAttendees(1)
    }
  })
  createEffect(
    on(
      () => props.kind,
      () => form.clear(),
      { defer: true }
    )
  )
  const blocked = () => (attachments.waiting([ATTACHED]) > 0 ? words().waiting : undefined)
  const field = (name: string, label: string, hint?: string) => (
    <FormField form={form} field={name} label={label} {...(hint === undefined ? {} : { hint })} />
  )
  return (
    <Card id="ghi-vao-so" title={props.into}>
      <RecordFrame form={form} label={t().title} send={t().send} sent={t().saved} blocked={blocked()}>
        <FormField form={form} field="name" label={t().names[props.kind]} wide />
        {field("day", t().days[props.kind], t().dayHint)}
        <Switch>
          <Match when={props.kind === "modelArea"}>
            {field("village", t().village)}
            {field("households", t().households)}
          </Match>
          <Match when={props.kind === "modelGarden"}>
            {field("owner", t().owner)}
            {field("area", t().area)}
          </Match>
          <Match when={props.kind === "smartVillage"}>{field("village", t().village)}</Match>
          <Match when={props.kind === "smartCommune"}>
            <FormField
              form={form}
              field="pilot"
              label={t().pilot}
              options={(["yes", "no"] as const).map((each) => ({ value: each, name: t().pilots[each] }))}
            />
          </Match>
          <Match when={props.kind === "ocop"}>
            {field("producer", t().producer)}
            <FormField form={form} field="stars" label={t().stars} options={starOptions(3, t().starred)} />
            {field("until", t().until, t().untilHint)}
          </Match>
          <Match when={props.kind === "training"}>
            {field("days", t().trainingDays)}
            <For each={Array.from({ length: attendees() }, (_, row) => row)}>
              {(row) => (
                <fieldset class="rounded-lg border border-line px-3 pt-1 pb-3 sm:col-span-2">
                  <legend class="px-1 text-xs font-semibold text-ink-soft">{t().attendee(String(row + 1))}</legend>
                  <div class="grid gap-3 sm:grid-cols-[minmax(0,3fr)_repeat(2,minmax(0,1fr))]">
                    {field(`who-${row}`, t().who)}
                    {field(`unit-${row}`, t().attendeeUnit)}
                    {field(`count-${row}`, t().people)}
                  </div>
                </fieldset>
              )}
            </For>
            <p class="flex flex-wrap gap-3 sm:col-span-2">
              <button
                type="button"
                class="button"
                disabled={attendees() >= MOST_ATTENDEES}
                onClick={() => setAttendees((count) => count + 1)}
              >
                {t().addAttendee}
              </button>
              <Show when={attendees() > 1}>
                <button type="button" class="button" onClick={() => setAttendees((count) => count - 1)}>
                  {t().dropAttendee}
                </button>
              </Show>
            </p>
          </Match>
          <Match when={props.kind === "meeting"}>
            {field("chair", t().chair)}
            {field("participants", t().participants)}
          </Match>
          <Match when={props.kind === "issued"}>
            {field("number", t().number)}
            {field("issuedKind", t().issuedKind)}
          </Match>
        </Switch>
        {field("document", t().document)}
        {field("note", t().note)}
        <div class="sm:col-span-2">
          <p class="mb-1 text-xs font-semibold text-ink-soft">{t().files}</p>
          <AttachField label={t().title} field={ATTACHED} attachments={attachments} />
        </div>
      </RecordFrame>
    </Card>
  )
}

import type { GiftStanding } from "@ntm/domain/works"
import { Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { FormField } from "./form-field.tsx"
import { type LandEventKind, landEvents, readLandEvent } from "./reading.ts"
import { createForm, RecordFrame } from "./record-form.tsx"
import { reportWords } from "./report.words.ts"
import { useFollowLand } from "./works.queries.ts"

/** Records what became of land that was given for a work: ground cleared, papers updated, support paid, taken back. */
export const LandFollowForm = (props: { readonly gifts: ReadonlyArray<GiftStanding>; readonly asOf: string }) => {
  const t = useWords(reportWords)
  const follow = useFollowLand()
  const kind = (): LandEventKind => landEvents.find((one) => one === form.text("event")) ?? "cleared"
  const form = createForm({
    fields: ["gift", "event", "day", "parcels", "amount", "reason"],
    starting: { gift: String(props.gifts[0]?.gift.id ?? ""), event: "cleared", day: formatDay(props.asOf) },
    keep: ["gift", "event", "day"],
    read: (typed) => readLandEvent(kind(), typed),
    send: (row) => follow.mutateAsync(row),
    done: () => undefined
  })
  const chosen = () => props.gifts.find(({ gift }) => String(gift.id) === form.text("gift"))
  const stands = () => {
    const own = chosen()
    if (own === undefined) return ""
    const cleared = own.clearedOn === null ? null : formatDay(own.clearedOn)
    return t().giftStands(cleared, formatNumber(own.parcelsUpdated), formatNumber(own.gift.parcels))
  }
  return (
    <Card id="theo-doi-hien-dat" title={t().follow} lead={t().followLead}>
      <RecordFrame form={form} label={t().follow} send={t().followSend} sent={t().followed}>
        <FormField
          form={form}
          field="gift"
          label={t().gift}
          options={props.gifts.map(({ gift }) => ({
            value: String(gift.id),
            name: t().giftOf(gift.household, formatDay(gift.day), formatNumber(gift.residential + gift.agricultural))
          }))}
          hint={stands()}
          wide
        />
        <FormField
          form={form}
          field="event"
          label={t().became}
          options={landEvents.map((value) => ({ value, name: t().becomes[value] }))}
        />
        <FormField form={form} field="day" label={t().day} hint={t().dayHint} />
        <Show when={kind() === "updated"}>
          <FormField form={form} field="parcels" label={t().parcelsNow} />
        </Show>
        <Show when={kind() === "paid"}>
          <FormField form={form} field="amount" label={t().amount} hint={t().moneyHint} />
        </Show>
        <Show when={kind() === "withdrawn"}>
          <FormField form={form} field="reason" label={t().reason} wide />
        </Show>
      </RecordFrame>
    </Card>
  )
}

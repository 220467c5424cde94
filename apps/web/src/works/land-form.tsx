import type { WorkStanding } from "@ntm/domain/works"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { formatDay } from "../parts/format.ts"
import { FormField } from "./form-field.tsx"
import { readLandGift } from "./reading.ts"
import { createForm, RecordFrame } from "./record-form.tsx"
import { reportWords } from "./report.words.ts"
import { useUnitThen } from "./use-unit-then.ts"
import { useGiveLand } from "./works.queries.ts"

/** Records land that a household gives for a work; it stands with the commune that the work is in on the day. */
export const LandForm = (props: { readonly standing: WorkStanding; readonly asOf: string }) => {
  const t = useWords(reportWords)
  const give = useGiveLand()
  const form = createForm({
    fields: "day household residential agricultural structures eligible parcels document".split(" "),
    renamed: () => ({ unit: "day", work: "day" }),
    starting: { day: formatDay(props.asOf) },
    keep: ["day"],
    read: (typed) => readLandGift(props.standing.work.id, unit()?.code ?? "", typed),
    send: (row) => give.mutateAsync(row),
    done: () => undefined
  })
  const { settled, unit } = useUnitThen(props, () => form.text("day"))
  const blocked = () => (settled() && unit() === null ? t().noUnit : undefined)
  return (
    <Card id="hien-dat" title={t().land} lead={t().landLead}>
      <RecordFrame form={form} label={t().land} send={t().give} sent={t().given} blocked={blocked()}>
        <FormField form={form} field="day" label={t().giveDay} hint={t().dayHint} />
        <FormField form={form} field="household" label={t().household} hint={t().householdHint} />
        <FormField form={form} field="residential" label={t().residential} />
        <FormField form={form} field="agricultural" label={t().agricultural} />
        <FormField form={form} field="structures" label={t().structures} />
        <FormField form={form} field="eligible" label={t().eligible} />
        <FormField form={form} field="parcels" label={t().parcels} />
        <FormField form={form} field="document" label={t().document} />
      </RecordFrame>
    </Card>
  )
}

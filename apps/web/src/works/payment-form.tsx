import { fundingSources } from "@ntm/domain/funding"
import type { WorkStanding } from "@ntm/domain/works"
import { inLanguage, useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { formatDay } from "../parts/format.ts"
import { hasParts } from "../funding/source-tree.ts"
import { FormField } from "./form-field.tsx"
import { readPayment } from "./reading.ts"
import { createForm, RecordFrame } from "./record-form.tsx"
import { reportWords } from "./report.words.ts"
import { useUnitThen } from "./use-unit-then.ts"
import { usePay } from "./works.queries.ts"

const keys = fundingSources.map(({ key }) => key)

/** Sources that money can be paid from: what has no parts of its own. */
const payable = fundingSources.filter(({ inKind, key }) => inKind === null && !hasParts(keys, key))

/** Records money paid for a work; it stands with the commune that the work is in on the day of the payment. */
export const PaymentForm = (props: { readonly standing: WorkStanding; readonly asOf: string }) => {
  const t = useWords(reportWords)
  const pay = usePay()
  const form = createForm({
    fields: ["day", "amount", "source", "year", "document"],
    starting: { day: formatDay(props.asOf), source: "investment.province", year: props.asOf.slice(0, 4) },
    keep: ["day", "source", "year"],
    read: (typed) => readPayment(props.standing.work.id, unit()?.code ?? "", typed),
    send: (row) => pay.mutateAsync(row),
    done: () => undefined
  })
  // A payment belongs to the unit of its own day, which another may have taken over since.
  const { settled, unit } = useUnitThen(props, () => form.text("day"))
  const blocked = () => (settled() && unit() === null ? t().noUnit : undefined)
  const years = () => {
    const year = Number(props.asOf.slice(0, 4))
    return [year + 1, year, year - 1, year - 2, year - 3].map(String)
  }
  return (
    <Card id="thanh-toan" title={t().payment} lead={t().paymentLead}>
      <RecordFrame form={form} label={t().payment} send={t().pay} sent={t().paid} blocked={blocked()}>
        <FormField form={form} field="day" label={t().day} hint={t().dayHint} />
        <FormField form={form} field="amount" label={t().amount} hint={t().moneyHint} />
        <FormField
          form={form}
          field="source"
          label={t().source}
          options={payable.map(({ key, name }) => ({ value: key, name: inLanguage(name) }))}
        />
        <FormField
          form={form}
          field="year"
          label={t().year}
          options={years().map((year) => ({ value: year, name: year }))}
        />
        <FormField form={form} field="document" label={t().document} wide />
      </RecordFrame>
    </Card>
  )
}

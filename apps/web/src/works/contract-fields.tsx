import { formatDay as printDay } from "@ntm/domain/values"
import type { WorkStanding } from "@ntm/domain/works"
import { Show } from "solid-js"
import { moneyText } from "../funding/money-text.ts"
import { useWords } from "../language/words.ts"
import { FormField } from "./form-field.tsx"
import { contractChanges } from "./reading.ts"
import type { RecordForm } from "./record-form.tsx"
import { reportWords } from "./report.words.ts"
import { stepName } from "./work-steps.tsx"

/** The fields of a change of the contract: what it is now stands beside what it becomes. */
export const ContractFields = (props: { readonly form: RecordForm; readonly standing: WorkStanding }) => {
  const t = useWords(reportWords)
  const what = () => contractChanges.find((each) => each === props.form.text("change")) ?? "time"
  const due = () => props.standing.steps.find(({ step }) => step === props.form.text("step"))?.due
  const now = () => {
    switch (what()) {
      case "time": {
        const day = due()
        return day === undefined ? t().dayHint : t().now(printDay(day))
      }
      case "value":
        return t().now(moneyText(props.standing.value, "đồng", 0))
      case "scope":
        return props.standing.scope === null ? undefined : t().now(props.standing.scope)
    }
  }
  return (
    <>
      <FormField
        form={props.form}
        field="change"
        label={t().change}
        options={contractChanges.map((each) => ({ value: each, name: t().changes[each] }))}
      />
      <Show when={what() === "time"}>
        <FormField
          form={props.form}
          field="step"
          label={t().step}
          options={props.standing.steps.map(({ step }) => ({ value: step, name: stepName(step) }))}
        />
      </Show>
      <Show when={what() === "scope" && props.standing.scope === null}>
        <FormField form={props.form} field="before" label={t().before} wide />
      </Show>
      <Show when={now()} fallback={<FormField form={props.form} field="after" label={t().after[what()]} />}>
        {(hint) => <FormField form={props.form} field="after" label={t().after[what()]} hint={hint()} />}
      </Show>
      <FormField form={props.form} field="reason" label={t().reason} long wide />
    </>
  )
}

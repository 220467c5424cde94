import type { WorkStanding } from "@ntm/domain/works"
import { createSignal, Match, Switch } from "solid-js"
import { useWords } from "../language/words.ts"
import { AttachField } from "../observations/attach-field.tsx"
import { createAttachments } from "../observations/attachments.ts"
import { Card } from "../parts/card.tsx"
import { Choice } from "../parts/choice.tsx"
import { formatDay } from "../parts/format.ts"
import { FormField } from "./form-field.tsx"
import { mainField, readReport, type ReportKind, reportKinds } from "./reading.ts"
import { createForm, RecordFrame } from "./record-form.tsx"
import { reportWords } from "./report.words.ts"
import { workWords } from "./work.words.ts"
import { stepName } from "./work-steps.tsx"
import { useReport } from "./works.queries.ts"

const categories = ["land", "money", "contractor", "design", "weather", "procedure", "other"] as const

const ATTACHED = "report"

/** Tells of a work: a step begun or done, what is built, what was accepted, a snag; with photos and papers. */
export const ReportForm = (props: { readonly standing: WorkStanding; readonly asOf: string }) => {
  const t = useWords(reportWords)
  const words = useWords(workWords)
  const [kind, setKind] = createSignal<ReportKind>("step")
  const report = useReport()
  const attachments = createAttachments()
  const steps = () => props.standing.steps
  const next = () => steps().find(({ doneOn }) => doneOn === null)
  const form = createForm({
    fields: ["day", "step", "event", "by", "amount", "category", "text", "document", "note"],
    renamed: () => ({ body: mainField[kind()], done: "amount" }),
    starting: {
      day: formatDay(props.asOf),
      step: next()?.step ?? "",
      event: (next()?.begunOn ?? null) === null ? "begun" : "done",
      category: "land"
    },
    keep: ["day", "step", "event", "category"],
    read: (typed) => readReport(props.standing.work.id, kind(), typed, attachments.evidence([ATTACHED])),
    send: (row) => report.mutateAsync(row),
    done: () => attachments.forget()
  })
  const blocked = () => (attachments.waiting([ATTACHED]) > 0 ? t().waiting : undefined)
  return (
    <Card id="bao-cao" title={t().report}>
      <div class="mb-4 max-w-full overflow-x-auto">
        <Choice
          label={t().kind}
          shown
          value={kind()}
          options={reportKinds.map((each) => [each, t().kinds[each]] as const)}
          onPick={(next) => {
            setKind(next)
            form.clear()
          }}
        />
      </div>
      <RecordFrame form={form} label={t().report} send={t().send} sent={t().saved} blocked={blocked()}>
        <FormField form={form} field="day" label={t().day} hint={t().dayHint} />
        <Switch>
          <Match when={kind() === "step"}>
            <FormField
              form={form}
              field="step"
              label={t().step}
              options={steps().map(({ step }) => ({ value: step, name: stepName(step) }))}
            />
            <FormField
              form={form}
              field="event"
              label={t().event}
              options={(["begun", "done"] as const).map((each) => ({ value: each, name: t().events[each] }))}
            />
            <FormField form={form} field="by" label={t().by} />
          </Match>
          <Match when={kind() === "volume" || kind() === "accepted"}>
            <FormField
              form={form}
              field="amount"
              label={kind() === "volume" ? t().done : t().accepted}
              hint={t().moneyHint}
            />
          </Match>
          <Match when={kind() === "problem"}>
            <FormField
              form={form}
              field="category"
              label={t().category}
              options={categories.map((each) => ({ value: each, name: words().problems.categories[each] }))}
            />
            <FormField form={form} field="text" label={t().text} long wide />
          </Match>
        </Switch>
        <FormField form={form} field="document" label={t().document} />
        <FormField form={form} field="note" label={t().note} />
        <div class="sm:col-span-2">
          <p class="mb-1 text-xs font-semibold text-ink-soft">{t().files}</p>
          <AttachField label={t().report} field={ATTACHED} attachments={attachments} />
        </div>
      </RecordFrame>
    </Card>
  )
}

import type { WorkReport, WorkStanding } from "@ntm/domain/works"
import { createSignal, Match, Switch } from "solid-js"
import { useWords } from "../language/words.ts"
import { AttachField } from "../observations/attach-field.tsx"
import { createAttachments } from "../observations/attachments.ts"
import { Card } from "../parts/card.tsx"
import { Choice } from "../parts/choice.tsx"
import { formatDay } from "../parts/format.ts"
import { FormField } from "./form-field.tsx"
import { ContractFields } from "./contract-fields.tsx"
import { mainField, readReport, type ReportKind, reportKinds } from "./reading.ts"
import { createForm, RecordFrame } from "./record-form.tsx"
import { reportWords } from "./report.words.ts"
import { useReportText } from "./work-reports.tsx"
import { workWords } from "./work.words.ts"
import { stepName } from "./work-steps.tsx"
import { useReport } from "./works.queries.ts"

const categories = ["land", "money", "contractor", "design", "weather", "procedure", "other"] as const

const ATTACHED = "report"

const typedFields = "day step event by amount category text change before after problem report reason document note"

/** Reports that count: neither taken back, nor what takes another back. */
const countingOf = (reports: ReadonlyArray<WorkReport>): ReadonlyArray<WorkReport> => {
  const gone = new Set(reports.flatMap(({ body }) => (body._tag === "withdrawn" ? [body.report] : [])))
  return reports
    .filter(({ body, id }) => body._tag !== "withdrawn" && !gone.has(id))
    .toSorted((a, b) => b.day.localeCompare(a.day) || b.id - a.id)
}

/**
 * Tells of a work: a step begun or done, what is built, what was accepted, a change of the contract, a snag and its end, a report that was a
 * mistake; with photos and papers.
 */
export const ReportForm = (props: {
  readonly standing: WorkStanding
  readonly reports: ReadonlyArray<WorkReport>
  readonly asOf: string
}) => {
  const t = useWords(reportWords)
  const words = useWords(workWords)
  const textOf = useReportText()
  const [picked, setPicked] = createSignal<ReportKind>("step")
  const counting = () => countingOf(props.reports)
  const problems = () => props.standing.problems
  const kinds = () =>
    reportKinds.filter(
      (each) => (each !== "solved" || problems().length > 0) && (each !== "withdrawn" || counting().length > 0)
    )
  const kind = () => (kinds().includes(picked()) ? picked() : "step")
  const report = useReport()
  const attachments = createAttachments()
  const steps = () => props.standing.steps
  const next = () => steps().find(({ doneOn }) => doneOn === null)
  const form = createForm({
    fields: typedFields.split(" "),
    renamed: () => ({ body: mainField[kind()], done: "amount", ...(kind() === "change" ? { before: "after" } : {}) }),
    starting: {
      day: formatDay(props.asOf),
      step: next()?.step ?? "",
      event: (next()?.begunOn ?? null) === null ? "begun" : "done",
      category: "land"
    },
    keep: ["day", "step", "event", "category"],
    read: (typed) => {
      const first = { problem: String(problems()[0]?.id ?? ""), report: String(counting()[0]?.id ?? "") }
      const said = { ...first, ...typed }
      return readReport(props.standing.work.id, kind(), said, attachments.evidence([ATTACHED]), {
        dueOf: (step) => steps().find((one) => one.step === step)?.due ?? null,
        value: props.standing.value,
        scope: props.standing.scope
      })
    },
    send: (row) => report.mutateAsync(row),
    done: () => attachments.forget()
  })
  const nameOf = (one: WorkReport) => {
    const { text, title } = textOf(one)
    const said = text === null ? title : `${title}: ${text}`
    return t().reportName(String(one.id), formatDay(one.day), said)
  }
  const blocked = () => (attachments.waiting([ATTACHED]) > 0 ? t().waiting : undefined)
  return (
    <Card id="bao-cao" title={t().report}>
      <div class="mb-4 max-w-full overflow-x-auto">
        <Choice
          label={t().kind}
          shown
          value={kind()}
          options={kinds().map((each) => [each, t().kinds[each]] as const)}
          onPick={(next) => {
            setPicked(next)
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
          <Match when={kind() === "change"}>
            <ContractFields form={form} standing={props.standing} />
          </Match>
          <Match when={kind() === "solved"}>
            <FormField
              form={form}
              field="problem"
              label={t().problemOf}
              options={problems().map((one) => ({ value: String(one.id), name: nameOf(one) }))}
              wide
            />
            <FormField form={form} field="text" label={t().solvedHow} long wide />
          </Match>
          <Match when={kind() === "withdrawn"}>
            <FormField
              form={form}
              field="report"
              label={t().reportOf}
              options={counting().map((one) => ({ value: String(one.id), name: nameOf(one) }))}
              wide
            />
            <FormField form={form} field="reason" label={t().reason} long wide />
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

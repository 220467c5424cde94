import { type TaskNext, type TaskStanding, taskStateWords, taskWorkflow } from "@ntm/domain/assignments"
import { createSignal, Match, Switch } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { AttachField } from "../observations/attach-field.tsx"
import { createAttachments } from "../observations/attachments.ts"
import { Card } from "../parts/card.tsx"
import { Choice } from "../parts/choice.tsx"
import { asHeading, formatDay } from "../parts/format.ts"
import { FormField } from "../works/form-field.tsx"
import { createForm, RecordFrame } from "../works/record-form.tsx"
import { reportWords } from "../works/report.words.ts"
import { type Happening, happenings, mainTaskField, readTaskEvent } from "./task-reading.ts"
import { useRecordTask } from "./tasks.queries.ts"
import { taskWords } from "./task.words.ts"

const ATTACHED = "task"

/** Records what happened to a task: another state by the workflow, how it goes, another due day; with papers. */
export const TaskForm = (props: {
  readonly standing: TaskStanding
  /** What whoever looks may record of it now. */
  readonly next: ReadonlyArray<TaskNext>
  readonly asOf: string
}) => {
  const t = useWords(taskWords)
  const words = useWords(reportWords)
  const kinds = () => happenings.filter((each) => props.next.some(({ _tag }) => _tag === each))
  const [picked, setKind] = createSignal<Happening>("moved")
  // What may come next changes with the state: what is no longer allowed falls back to the first that is.
  const kind = () => (kinds().includes(picked()) ? picked() : (kinds()[0] ?? "note"))
  const record = useRecordTask()
  const attachments = createAttachments()
  const moves = () => {
    const open = props.next.flatMap((one) => (one._tag === "moved" ? [one.to] : []))
    return taskWorkflow.filter(({ from, to }) => from.includes(props.standing.state) && open.includes(to))
  }
  const due = () => props.standing.extensions.at(-1)?.after ?? props.standing.task.due
  const form = createForm({
    fields: ["day", "to", "reason", "text", "after", "document"],
    renamed: () => ({ body: mainTaskField[kind()], before: "after" }),
    starting: { day: formatDay(props.asOf) },
    keep: ["day"],
    // What may come next changes with the state: until something else is chosen it is the first.
    read: (typed) =>
      readTaskEvent(
        { key: props.standing.task.key, due: due() },
        kind(),
        { ...typed, to: chosen(typed["to"]) },
        attachments.evidence([ATTACHED])
      ),
    send: (row) => record.mutateAsync(row),
    done: () => attachments.forget()
  })
  const chosen = (typed: string | undefined): string => {
    const next = moves().map(({ to }) => to)
    return next.find((to) => to === typed) ?? next[0] ?? ""
  }
  const blocked = () => (attachments.waiting([ATTACHED]) > 0 ? words().waiting : undefined)
  return (
    <Card id="ghi-dien-bien" title={t().form.title} lead={t().form.lead}>
      <div class="mb-4 max-w-full overflow-x-auto">
        <Choice
          label={t().form.kind}
          shown
          value={kind()}
          options={kinds().map((each) => [each, t().form.kinds[each]] as const)}
          onPick={(next) => {
            setKind(next)
            form.clear()
          }}
        />
      </div>
      <RecordFrame form={form} label={t().form.title} send={t().form.send} sent={t().form.saved} blocked={blocked()}>
        <FormField form={form} field="day" label={t().form.day} hint={t().form.dayHint} />
        <Switch>
          <Match when={kind() === "moved"}>
            <FormField
              form={form}
              field="to"
              label={t().form.to}
              options={moves().map(({ to, why }) => ({
                value: to,
                name: t().form.move(asHeading(inLanguage(taskStateWords[to])), inLanguage(why))
              }))}
            />
            <FormField form={form} field="reason" label={t().form.reason} hint={t().form.reasonHint} long wide />
          </Match>
          <Match when={kind() === "note"}>
            <FormField form={form} field="text" label={t().form.text} long wide />
          </Match>
          <Match when={kind() === "extended"}>
            <FormField form={form} field="after" label={t().form.after} hint={t().form.afterHint(formatDay(due()))} />
            <FormField form={form} field="reason" label={t().form.extendReason} long wide />
          </Match>
        </Switch>
        <FormField form={form} field="document" label={t().form.document} />
        <div class="sm:col-span-2">
          <p class="mb-1 text-xs font-semibold text-ink-soft">{t().form.files}</p>
          <AttachField label={t().form.title} field={ATTACHED} attachments={attachments} />
        </div>
      </RecordFrame>
    </Card>
  )
}

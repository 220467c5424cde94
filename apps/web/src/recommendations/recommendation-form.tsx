import type { RecommendationRule, RecommendationStanding } from "@ntm/domain/assignments"
import { createSignal, Match, Show, Switch } from "solid-js"
import { useTaskDocuments } from "../assignments/tasks-bar.tsx"
import { useTasks } from "../assignments/tasks.queries.ts"
import { useWords } from "../language/words.ts"
import { AttachField } from "../observations/attach-field.tsx"
import { createAttachments } from "../observations/attachments.ts"
import { Card } from "../parts/card.tsx"
import { Choice } from "../parts/choice.tsx"
import { formatDay } from "../parts/format.ts"
import { Select } from "../parts/select.tsx"
import { FormField } from "../works/form-field.tsx"
import { createForm, RecordFrame } from "../works/record-form.tsx"
import { reportWords } from "../works/report.words.ts"
import { readRecommendationEvent } from "./recommendation-reading.ts"
import { useRecordRecommendation } from "./recommendations.queries.ts"
import { recommendationWords } from "./recommendations.words.ts"

const ATTACHED = "recommendation"

/** Records what the addressee answers and does, and what the supervising body finds: only what its state and their office allow next. */
export const RecommendationForm = (props: {
  readonly standing: RecommendationStanding
  /** What whoever looks may record of it now. */
  readonly next: ReadonlyArray<RecommendationRule["tag"]>
  readonly asOf: string
}) => {
  const t = useWords(recommendationWords)
  const words = useWords(reportWords)
  const record = useRecordRecommendation()
  const attachments = createAttachments()
  const said = () => props.standing.recommendation
  const kinds = () => props.next
  const [picked, setPicked] = createSignal<RecommendationRule["tag"]>("answered")
  // What may come next changes with the state: what is no longer allowed falls back to the first that is.
  const kind = () => (kinds().includes(picked()) ? picked() : (kinds()[0] ?? "measure"))
  // A measure may be a task of any document; those of its own stand first to hand.
  const documents = useTaskDocuments()
  const [source, setSource] = createSignal<string>()
  const from = () => {
    const known = documents()
    const own = known.find(({ value }) => value === (source() ?? String(said().document)))
    return (own ?? known[0])?.value ?? said().document
  }
  const tasks = useTasks(
    () => ({ document: from(), holder: undefined, asOf: props.asOf, knownAt: undefined }),
    () => ({ sort: "document" })
  )
  const form = createForm({
    fields: ["day", "text", "option", "task", "reason", "document"],
    renamed: () => ({ body: kind() === "reopened" ? "reason" : "text" }),
    starting: { day: formatDay(props.asOf) },
    keep: ["day"],
    read: (typed) => readRecommendationEvent(props.standing.key, kind(), typed, attachments.evidence([ATTACHED])),
    send: (row) => record.mutateAsync(row),
    done: () => attachments.forget()
  })
  const blocked = () => (attachments.waiting([ATTACHED]) > 0 ? words().waiting : undefined)
  return (
    <Card id="ghi-kien-nghi" title={t().form.title} lead={t().form.lead}>
      <div class="mb-4 max-w-full overflow-x-auto">
        <Choice
          label={t().form.kind}
          shown
          value={kind()}
          options={kinds().map((each) => [each, t().form.kinds[each]] as const)}
          onPick={(next) => {
            setPicked(next)
            form.clear()
          }}
        />
      </div>
      <RecordFrame form={form} label={t().form.title} send={t().form.send} sent={t().form.saved} blocked={blocked()}>
        <FormField form={form} field="day" label={t().form.day} hint={t().form.dayHint} />
        <Switch>
          <Match when={kind() === "answered"}>
            <Show when={said().options.length > 0}>
              <FormField
                form={form}
                field="option"
                label={t().form.option}
                options={[
                  { value: "", name: t().form.noOption },
                  ...said().options.map(({ name, no }) => ({
                    value: String(no),
                    name: t().form.optionName(String(no), name)
                  }))
                ]}
              />
            </Show>
            <FormField form={form} field="text" label={t().form.answer} long wide />
          </Match>
          <Match when={kind() === "measure"}>
            <Select
              label={t().form.taskDocument}
              value={from()}
              options={documents()}
              onPick={setSource}
              class="w-full"
            />
            <FormField
              form={form}
              field="task"
              label={t().form.task}
              options={[
                { value: "", name: t().form.noTask },
                ...(tasks.isSuccess ? tasks.data.items : []).map(({ key, no, title }) => ({
                  value: String(key),
                  name: `${no} · ${title}`
                }))
              ]}
            />
            <FormField form={form} field="text" label={t().form.measure} hint={t().form.measureHint} long wide />
          </Match>
          <Match when={kind() === "carriedOut"}>
            <FormField form={form} field="text" label={t().form.carriedOut} long wide />
          </Match>
          <Match when={kind() === "reopened"}>
            <FormField form={form} field="reason" label={t().form.reason} long wide />
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

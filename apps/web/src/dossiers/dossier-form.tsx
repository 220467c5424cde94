import type { DossierNext, DossierStanding } from "@ntm/domain/dossiers"
import { createMemo, createSignal, Match, Show, Switch } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { AttachField } from "../observations/attach-field.tsx"
import { createAttachments } from "../observations/attachments.ts"
import { useSetOn } from "../observations/observations.queries.ts"
import { Card } from "../parts/card.tsx"
import { formatDay } from "../parts/format.ts"
import { Select } from "../parts/select.tsx"
import { FormField } from "../works/form-field.tsx"
import { createForm, RecordFrame } from "../works/record-form.tsx"
import { reportWords } from "../works/report.words.ts"
import { dossierFormWords } from "./dossier-form.words.ts"
import { confidences, contentFields, MOST_CONTENTS, nextKey, NO_INPUT, readDossierEvent } from "./dossier-reading.ts"
import { useRecordDossier } from "./dossiers.queries.ts"
import { SurveyFields } from "./survey-fields.tsx"

const ATTACHED = "dossier"

const typedFields =
  "day by issuedOn title from to opinions against population of confidence margin input members present inFavour recognised decision decidedOn backTo reason document note"

const fields = [
  ...typedFields.split(" "),
  ...Array.from({ length: MOST_CONTENTS }, (_, row) => contentFields.map((field) => `${field}-${row}`)).flat()
]

/** Fields that stand under another name than the place of a row that they are sent as. */
const renamedFor = (next: DossierNext | undefined): Readonly<Record<string, string>> => {
  const decided = next?._tag === "decided" || next?._tag === "revoked"
  return { ...(decided ? { document: "decision" } : {}), ...(next?._tag === "returned" ? { to: "backTo" } : {}) }
}

/** Records what happened to a dossier: what its standing allows next, and nothing else. */
export const DossierForm = (props: { readonly standing: DossierStanding; readonly asOf: string }) => {
  const t = useWords(dossierFormWords)
  const words = useWords(reportWords)
  const record = useRecordDossier()
  const attachments = createAttachments()
  const [picked, setPicked] = createSignal<string>()
  const [contents, setContents] = createSignal(1)
  // What may come next changes with every record: what is no longer allowed falls back to the first that is.
  const next = createMemo(() => props.standing.next.find((one) => nextKey(one) === picked()) ?? props.standing.next[0])
  const set = useSetOn(
    () => (next()?._tag === "surveyed" ? props.standing.dossier.criteriaSet : undefined),
    () => props.standing.dossier.asOf
  )
  const inputs = () =>
    (set.isSuccess ? set.data.inputs : []).filter(
      ({ input, measure }) => measure === "percent" && /satisfaction/i.test(input)
    )
  const back = () => {
    const one = next()
    return one?._tag === "returned" ? one.to : []
  }
  /** What stands in a choice before anything was chosen. */
  const before = (): Readonly<Record<string, string>> => ({
    of: "households",
    confidence: String(confidences[0]),
    input: inputs()[0]?.input ?? NO_INPUT,
    recognised: "yes"
  })
  const form = createForm({
    fields,
    renamed: () => renamedFor(next()),
    starting: { day: formatDay(props.asOf), margin: "5" },
    keep: ["day", "margin"],
    read: (typed) => {
      const one = next()
      if (one === undefined) return { wrong: new Map() }
      return readDossierEvent(
        props.standing.dossier.id,
        one,
        { ...before(), ...typed, ...(back().includes(typed["backTo"] ?? "") ? {} : { backTo: back()[0] ?? "" }) },
        contents(),
        attachments.evidence([ATTACHED])
      )
    },
    send: (row) => record.mutateAsync(row),
    done: () => {
      attachments.forget()
      setContents(1)
    }
  })
  const blocked = () => (attachments.waiting([ATTACHED]) > 0 ? words().waiting : undefined)
  const stepName = (key: string) => {
    const found = props.standing.procedure.steps.find((step) => step.key === key)
    return found === undefined ? key : inLanguage(found.name)
  }
  const nameOf = (one: DossierNext) => {
    switch (one._tag) {
      case "step":
        return t().next.step(stepName(one.step), one.event)
      case "paper": {
        const paper = props.standing.procedure.papers.find(({ key }) => key === one.paper)
        return t().next.paper(paper === undefined ? one.paper : inLanguage(paper.name))
      }
      default:
        return t().next[one._tag]
    }
  }
  const tag = () => next()?._tag
  const field = (name: string, label: string, hint?: string) => (
    <FormField form={form} field={name} label={label} {...(hint === undefined ? {} : { hint })} />
  )
  const reason = () => <FormField form={form} field="reason" label={t().reason} long wide />
  return (
    <Card id="ghi-dien-bien" title={t().title} lead={t().lead}>
      <div class="mb-4">
        <Select
          label={t().what}
          value={next() === undefined ? "" : nextKey(next() ?? { _tag: "closed" })}
          options={props.standing.next.map((one) => ({ value: nextKey(one), name: nameOf(one) }))}
          onPick={(key) => {
            setPicked(key)
            form.clear()
          }}
          class="max-w-full sm:max-w-2xl"
        />
      </div>
      <RecordFrame form={form} label={t().title} send={t().send} sent={t().saved} blocked={blocked()}>
        {field("day", t().day, t().dayHint)}
        <Switch>
          <Match when={tag() === "step"}>{field("by", t().by)}</Match>
          <Match when={tag() === "paper"}>
            {field("issuedOn", t().issuedOn, t().dayHint)}
            <FormField form={form} field="title" label={t().paperTitle} wide />
          </Match>
          <Match when={tag() === "consultation"}>
            <span class="hidden sm:block" />
            {field("from", t().from, t().dayHint)}
            {field("to", t().to, t().dayHint)}
            {field("opinions", t().opinions)}
            {field("against", t().against)}
          </Match>
          <Match when={tag() === "surveyed"}>
            <SurveyFields
              form={form}
              before={before()}
              contents={contents()}
              onContents={setContents}
              inputs={inputs()}
            />
          </Match>
          <Match when={tag() === "voted"}>
            {field("members", t().members)}
            {field("present", t().present)}
            {field("inFavour", t().inFavour)}
          </Match>
          <Match when={tag() === "returned"}>
            <FormField
              form={form}
              field="backTo"
              label={t().backTo}
              options={back().map((step) => ({ value: step, name: stepName(step) }))}
            />
            {reason()}
          </Match>
          <Match when={tag() === "decided"}>
            <FormField
              form={form}
              field="recognised"
              label={t().recognised}
              options={(["yes", "no"] as const).map((each) => ({ value: each, name: t().recognisedOr[each] }))}
            />
            {field("decision", t().decision)}
            {field("decidedOn", t().decidedOn, t().dayHint)}
          </Match>
          <Match when={tag() === "revoked"}>
            {field("decision", t().decision)}
            {field("from", t().validFrom, t().dayHint)}
            {reason()}
          </Match>
          <Match when={tag() === "expired"}>
            {field("from", t().validFrom, t().dayHint)}
            {reason()}
          </Match>
          <Match when={tag() === "closed"}>{reason()}</Match>
        </Switch>
        <Show when={tag() !== "decided" && tag() !== "revoked"}>{field("document", t().document)}</Show>
        {field("note", t().note)}
        <div class="sm:col-span-2">
          <p class="mb-1 text-xs font-semibold text-ink-soft">{t().files}</p>
          <AttachField label={t().title} field={ATTACHED} attachments={attachments} />
        </div>
      </RecordFrame>
    </Card>
  )
}

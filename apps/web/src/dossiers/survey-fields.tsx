import { readSurvey } from "@ntm/domain/dossiers"
import { createMemo, For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { FormField } from "../works/form-field.tsx"
import type { RecordForm } from "../works/record-form.tsx"
import { dossierFormWords } from "./dossier-form.words.ts"
import { confidences, contentFields, MOST_CONTENTS, NO_INPUT, surveySoFar } from "./dossier-reading.ts"

/** The fields of a survey: of how many, how sure, and its contents; below them what it comes to so far. */
export const SurveyFields = (props: {
  readonly form: RecordForm
  /** What stands in a choice before anything was chosen. */
  readonly before: Readonly<Record<string, string>>
  readonly contents: number
  readonly onContents: (count: number) => void
  readonly inputs: ReadonlyArray<{ readonly input: string; readonly name: string }>
}) => {
  const t = useWords(dossierFormWords)
  const rows = () => Array.from({ length: props.contents }, (_, row) => row)
  const typed = () => {
    const names = ["population", "of", "confidence", "margin"].concat(
      rows().flatMap((row) => contentFields.map((field) => `${field}-${row}`))
    )
    const said = names.map((name) => [name, props.form.text(name)] as const).filter(([, text]) => text !== "")
    return { ...props.before, ...Object.fromEntries(said) }
  }
  const reading = createMemo(() => {
    const survey = surveySoFar(typed(), props.contents)
    return survey === undefined ? undefined : readSurvey(survey)
  })
  return (
    <>
      <FormField form={props.form} field="population" label={t().population} />
      <FormField
        form={props.form}
        field="of"
        label={t().of}
        options={(["households", "people"] as const).map((each) => ({ value: each, name: t().ofs[each] }))}
      />
      <FormField
        form={props.form}
        field="confidence"
        label={t().confidence}
        options={confidences.map((each) => ({ value: String(each), name: `${each} %` }))}
      />
      <FormField form={props.form} field="margin" label={t().margin} />
      <FormField
        form={props.form}
        field="input"
        label={t().input}
        options={[
          ...props.inputs.map(({ input, name }) => ({ value: input, name })),
          { value: NO_INPUT, name: t().noInput }
        ]}
        wide
      />
      <For each={rows()}>
        {(row) => (
          <fieldset class="rounded-lg border border-line px-3 pt-1 pb-3 sm:col-span-2">
            <legend class="px-1 text-xs font-semibold text-ink-soft">{t().content(String(row + 1))}</legend>
            <div class="grid gap-3 sm:grid-cols-[minmax(0,3fr)_repeat(3,minmax(0,1fr))]">
              <FormField form={props.form} field={`content-${row}`} label={t().content(String(row + 1))} />
              <FormField form={props.form} field={`asked-${row}`} label={t().asked} />
              <FormField form={props.form} field={`answered-${row}`} label={t().answered} />
              <FormField form={props.form} field={`satisfied-${row}`} label={t().satisfied} />
            </div>
          </fieldset>
        )}
      </For>
      <p class="flex flex-wrap gap-3 sm:col-span-2">
        <button
          type="button"
          class="button"
          disabled={props.contents >= MOST_CONTENTS}
          onClick={() => props.onContents(props.contents + 1)}
        >
          {t().addContent}
        </button>
        <Show when={props.contents > 1}>
          <button type="button" class="button" onClick={() => props.onContents(props.contents - 1)}>
            {t().dropContent}
          </button>
        </Show>
      </p>
      <Show when={reading()}>
        {(said) => (
          <p class="text-sm sm:col-span-2" role="status">
            <span class="font-semibold">{t().reading}:</span> {inLanguage(said().sentence)}{" "}
            <Badge tone={said().enough ? "good" : "warning"}>{said().enough ? t().enough : t().enoughNot}</Badge>
          </p>
        )}
      </Show>
    </>
  )
}

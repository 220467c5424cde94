import { type JSX, Show } from "solid-js"
import { KnownPicker } from "../assessments/known-picker.tsx"
import { useDocuments } from "../documents/documents.queries.ts"
import { inLanguage, useWords } from "../language/words.ts"
import { DayPicker } from "../parts/day-picker.tsx"
import { Select } from "../parts/select.tsx"
import { useLoad } from "./tasks.queries.ts"
import { tasksWords } from "./tasks.words.ts"
import type { TasksScope } from "./use-tasks-scope.ts"

/** Documents that give tasks, by kind and number. */
export const useTaskDocuments = () => {
  const documents = useDocuments()
  return () =>
    (documents.isSuccess ? documents.data.items : [])
      .filter(({ counts }) => counts.assignments > 0)
      .map(({ id, kind, number, title }) => ({ value: String(id), name: `${kind} ${number ?? title}` }))
}

/** Chooses the document, whoever owes the tasks, and the day; what else a page lets one choose stands between. */
export const TasksBar = (props: {
  readonly scope: TasksScope
  /** A page may be about everybody. */
  readonly everybody?: boolean
  readonly children?: JSX.Element
}) => {
  const t = useWords(tasksWords)
  const documents = useTaskDocuments()
  const load = useLoad(() => ({ ...props.scope.asked(), document: undefined }))
  const holders = () =>
    (load.isSuccess ? load.data.items : [])
      .filter(({ holder }) => holder._tag !== "unknown")
      .map(({ id, label }) => ({ value: id, name: inLanguage(label) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, "vi"))
  return (
    <div class="no-print mb-5 flex flex-wrap items-end gap-3">
      <Select
        label={t().document}
        value={props.scope.document() ?? ""}
        options={[{ value: "", name: t().anyDocument }, ...documents()]}
        onPick={(document) => props.scope.setDocument(document === "" ? undefined : document)}
        class="max-w-full sm:max-w-56"
      />
      <Show when={props.everybody !== true}>
        <Select
          label={t().holder}
          value={props.scope.holder() ?? ""}
          options={[{ value: "", name: t().anyHolder }, ...holders()]}
          onPick={(holder) => props.scope.setHolder(holder === "" ? undefined : holder)}
          class="max-w-full sm:max-w-64"
        />
      </Show>
      {props.children}
      <DayPicker value={props.scope.asOf()} onPick={props.scope.setAsOf} />
      <KnownPicker value={props.scope.knownAt()} onPick={props.scope.setKnownAt} />
    </div>
  )
}

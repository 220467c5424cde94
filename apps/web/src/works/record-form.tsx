import { createSignal, For, type JSX, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { isLocalOnly } from "../observations/entry.ts"
import { observationWords } from "../observations/observations.words.ts"
import { Failure } from "../parts/failure.tsx"
import { refusedFields, type Read, type Typed, type Wrong } from "./reading.ts"
import { reportWords } from "./report.words.ts"

const nothingWrong: Wrong = new Map()

/**
 * A form that records one row: what cannot be read is told before anything is sent, what the server refuses is told at its field.
 *
 * **Details** After a row was recorded its amounts and texts are blank again; the day and what was chosen stay for the next.
 */
export const createForm = (options: {
  readonly fields: ReadonlyArray<string>
  /** Places of a row that are told at a field of another name. */
  readonly renamed?: () => Readonly<Record<string, string>>
  readonly starting: Typed
  readonly keep: ReadonlyArray<string>
  readonly read: (typed: Typed) => Read
  readonly send: (row: object) => Promise<unknown>
  readonly done: () => void
}) => {
  const [typed, setTyped] = createSignal<Typed>(options.starting)
  const [wrong, setWrong] = createSignal<Wrong>(nothingWrong)
  const [state, setState] = createSignal<"typing" | "sending" | "recorded">("typing")
  const [failure, setFailure] = createSignal<Error>()
  const [local, setLocal] = createSignal(false)
  const submit = async (): Promise<void> => {
    setFailure(undefined)
    setLocal(false)
    const read = options.read(typed())
    if ("wrong" in read) {
      setWrong(read.wrong)
      return
    }
    setWrong(nothingWrong)
    setState("sending")
    try {
      await options.send(read.row)
      setTyped((now) => Object.fromEntries(options.keep.map((field) => [field, now[field] ?? ""])))
      setState("recorded")
      options.done()
    } catch (cause) {
      setState("typing")
      const refused = refusedFields(cause, options.fields, options.renamed?.())
      setWrong(refused)
      setLocal(isLocalOnly(cause))
      if (refused.size === 0 && !isLocalOnly(cause))
        setFailure(cause instanceof Error ? cause : new Error(String(cause)))
    }
  }
  return {
    text: (field: string) => typed()[field] ?? "",
    set: (field: string, text: string) => {
      setTyped((now) => ({ ...now, [field]: text }))
      setWrong((now) => new Map([...now].filter(([key]) => key !== field)))
      setState("typing")
    },
    /** Takes back what was said to be wrong: the form asks for something else now. */
    clear: () => {
      setWrong(nothingWrong)
      setState("typing")
    },
    wrong: (field: string) => (wrong().get(field) ?? []).map(inLanguage),
    count: () => wrong().size,
    state,
    failure,
    local,
    submit
  }
}

export type RecordForm = ReturnType<typeof createForm>

/** The frame of a form: its fields, its button, what became of the last attempt. */
export const RecordFrame = (props: {
  readonly form: RecordForm
  readonly label: string
  readonly send: string
  readonly sent: string
  readonly blocked?: string | undefined
  readonly children: JSX.Element
}) => {
  const t = useWords(reportWords)
  const words = useWords(observationWords)
  const told = () => {
    if (props.form.state() === "sending") return t().saving
    if (props.form.state() === "recorded") return props.sent
    return props.form.count() > 0 ? t().fix(props.form.count()) : (props.blocked ?? "")
  }
  return (
    <form
      aria-label={props.label}
      class="space-y-4"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        if (props.blocked === undefined) void props.form.submit()
      }}
    >
      <div class="grid gap-4 sm:grid-cols-2">{props.children}</div>
      <Show when={props.form.wrong("").length > 0}>
        <div role="alert" class="rounded-lg border border-error-line bg-error-soft px-3 py-2 text-sm">
          <p class="font-semibold text-error">{t().others}</p>
          <ul class="list-disc pl-5">
            <For each={props.form.wrong("")}>{(sentence) => <li>{sentence}</li>}</For>
          </ul>
        </div>
      </Show>
      <Show when={props.form.local()}>
        <p role="alert" class="rounded-lg border border-warning-line bg-warning-soft px-3 py-2 text-sm text-warning">
          {words().local}
        </p>
      </Show>
      <Show when={props.form.failure()}>
        {(failure) => <Failure failure={failure()} onRetry={() => void props.form.submit()} />}
      </Show>
      <div class="flex flex-wrap items-center gap-4">
        <button
          type="submit"
          class="button border-primary bg-primary-soft text-primary disabled:opacity-50"
          disabled={props.form.state() === "sending" || props.blocked !== undefined}
        >
          {props.send}
        </button>
        <p role="status" class="text-sm font-semibold">
          {told()}
        </p>
      </div>
    </form>
  )
}

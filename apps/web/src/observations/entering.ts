import type { InputKind, ObservationRecord } from "@ntm/domain/criteria"
import { createMemo, createSignal } from "solid-js"
import { language } from "../language/language.ts"
import { inLanguage, useWords } from "../language/words.ts"
import { attachWords } from "./attach.words.ts"
import { createAttachments } from "./attachments.ts"
import { corrected, type EnteredRow, isLocalOnly, problemsByRow, readEntry } from "./entry.ts"
import { useRecord } from "./observations.queries.ts"
import { observationWords } from "./observations.words.ts"

/** A place where a value can be entered: a unit and an input, with what is known of it. */
export interface Field {
  /** Unique on the page. */
  readonly key: string
  readonly unit: string
  readonly input: string
  readonly kind: InputKind
  readonly inForce: ObservationRecord | null
  readonly pending: ObservationRecord | null
}

/** What was typed for a field. */
interface Typed {
  readonly text: string
  readonly note: string
  readonly link: string
}

/** The field of files that prove every value that is recorded together. */
export const ALL_FIELDS = "*"

const nothing: Typed = { text: "", note: "", link: "" }

/**
 * Values that were typed and are not recorded yet; they are sent together and recorded wholly or not at all.
 *
 * **Details** What cannot be read is told before anything is sent; what the server refuses is told at its field. A new value of the
 * day of the one in force corrects that one.
 */
export const createEntering = (fields: () => ReadonlyArray<Field>, day: () => string) => {
  const t = useWords(observationWords)
  const record = useRecord()
  const attached = useWords(attachWords)
  const attachments = createAttachments()
  const [typed, setTyped] = createSignal<ReadonlyMap<string, Typed>>(new Map())
  const [refused, setRefused] = createSignal<ReadonlyMap<string, ReadonlyArray<string>>>(new Map())
  const [checked, setChecked] = createSignal(false)
  const [failure, setFailure] = createSignal<Error>()
  const [localOnly, setLocalOnly] = createSignal(false)
  const [told, setTold] = createSignal<string>()
  const at = (key: string) => typed().get(key) ?? nothing
  const entries = createMemo(() =>
    fields().flatMap((field) => {
      const entry = readEntry(at(field.key).text, field.kind)
      return entry._tag === "Blank" ? [] : [{ field, entry }]
    })
  )
  const change = (keys: ReadonlyMap<string, Partial<Typed>>) => {
    setTyped(
      (now) =>
        new Map([...now, ...[...keys].map(([key, part]) => [key, { ...(now.get(key) ?? nothing), ...part }] as const)])
    )
    setRefused((now) => new Map([...now].filter(([key]) => !keys.has(key))))
    setTold(undefined)
    setFailure(undefined)
    setLocalOnly(false)
  }
  const forget = () => {
    setTyped(new Map())
    attachments.forget()
    setRefused(new Map())
    setChecked(false)
    setFailure(undefined)
    setLocalOnly(false)
  }
  const rowOf = (field: Field, value: number, state: string): EnteredRow => {
    const { link, note } = at(field.key)
    const evidence = [
      ...(link.trim() === "" ? [] : [{ link: link.trim(), title: null }]),
      ...attachments.evidence([field.key, ALL_FIELDS])
    ]
    return {
      unit: field.unit,
      input: field.input,
      day: day(),
      value,
      state,
      supersedes: corrected(day(), field),
      ...(note.trim() === "" ? {} : { note: note.trim() }),
      ...(evidence.length === 0 ? {} : { evidence })
    }
  }
  const send = async (state: "draft" | "submitted"): Promise<void> => {
    setChecked(true)
    setFailure(undefined)
    setLocalOnly(false)
    const wrong = entries().filter(({ entry }) => entry._tag === "Wrong").length
    if (wrong > 0) {
      setTold(t().fix(wrong))
      return
    }
    const proving = [...entries().map(({ field }) => field.key), ALL_FIELDS]
    const [refusedFiles, waitingFiles] = [attachments.refused(proving), attachments.waiting(proving)]
    if (refusedFiles > 0 || waitingFiles > 0) {
      setTold(refusedFiles > 0 ? attached().mend(refusedFiles) : attached().wait(waitingFiles))
      return
    }
    const sent = entries().flatMap(({ entry, field }) =>
      entry._tag === "Value" ? [{ field, value: entry.value }] : []
    )
    try {
      const { items } = await record.mutateAsync(sent.map(({ field, value }) => rowOf(field, value, state)))
      forget()
      setTold(t().saved(items.length, t().states[state]))
    } catch (cause) {
      const problems = problemsByRow(cause)
      const rows = [...problems].flatMap(([row, found]) => {
        const field = sent[row]?.field
        const sentences = found.map((one) => (language() === "vi" ? one.message : (one.messageEn ?? one.message)))
        return field === undefined ? [] : [[field.key, sentences] as const]
      })
      setRefused(new Map(rows))
      setLocalOnly(isLocalOnly(cause))
      setTold(rows.length > 0 ? t().fix(rows.length) : t().refused)
      if (rows.length === 0 && !isLocalOnly(cause))
        setFailure(cause instanceof Error ? cause : new Error(String(cause)))
    }
  }
  return {
    count: () => entries().length,
    text: (key: string) => at(key).text,
    note: (key: string) => at(key).note,
    link: (key: string) => at(key).link,
    setText: (key: string, text: string) => change(new Map([[key, { text }]])),
    setTexts: (texts: ReadonlyMap<string, string>) => change(new Map([...texts].map(([key, text]) => [key, { text }]))),
    setNote: (key: string, note: string) => change(new Map([[key, { note }]])),
    setLink: (key: string, link: string) => change(new Map([[key, { link }]])),
    attachments,
    /** What is wrong with a field: what cannot be read once it was tried to send, and what the server refused. */
    wrong: (field: Field): ReadonlyArray<string> => {
      const entry = readEntry(at(field.key).text, field.kind)
      return [
        ...(checked() && entry._tag === "Wrong" ? [inLanguage(entry.sentence)] : []),
        ...(refused().get(field.key) ?? [])
      ]
    },
    discard: () => {
      forget()
      setTold(undefined)
    },
    send,
    saving: () => record.isPending,
    told,
    failure,
    localOnly
  }
}

export type Entering = ReturnType<typeof createEntering>

import { ApiProblem, type KeptFile, makeClient } from "@ntm/contract"
import { checkEvidence, EvidenceRefused } from "@ntm/domain/criteria"
import { createSignal } from "solid-js"
import { useUpload } from "../data/upload.ts"
import type { Bilingual } from "@ntm/domain/values"
import { isLocalOnly } from "./entry.ts"

/** A file that was chosen as evidence: on its way, kept, or refused. */
export interface Attachment {
  readonly id: number
  readonly name: string
  readonly bytes: number
  /** How much of it was sent, from 0 to 1. */
  readonly sent: number
  readonly kept: KeptFile | null
  /** Why it cannot be evidence; null while it can. */
  readonly wrong: Bilingual | null
}

/** What an observation needs to name a file that is kept. */
export interface FileEvidence {
  readonly file: string
  readonly sha256: string
  readonly bytes: number
}

type All = ReadonlyMap<string, ReadonlyArray<Attachment>>

const joined = (sentences: ReadonlyArray<Bilingual>): Bilingual => ({
  vi: sentences.map(({ vi }) => vi).join("; "),
  en: sentences.map(({ en }) => en).join("; ")
})

const local: Bilingual = {
  vi: "Máy chủ đang chạy không có đăng nhập: chỉ nhận tệp trên địa chỉ 127.0.0.1 của chính máy ấy",
  en: "The server runs without signing in: files are taken on the address 127.0.0.1 of its own machine only"
}

const whyOf = (cause: unknown): Bilingual => {
  if (isLocalOnly(cause)) return local
  if (!(cause instanceof ApiProblem)) return { vi: String(cause), en: String(cause) }
  const { detail, detailEn, title, titleEn } = cause.problem
  return { vi: detail ?? title, en: detailEn ?? titleEn }
}

/**
 * Files that were chosen for fields. Each is sent at once, so that nobody waits for it when the values are recorded; what is taken
 * away again stays where it is kept, and nothing rests on it.
 *
 * **Details** What the domain's rules refuse is told without being sent.
 */
export const createAttachments = () => {
  const upload = useUpload()
  const [all, setAll] = createSignal<All>(new Map())
  const sending = new Map<number, AbortController>()
  let last = 0
  const change = (key: string, id: number, part: Partial<Attachment>) =>
    setAll(
      (now) => new Map([...now, [key, (now.get(key) ?? []).map((one) => (one.id === id ? { ...one, ...part } : one))]])
    )
  const send = async (key: string, id: number, file: File): Promise<void> => {
    const controller = new AbortController()
    sending.set(id, controller)
    try {
      const content = new Uint8Array(await file.arrayBuffer())
      const kind = checkEvidence(file.name.normalize("NFC"), content)
      if (kind instanceof EvidenceRefused)
        return void change(key, id, { wrong: joined(kind.problems.map(({ sentence }) => sentence)) })
      const client = makeClient(
        upload((sent) => change(key, id, { sent })),
        ""
      )
      const kept = await client.evidence.keep({ name: file.name, body: content }, controller.signal)
      change(key, id, { kept, sent: 1 })
    } catch (cause) {
      if (!controller.signal.aborted) change(key, id, { wrong: whyOf(cause) })
    } finally {
      sending.delete(id)
    }
  }
  const of = (key: string): ReadonlyArray<Attachment> => all().get(key) ?? []
  return {
    of,
    /** Attaches files to a field; they are on their way when this returns. */
    attach: (key: string, files: ReadonlyArray<File>) => {
      for (const file of files) {
        last += 1
        const one = { id: last, name: file.name, bytes: file.size, sent: 0, kept: null, wrong: null }
        setAll((now) => new Map([...now, [key, [...(now.get(key) ?? []), one]]]))
        void send(key, last, file)
      }
    },
    remove: (key: string, id: number) => {
      sending.get(id)?.abort()
      setAll((now) => new Map([...now, [key, (now.get(key) ?? []).filter((one) => one.id !== id)]]))
    },
    forget: () => {
      for (const controller of sending.values()) controller.abort()
      setAll(new Map())
    },
    /** The kept files of a field, each content once. */
    evidence: (keys: ReadonlyArray<string>): ReadonlyArray<FileEvidence> => {
      const kept = keys.flatMap(of).flatMap(({ kept: one, name }) => (one === null ? [] : [{ name, one }]))
      return [
        ...new Map(
          kept.map(({ name, one: { bytes, sha256 } }) => [sha256, { file: name.normalize("NFC"), sha256, bytes }])
        ).values()
      ]
    },
    /** How many of these fields are on their way. */
    waiting: (keys: ReadonlyArray<string>) =>
      keys.flatMap(of).filter(({ kept, wrong }) => kept === null && wrong === null).length,
    /** How many of these fields are refused and were not taken away. */
    refused: (keys: ReadonlyArray<string>) => keys.flatMap(of).filter(({ wrong }) => wrong !== null).length
  }
}

export type Attachments = ReturnType<typeof createAttachments>

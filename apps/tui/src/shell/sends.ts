import type { Client } from "@ntm/contract"
import { readRowsFile, type RowForm, type RowsFile } from "@ntm/exchange"
import type { Bilingual } from "@ntm/domain/values"
import { both, say } from "../language/lang.ts"
import type { Action } from "./actions.ts"
import { readOrRefuse, sendRows } from "./sent-file.ts"

/** What is said once the rows of a file are recorded. */
export const recorded = (count: number, file: string, vi: string, en: string): Bilingual =>
  both(`Đã ghi ${count} ${vi} từ ${file}.`, `Recorded ${count} ${en} of ${file}.`)

type Send = (
  client: Client,
  body: { readonly rows: RowsFile["rows"] },
  signal: AbortSignal
) => Promise<{ readonly items: ReadonlyArray<unknown> }>

/** An action that sends the rows of a file: all of them are taken, or none; `vi` and `en` name what a row is. */
export const sends =
  (form: RowForm, send: Send, vi: string, en: string): Action["run"] =>
  async ({ client, lang, operand: file, signal }) => {
    const read = readOrRefuse(file, await readRowsFile(file, form), lang)
    const answer = await sendRows(file, read, lang, () => send(client, { rows: read.rows }, signal))
    return { json: answer, lines: [say(recorded(answer.items.length, file, vi, en), lang)] }
  }

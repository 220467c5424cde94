import type { AuditHead } from "@ntm/contract"
import type { ChangedRow } from "@ntm/domain/changes"
import { useWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"
import { changesWords } from "./changes.words.ts"

/** An entry as it is kept: names of tables and fields, moments in UTC, what was asked of the program and by what. */
const asKept = (
  { firstId, lastId, moment, noun, op, origin, person, rows, seq }: AuditHead,
  told: ReadonlyArray<ChangedRow>
): string =>
  JSON.stringify(
    {
      seq,
      moment,
      person: person?.id ?? null,
      origin,
      noun,
      op,
      rows,
      ...(firstId === null ? {} : { firstId, lastId }),
      changed: told.map(({ changed }) =>
        Object.fromEntries(changed.map(({ after, before, field }) => [field, { before, after }]))
      )
    },
    null,
    2
  )

/** An entry as it is kept, for who wants to hold it against the database or another program's answer. */
export const AuditRaw = (props: { readonly entry: AuditHead; readonly rows: ReadonlyArray<ChangedRow> }) => {
  const t = useWords(changesWords)
  return (
    <pre
      tabindex="0"
      role="region"
      aria-label={t().rawOf(formatNumber(props.entry.seq))}
      class="frame max-h-96 overflow-auto rounded-lg border border-line bg-raised p-3 text-xs break-words whitespace-pre-wrap"
    >
      {asKept(props.entry, props.rows)}
    </pre>
  )
}

import type { AuditEntry } from "@ntm/contract"
import type { ChangedRow } from "@ntm/domain/changes"
import { type Accessor, type JSX, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Failure } from "../parts/failure.tsx"
import { formatNumber } from "../parts/format.ts"
import { Loading } from "../parts/loading.tsx"
import { useAuditEntry } from "./changes.queries.ts"
import { changesWords } from "./changes.words.ts"

/** All rows of an entry: those that the list told where it told all, else asked for by themselves, page by page. */
export const WholeEntry = (props: {
  readonly entry: AuditEntry
  readonly children: (rows: Accessor<ReadonlyArray<ChangedRow>>) => JSX.Element
}) => {
  const t = useWords(changesWords)
  const asked = useAuditEntry(() => (props.entry.more ? props.entry.seq : undefined))
  const rows = () => {
    if (!props.entry.more) return props.entry.changed
    return asked.isSuccess ? asked.data.pages.flatMap(({ items }) => items) : []
  }
  return (
    <>
      <Show when={asked.isError && asked.error}>
        {(failure) => <Failure failure={failure()} onRetry={() => void asked.refetch()} />}
      </Show>
      <Show when={!props.entry.more || asked.isSuccess} fallback={<Show when={asked.isPending}>{<Loading />}</Show>}>
        {props.children(rows)}
        <Show when={asked.hasNextPage}>
          <p class="no-print mt-2 flex flex-wrap items-center gap-3 text-sm">
            {t().firstOf(formatNumber(rows().at(-1)?.no ?? 0), formatNumber(props.entry.rows))}
            <button
              type="button"
              class="button"
              disabled={asked.isFetchingNextPage}
              onClick={() => void asked.fetchNextPage()}
            >
              {t().laterRows}
            </button>
          </p>
        </Show>
      </Show>
    </>
  )
}

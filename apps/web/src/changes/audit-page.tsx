import { ChangedNoun, nounWords } from "@ntm/domain/changes"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Empty } from "../parts/empty.tsx"
import { Failure } from "../parts/failure.tsx"
import { Loading } from "../parts/loading.tsx"
import { SearchBox } from "../parts/search-box.tsx"
import { Select } from "../parts/select.tsx"
import { Page } from "../shell/page.tsx"
import { AuditItem } from "./audit-entry.tsx"
import { useAudit } from "./changes.queries.ts"
import { ChangesTabs } from "./changes-tabs.tsx"
import { changesWords } from "./changes.words.ts"

/** The audit trail: of a unit, of somebody, of a noun, the newest first. */
const AuditPage = () => {
  const t = useWords(changesWords)
  const [unit, setUnit] = useAddress("don-vi")
  const [person, setPerson] = useAddress("q")
  const [noun, setNoun] = useAddress("loai")
  const [technical, setTechnical] = useAddress("ky-thuat")
  const trail = useAudit(() => ({
    unit: unit(),
    person: person(),
    noun: noun(),
    include: technical() === undefined ? undefined : "technical"
  }))
  const entries = () => (trail.isSuccess ? trail.data.pages.flatMap(({ items }) => items) : [])
  const given = (text: string) => (text === "" ? undefined : text)
  return (
    <Page title={t().audit} lead={t().auditLead} controls={<ChangesTabs />}>
      <div class="no-print mb-5 flex flex-wrap items-end gap-4">
        <SearchBox
          narrows
          label={t().unit}
          hint="11824"
          value={unit() ?? ""}
          onSearch={(text) => setUnit(given(text))}
        />
        <SearchBox
          narrows
          label={t().person}
          hint="lan@example.vn"
          value={person() ?? ""}
          onSearch={(text) => setPerson(given(text))}
        />
        <Select
          label={t().noun}
          value={noun() ?? ""}
          options={[
            { value: "", name: t().anyNoun },
            ...ChangedNoun.literals.map((each) => ({ value: each, name: inLanguage(nounWords[each]) }))
          ]}
          onPick={(each) => setNoun(given(each))}
        />
        <label class="flex min-h-10 items-center gap-2 text-sm">
          <input
            type="checkbox"
            class="size-4 accent-(--primary-bar)"
            checked={technical() !== undefined}
            onChange={(event) => setTechnical(event.currentTarget.checked ? "1" : undefined)}
          />
          {t().technical}
        </label>
      </div>
      <Show when={trail.isError && trail.error}>
        {(failure) => <Failure failure={failure()} onRetry={() => void trail.refetch()} />}
      </Show>
      <Show when={trail.isSuccess} fallback={<Show when={trail.isPending}>{<Loading />}</Show>}>
        <Show
          when={entries().length > 0}
          fallback={<Empty>{technical() === undefined ? t().noneUsual : t().none}</Empty>}
        >
          <ol
            class="divide-y divide-line rounded-card border border-line bg-surface px-4 sm:px-5"
            aria-label={t().audit}
            aria-busy={trail.isFetching}
          >
            <For each={entries()}>
              {(entry) => (
                <li class="py-3">
                  <AuditItem entry={entry} />
                </li>
              )}
            </For>
          </ol>
          <Show when={trail.hasNextPage}>
            <p class="no-print mt-3 text-center">
              <button
                type="button"
                class="button"
                disabled={trail.isFetchingNextPage}
                onClick={() => void trail.fetchNextPage()}
              >
                {t().earlier}
              </button>
            </p>
          </Show>
        </Show>
      </Show>
    </Page>
  )
}

export default AuditPage

import type { ListedEntry } from "@ntm/contract"
import { FundingEntryKind, FundingSourceKey, fundingSources, isWithin, stageNames } from "@ntm/domain/funding"
import { A } from "@solidjs/router"
import { Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Empty } from "../parts/empty.tsx"
import { asHeading, formatDay, formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { Page } from "../shell/page.tsx"
import { useUnit } from "../units/units.queries.ts"
import { EntryTable } from "./entry-table.tsx"
import { entryWords } from "./entry.words.ts"
import { FundingTabs } from "./funding-tabs.tsx"
import { useEntries } from "./funding.queries.ts"
import { pivotWords } from "./pivot.words.ts"
import { ScopeBar } from "./scope-bar.tsx"
import { depthOf } from "./source-tree.ts"
import { stageOf, stages, useFundingScope } from "./use-funding-scope.ts"

const PATH = "/nguon-luc/but-toan"

/** A blank before deeper sources, as deep as they lie. */
const indent = (key: FundingSourceKey) => "\u00a0\u00a0".repeat(Math.max(0, depthOf(key) - 1))

/** Entry by entry: of a unit with everything below it, or of a work; each with its document, quantity and reason. */
const EntriesPage = () => {
  const t = useWords(entryWords)
  const words = useWords(pivotWords)
  const scope = useFundingScope()
  const [work] = useAddress("cong-trinh")
  const [namedYear, setYear] = useAddress("nam")
  const [namedStage, setStage] = useAddress("giai-doan")
  const [namedSource, setSource] = useAddress("nguon")
  const [kind, setKind] = useAddress("loc")
  const year = () => (/^\d{4}$/.test(namedYear() ?? "") ? Number(namedYear()) : undefined)
  const stage = () => stageOf(namedStage())
  const source = () => FundingSourceKey.literals.find((each) => each === namedSource())
  const entries = useEntries(() => ({
    ...scope.about(),
    // A work's entries are asked of the work alone, wherever its unit lies now.
    ...(work() === undefined ? {} : { unit: null, boundaries: undefined }),
    work: work(),
    year: year(),
    stage: stage()
  }))
  const shown = (items: ReadonlyArray<ListedEntry>) =>
    items.filter(
      (entry) => isWithin(entry.source, source() ?? "all") && (kind() === undefined || entry.kind === kind())
    )
  const story = useUnit(
    () => scope.unit() ?? "",
    () => scope.unitsOn() ?? scope.asOf()
  )
  const unitName = () => {
    if (scope.unit() === null) return words().country
    return story.isSuccess ? asHeading(`${story.data.unit.type} ${story.data.unit.name}`) : (scope.unit() ?? "")
  }
  const all = (name: string) => ({ value: "", name })
  const pick = (set: (value: string | undefined) => void) => (value: string) => set(value === "" ? undefined : value)
  const years = () => [...new Set(scope.years().map((each) => each.year))]
  return (
    <Page
      title={work() === undefined ? t().title : t().ofWork}
      lead={
        <Show when={entries.isSuccess && entries.data}>
          {(answer) => (
            <Show when={work()} fallback={<p>{t().lead(unitName(), formatDay(answer().asOf))}</p>}>
              {(id) => (
                <A class="link" href={`/cong-trinh/${id()}`}>
                  {t().back}
                </A>
              )}
            </Show>
          )}
        </Show>
      }
      controls={<FundingTabs />}
    >
      <ScopeBar scope={scope} path={PATH} withYear={false}>
        <Select
          label={words().year}
          value={namedYear() ?? ""}
          options={[all(t().anyYear), ...years().map((each) => ({ value: String(each), name: String(each) }))]}
          onPick={pick(setYear)}
        />
        <Select
          label={words().stage}
          value={stage() ?? ""}
          options={[all(t().anyStage), ...stages.map((each) => ({ value: each, name: inLanguage(stageNames[each]) }))]}
          onPick={pick(setStage)}
        />
        <Select
          label={t().source}
          value={source() ?? ""}
          options={[
            all(t().anySource),
            ...fundingSources
              .filter(({ parent }) => parent !== null)
              .map(({ key, name }) => ({ value: key, name: `${indent(key)}${inLanguage(name)}` }))
          ]}
          onPick={pick(setSource)}
          class="max-w-full sm:max-w-56"
        />
        <Select
          label={t().kind}
          value={kind() ?? ""}
          options={[
            all(t().anyKind),
            ...FundingEntryKind.literals.map((each) => ({ value: each, name: t().kinds[each] }))
          ]}
          onPick={pick(setKind)}
        />
      </ScopeBar>
      <Loaded query={entries}>
        {(answer) => (
          <div aria-busy={entries.isPlaceholderData} class="space-y-2">
            <p role="status" class="text-sm text-ink-soft">
              {t()
                .counted(shown(answer().items).length)
                .replace(/^\d+/, (count) => formatNumber(Number(count)))}
              <Show when={answer().next !== null}> · {t().more}</Show>
            </p>
            <Show when={shown(answer().items).length > 0} fallback={<Empty>{t().none}</Empty>}>
              <EntryTable items={shown(answer().items)} />
            </Show>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

export default EntriesPage

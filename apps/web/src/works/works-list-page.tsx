import type { WorkLine } from "@ntm/contract"
import { formatPercent } from "@ntm/domain/values"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { RowMark } from "../assessments/row-marks.tsx"
import { addressOf } from "@ntm/contract"
import { readableMoney } from "../funding/money-text.ts"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Badge } from "../parts/badge.tsx"
import { DownloadCsv } from "../parts/download-csv.tsx"
import { Empty } from "../parts/empty.tsx"
import { asHeading, formatDay, formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { createPart, MoreButton } from "../parts/more-button.tsx"
import { SearchBox } from "../parts/search-box.tsx"
import { Select } from "../parts/select.tsx"
import { TableFrame } from "../parts/table-frame.tsx"
import { Page } from "../shell/page.tsx"
import { ProgressBars } from "./progress-bars.tsx"
import { summaryWords } from "./summary.words.ts"
import { sectorKeys, workStates } from "./tally-splits.tsx"
import { useWorksScope } from "./use-works-scope.ts"
import { LateBadge, WorkState } from "./work-badges.tsx"
import { WorksBar } from "./works-bar.tsx"
import { useWorks } from "./works.queries.ts"
import { WorksLead } from "./works-lead.tsx"
import { WorksTabs } from "./works-tabs.tsx"
import { worksWords } from "./works.words.ts"

const PATH = "/cong-trinh/danh-sach"

/** The most that one answer holds. */
const LIMIT = 1000

const sorts = ["late", "value", "debt", "name"] as const
const lateDays = [1, 30, 60, 90] as const

/** Works one by one: found by name without diacritics, narrowed, put in order. */
const WorksListPage = () => {
  const t = useWords(worksWords)
  const summary = useWords(summaryWords)
  const scope = useWorksScope()
  const [q, setQ] = useAddress("q")
  const [sector, setSector] = useAddress("linh-vuc")
  const [state, setState] = useAddress("tinh-trang")
  const [late, setLate] = useAddress("cham")
  const [sort, setSort] = useAddress("sap-xep")
  const wanted = () => ({
    q: q(),
    sector: sector(),
    state: state(),
    late: late(),
    sort: sort() ?? "late",
    limit: LIMIT
  })
  const works = useWorks(scope.asked, wanted)
  const items = () => (works.isSuccess ? works.data.items : [])
  const pick = (set: (value: string | undefined) => void) => (value: string) => set(value === "" ? undefined : value)
  const asCsv = () => {
    const { asOf, batch, knownAt, unit } = scope.asked()
    return addressOf("/works", {
      unit: unit ?? undefined,
      batch,
      as_of: asOf,
      known_at: knownAt,
      ...wanted(),
      limit: undefined
    })
  }
  const sectorName = (key: string) => Object.entries(t().sectors).find(([each]) => each === key)?.[1] ?? key
  return (
    <Page
      title={t().list.title}
      lead={<WorksLead scope={scope} path={PATH} asOf={works.data?.asOf} />}
      controls={<WorksTabs scope={scope} />}
    >
      <WorksBar scope={scope} path={PATH}>
        <SearchBox
          label={t().list.search}
          hint={t().list.searchHint}
          value={q() ?? ""}
          onSearch={(text) => setQ(text === "" ? undefined : text)}
        />
        <Select
          label={t().list.sector}
          value={sector() ?? ""}
          options={[
            { value: "", name: t().list.anySector },
            ...sectorKeys.map((key) => ({ value: key, name: sectorName(key) }))
          ]}
          onPick={pick(setSector)}
        />
        <Select
          label={t().list.state}
          value={state() ?? ""}
          options={[
            { value: "", name: t().list.anyState },
            ...workStates.map((key) => ({ value: key, name: t().states[key] }))
          ]}
          onPick={pick(setState)}
        />
        <Select
          label={t().list.late}
          value={late() ?? ""}
          options={[
            { value: "", name: t().list.anyLate },
            ...lateDays.map((days) => ({ value: String(days), name: t().list.lateBy(days) }))
          ]}
          onPick={pick(setLate)}
        />
        <Select
          label={t().list.sort}
          value={sort() ?? "late"}
          options={sorts.map((key) => ({ value: key, name: t().list.sorts[key] }))}
          onPick={pick(setSort)}
        />
      </WorksBar>
      <Loaded query={works}>
        {(answer) => (
          <div aria-busy={works.isPlaceholderData} class="space-y-2">
            <div class="flex flex-wrap items-center justify-between gap-3">
              <p role="status" class="text-sm text-ink-soft">
                {answer().next !== null
                  ? t().list.foundMore(formatNumber(items().length))
                  : t().list.found(formatNumber(items().length))}
              </p>
              <DownloadCsv address={asCsv()} name="cong-trinh.csv" />
            </div>
            <Show when={items().length > 0} fallback={<Empty>{t().list.none}</Empty>}>
              <Table items={items()} hrefOf={scope.workHref} />
              <p class="text-sm text-ink-soft">{asHeading(summary().batches.lead)}.</p>
            </Show>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

const head = "border-b border-line bg-raised px-3 py-2"
const cell = "border-b border-line px-3 py-2 align-top"
const wide = "max-sm:hidden"

const Table = (props: { readonly items: ReadonlyArray<WorkLine>; readonly hrefOf: (id: number) => string }) => {
  const t = useWords(worksWords)
  const part = createPart(() => props.items)
  return (
    <>
      <TableFrame label={t().list.title}>
        <table class="w-full border-separate border-spacing-0 text-sm">
          <thead class="text-xs">
            <tr>
              <th scope="col" class={`${head} text-left`}>
                {t().list.columns.work}
              </th>
              <th scope="col" class={`${head} ${wide} text-left`}>
                {t().list.columns.state}
              </th>
              <th scope="col" class={`${head} ${wide} text-left`}>
                {t().list.columns.progress}
              </th>
              <th scope="col" class={`${head} ${wide} text-left`}>
                {t().list.columns.behind}
              </th>
              <th scope="col" class={`${head} ${wide} text-right`}>
                {t().list.columns.value}
              </th>
              <th scope="col" class={`${head} ${wide} text-right`}>
                {t().list.columns.debt}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={part.shown()}>{(line) => <Row line={line} href={props.hrefOf(line.id)} />}</For>
          </tbody>
        </table>
      </TableFrame>
      <MoreButton part={part} />
    </>
  )
}

/** A work in a line; on a narrow screen everything stands below its name, for a table would have to be scrolled to be read. */
const Row = (props: { readonly line: WorkLine; readonly href: string }) => {
  const t = useWords(worksWords)
  const line = () => props.line
  const debt = () => (line().debt === 0 ? "0" : readableMoney(line().debt))
  return (
    <tr class="hover:bg-raised">
      <th scope="row" class={`${cell} text-left font-normal sm:min-w-60`}>
        <span class="flex items-start gap-1.5">
          <A href={props.href} class="link font-semibold">
            {line().name}
          </A>
          <Show when={line().illustrative}>
            <RowMark kind="illustrative" />
          </Show>
        </span>
        <span class="block text-xs text-ink-soft">
          {line().unit === null ? "" : `${line().unit?.type} ${line().unit?.name} · `}
          {t().sectors[line().sector]} · {line().code}
        </span>
        <div class="mt-1.5 space-y-1.5 sm:hidden">
          <Progress line={line()} />
          <span class="flex flex-wrap gap-1.5">
            <WorkState state={line().state} />
            <LateBadge days={line().daysBehind} />
          </span>
          <span class="block text-xs text-ink-soft">
            {readableMoney(line().value)} · {t().list.columns.debt.toLocaleLowerCase("vi")} {debt()}
          </span>
        </div>
      </th>
      <td class={`${cell} ${wide}`}>
        <WorkState state={line().state} />
        <Show when={line().problems > 0}>
          <span class="mt-1 block">
            <Badge tone="warning">{t().list.problems(line().problems)}</Badge>
          </span>
        </Show>
      </td>
      <td class={`${cell} ${wide} min-w-52`}>
        <Progress line={line()} />
      </td>
      <td class={`${cell} ${wide} whitespace-nowrap`}>
        <LateBadge days={line().daysBehind} />
        <span class="mt-1 block text-xs text-ink-soft">{t().list.expected(formatDay(line().expectedFinish))}</span>
      </td>
      <td class={`${cell} ${wide} text-right whitespace-nowrap`}>{readableMoney(line().value)}</td>
      <td class={`${cell} ${wide} text-right whitespace-nowrap`}>{debt()}</td>
    </tr>
  )
}

const Progress = (props: { readonly line: WorkLine }) => {
  const t = useWords(worksWords)
  const percent = (value: number) => formatPercent(value, 1)
  return (
    <>
      <ProgressBars built={props.line.donePercent} planned={props.line.plannedPercent} paid={props.line.paidPercent} />
      <p class="text-xs text-ink-soft">
        <span class="sr-only">{t().list.built} </span>
        <span class="font-semibold text-ink">{percent(props.line.donePercent)}</span> ·{" "}
        <span class="sr-only">{t().list.planned} </span>
        {percent(props.line.plannedPercent)} · <span class="sr-only">{t().list.paid} </span>
        {percent(props.line.paidPercent)}
      </p>
    </>
  )
}

export default WorksListPage

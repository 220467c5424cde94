import { type FundingPivot, type FundingSourceKey, isWithin } from "@ntm/domain/funding"
import { findingsByCell } from "@ntm/domain/documents"
import { type Dong, formatPercent } from "@ntm/domain/values"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { useFindings } from "../documents/documents.queries.ts"
import { FindingView } from "../documents/finding-view.tsx"
import { usePlan } from "../documents/plan.ts"
import { inLanguage, useWords } from "../language/words.ts"
import { addressWith } from "../parts/address.ts"
import { formatDay } from "../parts/format.ts"
import { Illustrative } from "../parts/illustrative.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { Panel } from "../parts/panel.tsx"
import { COUNTRY } from "../units/use-province.ts"
import { entryWords } from "./entry.words.ts"
import { EntrySource } from "./entry-source.tsx"
import { type FundingAsked, useEntries, useFundingTables } from "./funding.queries.ts"
import { moneyText } from "./money-text.ts"
import { cellAt, flagsAt, type ShownRow } from "./pivot-marks.ts"
import { sourceText } from "./pivot-head.tsx"
import { rowText } from "./pivot-table.tsx"
import { pivotWords } from "./pivot.words.ts"

/** To the đồng. */
const exactOf = (amount: Dong) => moneyText(amount, "đồng", 0)

/** So many entries are listed in the panel; the rest are on their own page. */
const LISTED = 8

/** Where a number of the pivot comes from: what is unexplained in it and why, the document's findings, its entries. */
export const PivotCellPanel = (props: {
  readonly pivot: FundingPivot
  readonly row: ShownRow
  readonly source: FundingSourceKey
  readonly about: FundingAsked
  readonly hrefOf: (code: string) => string
  readonly onClose: () => void
}) => {
  const t = useWords(pivotWords)
  const cell = () => cellAt(props.pivot, props.row, props.source)
  const flags = () => flagsAt(props.pivot, props.row, props.source)
  const share = () =>
    props.row === null ? (props.pivot.shares[props.pivot.sources.indexOf(props.source)] ?? null) : null
  const down = () => {
    const { row } = props
    return row?.kind === "unit" && row.unit?.level !== "commune" ? row.unit : null
  }
  return (
    <Panel title={`${rowText(props.row, t())} · ${sourceText(props.source)}`} onClose={props.onClose}>
      <div class="space-y-5">
        <Show when={cell()} fallback={<p>{t().cell.blank}</p>}>
          {(there) => (
            <dl class="grid grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] gap-px overflow-hidden rounded-lg border border-line bg-line">
              <div class="bg-surface px-3 py-2">
                <dt class="text-xs text-ink-soft">{t().cell.amount}</dt>
                <dd class="text-lg font-semibold">{exactOf(there().amount)}</dd>
                <Show when={there().illustrative}>
                  <dd>
                    <Illustrative part />
                  </dd>
                </Show>
              </div>
              <Show when={there().unexplained !== 0}>
                <div class="bg-surface px-3 py-2">
                  <dt class="text-xs text-ink-soft">{t().cell.unexplained}</dt>
                  <dd class="text-lg font-semibold text-error">{exactOf(there().unexplained)}</dd>
                </div>
              </Show>
              <Show when={share() !== null}>
                <div class="bg-surface px-3 py-2">
                  <dt class="text-xs text-ink-soft">{t().cell.share}</dt>
                  <dd class="text-lg font-semibold">{formatPercent(share() ?? 0, 1)}</dd>
                </div>
              </Show>
            </dl>
          )}
        </Show>
        <Show when={flags().length > 0}>
          <section aria-label={t().cell.flags}>
            <h3 class="mb-1 font-semibold">{t().cell.flags}</h3>
            <ul class="space-y-2">
              <For each={flags()}>
                {(flag) => (
                  <li class="rounded-lg border border-error-line bg-error-soft px-3 py-2 text-sm">
                    {inLanguage(flag.sentence)}
                  </li>
                )}
              </For>
            </ul>
          </section>
        </Show>
        <Show when={(cell()?.unexplained ?? 0) !== 0}>
          <PrintedFindings {...props} />
        </Show>
        <Show when={down()}>
          {(unit) => (
            <p>
              <A class="button" href={props.hrefOf(unit().code)}>
                {t().cell.down(`${unit().type} ${unit().name}`)}
              </A>
            </p>
          )}
        </Show>
        <Show when={cell() !== null}>
          <EntriesOfCell {...props} />
        </Show>
      </div>
    </Panel>
  )
}

type CellProps = Parameters<typeof PivotCellPanel>[0]

/** What the document that prints the table says wrongly in this row, where one prints it. */
const PrintedFindings = (props: CellProps) => {
  const t = useWords(pivotWords)
  const plan = usePlan()
  const tables = useFundingTables(() => plan()?.id)
  const findings = useFindings(() => plan()?.id)
  const found = () => {
    const printed = (tables.isSuccess ? tables.data.items : []).find(
      ({ stage, year }) => year === props.pivot.year && stage === props.pivot.stage
    )
    const name = rowText(props.row, t())
    const row = printed?.rows.find(({ kind, unit }) => (props.row === null ? kind === "total" : unit === name))
    if (printed === undefined || row === undefined || !findings.isSuccess) return []
    const at = findingsByCell(findings.data.items, printed.document, printed.table)
    const here = printed.sources.flatMap(({ key }) => at(row.row, key))
    return [...new Map(here.map((finding) => [finding.id, finding])).values()]
  }
  return (
    <Show when={found().length > 0}>
      <section aria-label={t().cell.findings}>
        <h3 class="mb-2 font-semibold">{t().cell.findings}</h3>
        <ul class="space-y-4">
          <For each={found()}>
            {(finding) => (
              <li>
                <FindingView finding={finding} />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

/** The entries that were added up, each with its document; those of other tiers are not in the number. */
const EntriesOfCell = (props: CellProps) => {
  const t = useWords(pivotWords)
  const words = useWords(entryWords)
  const unit = () => {
    const { row } = props
    const of = row === null || row.unit === null ? props.pivot.unit : row.unit
    return of === null ? null : of.code
  }
  /** A unit that has ended carries its code on its last day. */
  const boundaries = () =>
    props.row?.kind === "ended" ? (props.row.unit?.validTo ?? undefined) : props.about.boundaries
  const entries = useEntries(() => ({
    ...props.about,
    boundaries: boundaries(),
    unit: unit(),
    year: props.pivot.year,
    stage: props.pivot.stage
  }))
  const mine = () => {
    const { row } = props
    return (entries.isSuccess ? entries.data.items : []).filter((entry) => {
      if (entry.tier !== props.pivot.tier || !isWithin(entry.source, props.source)) return false
      if (row?.kind === "agency") return entry.agency === row.agency
      if (row?.kind === "whole" || row?.kind === "own" || row?.kind === "rest")
        return entry.agency === null && entry.unit === props.pivot.unit?.id
      return true
    })
  }
  const all = () =>
    addressWith("/nguon-luc/but-toan", {
      "don-vi": unit() ?? COUNTRY,
      nam: props.pivot.year,
      "giai-doan": props.pivot.stage,
      nguon: props.source === "all" ? undefined : props.source,
      "ranh-gioi": boundaries(),
      as_of: props.about.asOf,
      known_at: props.about.knownAt
    })
  return (
    <section aria-label={t().cell.entries}>
      <h3 class="mb-1 font-semibold">{t().cell.entries}</h3>
      <Loaded query={entries}>
        {() => (
          <Show when={mine().length > 0} fallback={<p class="text-sm text-ink-soft">{t().cell.none}</p>}>
            <ul class="divide-y divide-line text-sm">
              <For each={mine().slice(0, LISTED)}>
                {(entry) => (
                  <li class="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-2">
                    <span>
                      <span class="block">
                        {entry.agency ?? entry.unitName} · {sourceText(entry.source)}
                      </span>
                      <span class="block text-xs text-ink-soft">
                        {formatDay(entry.day)} · {words().kinds[entry.kind]}
                        <Show when={entry.reason}>{(reason) => <> · {reason()}</>}</Show>
                      </span>
                      <EntrySource entry={entry} />
                    </span>
                    <span class="text-right">
                      <span class="font-semibold whitespace-nowrap">{exactOf(entry.amount)}</span>
                      <Show when={entry.illustrative}>
                        <span class="block">
                          <Illustrative />
                        </span>
                      </Show>
                    </span>
                  </li>
                )}
              </For>
            </ul>
            <p class="mt-2 flex flex-wrap gap-x-4 text-sm text-ink-soft">
              <Show when={mine().length > LISTED}>
                <span>{t().cell.more(mine().length - LISTED)}</span>
              </Show>
              <A class="link" href={all()}>
                {t().cell.all}
              </A>
            </p>
          </Show>
        )}
      </Loaded>
    </section>
  )
}

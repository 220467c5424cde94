import type { Scorecard } from "@ntm/contract"
import type { LineExplanation, Verdict } from "@ntm/domain/criteria"
import { useLocation } from "@solidjs/router"
import { createMemo, createSignal, For, Index, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { Empty } from "../parts/empty.tsx"
import { useInputs } from "../observations/observations.queries.ts"
import { AnnexLinks } from "./annex-links.tsx"
import { assessmentWords } from "./assessments.words.ts"
import { LineRow } from "./line-row.tsx"
import { ScorecardFactsProvider } from "./scorecard-facts.ts"
import { scorecardWords } from "./scorecard.words.ts"
import { linesOf } from "./shortfall.ts"
import type { Trial } from "./trial.ts"
import { VerdictMark } from "./verdict-mark.tsx"
import { countsAsMet } from "./verdicts.ts"

export type SetOfCard = Scorecard["sets"][number]

/** One set on a scorecard: conditions, criteria and their indicators, and what a grant asks beside them. */
export const SetSection = (props: {
  readonly card: Scorecard
  readonly recorded: Scorecard
  readonly of: SetOfCard
  /** The set before anything was tried. */
  readonly before: SetOfCard | undefined
  readonly trial: Trial
}) => {
  const t = useWords(scorecardWords)
  const common = useWords(assessmentWords)
  const [onlyOpen, setOnlyOpen] = createSignal(false)
  const inputs = useInputs()
  const [unfolded, setUnfolded] = createSignal(false)
  const location = useLocation()
  /** What is met is folded, unless it is asked for or can be changed. */
  const isOpen = (no: number, verdict: Verdict) =>
    unfolded() || props.trial.on() || !countsAsMet(verdict) || location.hash === `#tieu-chi-${no}`
  /** Only what is held can be withdrawn. */
  const holds = () => {
    const { held } = props.card
    return held?.kind === "decided" && held.tier === props.of.set.tier
  }
  const explanation = () => props.of.explanation
  const byColumn = (card: Scorecard) => new Map(card.values.map((value) => [value.column, value]))
  const values = createMemo(() => byColumn(props.card))
  const recorded = createMemo(() => byColumn(props.recorded))
  const details = createMemo(
    () => new Map(props.card.lines.filter(({ set }) => set === props.of.set.id).map((line) => [line.code, line]))
  )
  const before = createMemo(() =>
    props.before === undefined || props.before === props.of ? undefined : linesOf(props.before.explanation)
  )
  const facts = () => ({
    card: props.card,
    valueOf: (column: string) => values().get(column),
    recordedOf: (column: string) => recorded().get(column),
    detailOf: (code: string) => details().get(code),
    trial: props.trial,
    before: (key: string) => before()?.get(key),
    nameOf: (column: string) => {
      const input = values().get(column)?.input
      return inputs.isSuccess ? inputs.data.items.find(({ key }) => key === input)?.name : undefined
    }
  })
  const criteria = () => explanation().criteria.filter(({ verdict }) => !onlyOpen() || !countsAsMet(verdict))
  const narrowed = (lines: ReadonlyArray<LineExplanation>) =>
    lines.filter(({ verdict }) => !onlyOpen() || !countsAsMet(verdict))
  const confidence = () =>
    (["verified", "recalled", "unknown", "illustrative"] as const).filter((each) => props.of.set.confidence[each] > 0)
  return (
    <ScorecardFactsProvider value={facts}>
      <section aria-labelledby="bo-title" class="space-y-4">
        <div class="flex flex-wrap items-end justify-between gap-3">
          <div>
            <h2 id="bo-title" class="text-lg font-semibold">
              {props.of.set.name}
            </h2>
            <p class="mt-1 flex flex-wrap items-center gap-1.5 text-xs text-ink-soft">
              {common().confidenceNote}
              <For each={confidence()}>
                {(each) => (
                  <Badge tone={each === "verified" ? "plain" : "warning"}>
                    {props.of.set.confidence[each]} {t().confidence[each]}
                  </Badge>
                )}
              </For>
            </p>
          </div>
          <div class="no-print flex flex-wrap gap-x-5 gap-y-2 text-sm">
            <Check text={t().onlyOpen} checked={onlyOpen()} onChange={setOnlyOpen} />
            <Check text={t().unfold} checked={unfolded()} onChange={setUnfolded} />
          </div>
        </div>
        <Show when={!props.trial.on()}>
          <AnnexLinks card={props.card} set={props.of.set.id} />
        </Show>
        <Lines title={t().requires} prefix="requires" lines={narrowed(explanation().requires)} />
        <Lines title={t().conditions} prefix="condition" lines={narrowed(explanation().conditions)} />
        <Heads />
        <Show when={criteria().length > 0} fallback={<Empty>{t().nothingOpen}</Empty>}>
          <Index each={criteria()}>
            {(criterion) => (
              <details
                id={`tieu-chi-${criterion().no}`}
                class="criterion-card scroll-mt-4 rounded-card border border-line bg-surface"
                open={isOpen(criterion().no, criterion().verdict)}
              >
                <summary class="px-4 py-2.5 sm:px-5">
                  <span class="inline-flex w-[calc(100%-1.5rem)] flex-wrap items-center justify-between gap-x-4 gap-y-1 align-middle">
                    <h3 class="font-semibold">{t().criterion(criterion().no, criterion().name)}</h3>
                    <span class="flex items-center gap-4 text-sm">
                      <span class="text-ink-soft">
                        {t().indicators(
                          criterion().indicators.filter(({ verdict }) => countsAsMet(verdict)).length,
                          criterion().indicators.length
                        )}
                      </span>
                      <VerdictMark verdict={criterion().verdict} />
                    </span>
                  </span>
                </summary>
                <ul class="border-t border-line">
                  <Index each={criterion().indicators}>
                    {(line) => <LineRow key={`${criterion().no}/${line().code}`} line={line()} />}
                  </Index>
                </ul>
              </details>
            )}
          </Index>
        </Show>
        <Lines title={t().grant} prefix="grant" lines={narrowed(explanation().grant)} />
        <Show when={holds() && explanation().withdraw}>
          {(line) => (
            <p class="rounded-card border border-line bg-surface px-4 py-3 text-sm sm:px-5">
              <span class="font-semibold">{t().withdraw}: </span>
              <span classList={{ "font-semibold text-error": line().verdict === "met" }}>
                {line().verdict === "met"
                  ? t().withdrawWords.met
                  : line().verdict === "notMet"
                    ? t().withdrawWords.notMet
                    : t().withdrawWords.other}
              </span>
            </p>
          )}
        </Show>
      </section>
    </ScorecardFactsProvider>
  )
}

/** The columns by name; each line says them to a screen reader itself. */
const Heads = () => {
  const t = useWords(scorecardWords)
  return (
    <div class="hidden px-5 text-xs text-ink-faint lg:block" aria-hidden="true">
      <div class="line-columns">
        <For each={[t().heads.line, t().heads.value, t().heads.asked, t().heads.gap, t().heads.verdict]}>
          {(head) => <span class="text-xs">{head}</span>}
        </For>
      </div>
    </div>
  )
}

const Check = (props: {
  readonly text: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) => (
  <label class="flex items-center gap-2">
    <input
      type="checkbox"
      class="size-4 accent-(--primary-bar)"
      checked={props.checked}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
    {props.text}
  </label>
)

const Lines = (props: {
  readonly title: string
  readonly prefix: string
  readonly lines: ReadonlyArray<LineExplanation>
}) => (
  <Show when={props.lines.length > 0}>
    <section aria-label={props.title} class="rounded-card border border-line bg-surface">
      <h3 class="border-b border-line px-4 py-2.5 font-semibold sm:px-5">{props.title}</h3>
      <ul>
        <Index each={props.lines}>{(line) => <LineRow key={`${props.prefix}/${line().code}`} line={line()} />}</Index>
      </ul>
    </section>
  </Show>
)

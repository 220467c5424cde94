import type { LineExplanation } from "@ntm/domain/criteria"
import { Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { ConfidenceBadge } from "./confidence-badge.tsx"
import { LineWhy } from "./line-why.tsx"
import { RuleView } from "./rule-view.tsx"
import { useFacts } from "./scorecard-facts.ts"
import { scorecardWords } from "./scorecard.words.ts"
import { VerdictMark } from "./verdict-mark.tsx"

/** One indicator or condition: its value, what is asked and why, the gap, the verdict; what it rests on below. */
export const LineRow = (props: {
  /** Unique in its set; see `linesOf`. */
  readonly key: string
  readonly line: LineExplanation
}) => {
  const t = useWords(scorecardWords)
  const facts = useFacts()
  const detail = () => facts().detailOf(props.line.code)
  /** A lower tier is asked for by the id of its set. */
  const asked = () =>
    facts().card.sets.find(({ set }) => set.id === props.line.code || set.national === props.line.code)?.set.name
  const name = () => {
    if (props.line.rule?.op === "allCriteria") return t().wholeSet
    return detail()?.name ?? asked() ?? props.line.code
  }
  const before = () => {
    const line = facts().before(props.key)
    return line === undefined || line.verdict === props.line.verdict ? undefined : line
  }
  return (
    <li
      class="border-t border-line px-4 py-3 first:border-t-0 sm:px-5"
      classList={{ "bg-warning-soft": before() !== undefined }}
    >
      <div class="line-columns">
        <div>
          <p>
            <Show when={detail() !== undefined && detail()?.measure !== null}>
              <span class="mr-1 text-ink-faint">{props.line.code}</span>
            </Show>
            {name()} <Show when={detail()}>{(known) => <ConfidenceBadge confidence={known().confidence} />}</Show>
          </p>
        </div>
        <Show
          when={props.line.rule}
          fallback={<p class="text-ink-soft lg:col-span-3">{inLanguage(props.line.says)}</p>}
        >
          {(rule) => <RuleView rule={rule()} unit={detail()?.unit ?? null} name={name()} />}
        </Show>
        <div>
          <VerdictMark verdict={props.line.verdict} />
          <Show when={before()}>
            {(line) => (
              <span class="mt-1 flex items-center gap-1 text-xs text-ink-soft">
                {t().try.before} <VerdictMark verdict={line().verdict} />
              </span>
            )}
          </Show>
        </div>
      </div>
      <div class="mt-1">
        <LineWhy line={props.line} detail={detail()} />
      </div>
    </li>
  )
}

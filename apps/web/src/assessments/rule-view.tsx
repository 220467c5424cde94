import type { Comparison, RuleExplanation } from "@ntm/domain/criteria"
import { daysBetween, isDay } from "@ntm/domain/values"
import { For, Index, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { asHeading, formatDay } from "../parts/format.ts"
import { rangeText, shareOf, valueText } from "./number-text.ts"
import { useFacts } from "./scorecard-facts.ts"
import { scorecardWords } from "./scorecard.words.ts"
import { TryField } from "./try-field.tsx"
import { VerdictMark } from "./verdict-mark.tsx"

const comparisons: Readonly<Record<Comparison, string>> = { ">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=" }

const isComposite = ({ parts }: RuleExplanation): boolean => parts.length > 0

/** A rule in the columns value, asked, gap; one that is made of others as a list of them. */
export const RuleView = (props: {
  readonly rule: RuleExplanation
  readonly unit: string | null
  readonly name: string
}) => (
  <Show when={isComposite(props.rule)} fallback={<Leaf rule={props.rule} unit={props.unit} name={props.name} />}>
    <Show
      when={props.rule.parts.length > 1}
      fallback={
        <Index each={props.rule.parts}>
          {(part) => <RuleView rule={part()} unit={props.unit} name={props.name} />}
        </Index>
      }
    >
      <Composite rule={props.rule} unit={props.unit} name={props.name} />
    </Show>
  </Show>
)

const Composite = (props: { readonly rule: RuleExplanation; readonly unit: string | null; readonly name: string }) => {
  const t = useWords(scorecardWords)
  const lead = () => {
    const { op } = props.rule
    return op === "all" || op === "any" || op === "atLeast" || op === "eachSex" ? t().ops[op] : t().ops.all
  }
  return (
    <div class="col-span-full lg:col-span-3">
      <p class="text-xs font-semibold text-ink-soft">{lead()}</p>
      <ul class="mt-1 space-y-1.5 border-l-2 border-line pl-3">
        <Index each={props.rule.parts}>
          {(part) => (
            <li>
              <Show
                when={!isComposite(part())}
                fallback={<RuleView rule={part()} unit={props.unit} name={props.name} />}
              >
                <Part rule={part()} unit={props.unit} name={props.name} />
              </Show>
            </li>
          )}
        </Index>
      </ul>
    </div>
  )
}

/** A rule among others, in a sentence: its sign, what it is about, and what it says. */
const Part = (props: { readonly rule: RuleExplanation; readonly unit: string | null; readonly name: string }) => {
  const t = useWords(scorecardWords)
  const facts = useFacts()
  const columns = () => props.rule.value?.columns ?? []
  const about = () => columns().flatMap((column) => sexed(column, facts().nameOf(column)) ?? [])
  const name = () => (about().length === 0 ? undefined : about().join(", "))
  const sexed = (column: string, known: string | undefined) =>
    column.endsWith("/men") ? t().sexes.men : column.endsWith("/women") ? t().sexes.women : known
  const madeUp = () => columns().some((column) => facts().valueOf(column)?.record?.observation.illustrative)
  const known = () => columns().some((column) => facts().valueOf(column) !== undefined)
  return (
    <div class="flex gap-2">
      <VerdictMark verdict={props.rule.verdict} words={false} />
      <div class="min-w-0">
        <p>
          <Show when={name()}>
            <span class="font-semibold">{asHeading(name() ?? "")}: </span>
          </Show>
          {inLanguage(props.rule.says)}
          <Show when={madeUp()}>
            <span class="text-xs font-semibold text-warning"> · {t().illustrative}</span>
          </Show>
        </p>
        <Show when={props.rule.threshold}>
          {(threshold) => <p class="text-xs text-ink-soft">{inLanguage(threshold().why)}</p>}
        </Show>
        <Show when={facts().trial.on() && known()}>
          <For each={columns()}>
            {(column) => (
              <TryField
                column={column}
                attested={props.rule.op === "attested"}
                unit={props.unit}
                name={name() ?? props.name}
              />
            )}
          </For>
        </Show>
      </div>
    </div>
  )
}

const Leaf = (props: { readonly rule: RuleExplanation; readonly unit: string | null; readonly name: string }) => {
  const t = useWords(scorecardWords)
  const facts = useFacts()
  const value = () => props.rule.value
  const details = () => (value()?.columns ?? []).flatMap((column) => facts().valueOf(column) ?? [])
  const attested = () => props.rule.op === "attested"
  const shown = () => {
    const number = value()?.value ?? null
    if (number === null) return t().noValue
    return attested()
      ? number === 1
        ? t().attested
        : t().notAttested
      : rangeText(number, value()?.atMost ?? number, props.unit)
  }
  const ageText = (day: string) => {
    const { asOf } = facts().card
    return isDay(day) && isDay(asOf) ? t().age(daysBetween(day, asOf)) : undefined
  }
  const gapText = () => {
    const { comparison, gap } = props.rule
    if (gap === null || comparison === null) return null
    const below = comparison === "<=" || comparison === "<"
    const word = comparison === "=" ? t().off : gap.amount > 0 ? (below ? t().over : t().short) : t().spare
    if (gap.amount === 0) return t().equal
    const share = gap.share === null ? "" : ` (${shareOf(gap.share)})`
    return `${word} ${valueText(Math.abs(gap.amount), props.unit)}${share}`
  }
  return (
    <>
      <div class="rule-value">
        <span class="rule-head">{t().heads.value}</span>
        <Show
          when={facts().trial.on() && value() !== null && details().length > 0}
          fallback={
            <span class={value()?.value === null ? "text-ink-soft" : "font-semibold"}>
              {value() === null ? "" : shown()}
            </span>
          }
        >
          <For each={value()?.columns ?? []}>
            {(column) => <TryField column={column} attested={attested()} unit={props.unit} name={props.name} />}
          </For>
        </Show>
        <Show when={value()}>
          {(known) => (
            <span class="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-soft">
              <Show when={known().day ?? details()[0]?.record?.observation.day}>
                {(day) => <span title={ageText(day())}>{formatDay(day())}</span>}
              </Show>
              <Show when={known().tooOld}>
                <span class="font-semibold text-warning">{t().tooOld}</span>
              </Show>
              <For each={details().slice(0, 1)}>
                {(detail) => (
                  <>
                    <Show when={detail.record}>
                      {(record) => <span>{t().states[(record().moves.at(-1) ?? record().observation).state]}</span>}
                    </Show>
                    <Show when={detail.record?.observation.illustrative}>
                      <span class="font-semibold text-warning">{t().illustrative}</span>
                    </Show>
                    <Show when={detail.derived}>
                      <span class="font-semibold text-warning">{t().derivedShort}</span>
                    </Show>
                  </>
                )}
              </For>
            </span>
          )}
        </Show>
      </div>
      <div>
        <span class="rule-head">{t().heads.asked}</span>
        <Show when={props.rule.threshold} fallback={<span>{attested() ? t().attestation : ""}</span>}>
          {(threshold) => (
            <>
              <span class="font-semibold">
                {threshold().value === null
                  ? t().noThreshold
                  : `${comparisons[props.rule.comparison ?? "="]} ${valueText(threshold().value ?? 0, props.unit)}`}
              </span>
              <span class="block text-xs text-ink-soft">{inLanguage(threshold().why)}</span>
            </>
          )}
        </Show>
      </div>
      <div>
        <Show when={gapText()}>
          {(text) => (
            <>
              <span class="rule-head">{t().heads.gap}</span>
              <span classList={{ "font-semibold text-error": props.rule.verdict === "notMet" }}>{text()}</span>
            </>
          )}
        </Show>
      </div>
    </>
  )
}

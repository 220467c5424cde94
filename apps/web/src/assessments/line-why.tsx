import type { LineDetail, ValueDetail } from "@ntm/contract"
import type { LineExplanation, RuleExplanation } from "@ntm/domain/criteria"
import { For, type JSX, Show } from "solid-js"
import { documentHref } from "../documents/place-link.ts"
import { inLanguage, useWords } from "../language/words.ts"
import { EvidenceList } from "../observations/evidence-link.tsx"
import { formatDay } from "../parts/format.ts"
import { SourceLink } from "../parts/source-link.tsx"
import { UnitLink } from "../units/unit-link.tsx"
import { rangeText, shareOf, valueText } from "./number-text.ts"
import { useFacts } from "./scorecard-facts.ts"
import { scorecardWords } from "./scorecard.words.ts"

const columnsWithin = (rule: RuleExplanation | null): ReadonlyArray<string> =>
  rule === null ? [] : [...(rule.value?.columns ?? []), ...rule.parts.flatMap(columnsWithin)]

/** Where a value came from; of its own for one that says more than that. */
const originOf = ({ column, derived, reason, record, works }: ValueDetail): string => {
  if (record === null || derived !== null || reason !== null || works !== undefined) return column
  const { evidence, note, recordedAt, recordedBy, source } = record.observation
  return note === null && evidence.length === 0 ? JSON.stringify([source, recordedBy.name, recordedAt]) : column
}

const Fact = (props: { readonly name: string; readonly children: JSX.Element }) => (
  <div>
    <dt class="text-xs font-semibold text-ink-soft">{props.name}</dt>
    <dd>{props.children}</dd>
  </div>
)

/** What a line rests on: rule, agency, papers, and each value with its source. Folded; on paper it is open. */
export const LineWhy = (props: { readonly line: LineExplanation; readonly detail: LineDetail | undefined }) => {
  const t = useWords(scorecardWords)
  const facts = useFacts()
  const values = () => [...new Set(columnsWithin(props.line.rule))].flatMap((column) => facts().valueOf(column) ?? [])
  const told = () =>
    values().filter(
      ({ derived, reason, record, works }) =>
        derived !== null || reason !== null || record !== null || works !== undefined
    )
  /** Values that came together are told of once. */
  const groups = () =>
    [...Map.groupBy(told(), originOf).values()].flatMap((values) => {
      const [value] = values
      return value === undefined ? [] : [{ value, count: values.length }]
    })
  const any = () =>
    told().length > 0 ||
    props.line.legalBasis !== null ||
    (props.detail !== undefined && (props.detail.leadAgency !== null || props.detail.evidence.length > 0))
  return (
    <Show when={any()}>
      <details class="why">
        <summary class="text-xs font-semibold text-primary hover:underline">{t().more}</summary>
        <dl class="mt-2 grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2 lg:grid-cols-3">
          <Show when={props.line.legalBasis}>
            {(basis) => (
              <Fact name={t().legalBasis}>
                {basis()}
                <Show when={props.line.from !== null || props.line.to !== null}>
                  <span class="block text-xs text-ink-soft">
                    {t().inForce(
                      props.line.from === null ? null : formatDay(props.line.from),
                      props.line.to === null ? null : formatDay(props.line.to)
                    )}
                  </span>
                </Show>
              </Fact>
            )}
          </Show>
          <Show when={props.detail?.leadAgency}>{(agency) => <Fact name={t().agency}>{agency()}</Fact>}</Show>
          <Show when={(props.detail?.evidence.length ?? 0) > 0}>
            <Fact name={t().evidenceAsked}>{props.detail?.evidence.join("; ")}</Fact>
          </Show>
          <For each={groups()}>
            {(group) => <ValueWhy value={group.value} of={group.count} unit={props.detail?.unit ?? null} />}
          </For>
        </dl>
      </details>
    </Show>
  )
}

const ValueWhy = (props: {
  readonly value: ValueDetail
  /** So many values came from there together. */
  readonly of: number
  readonly unit: string | null
}) => {
  const t = useWords(scorecardWords)
  const facts = useFacts()
  const share = ({ high, low }: { readonly low: number; readonly high: number }) =>
    low === high ? (low === 1 ? t().whole : t().part(shareOf(low))) : t().unknownPart
  return (
    <>
      <Show when={props.value.works}>
        {(works) => (
          <div class="sm:col-span-2 lg:col-span-3">
            <dt class="text-xs font-semibold text-ink-soft">{t().debtOfWorks}</dt>
            <dd>
              <p>
                {inLanguage(works().says)}
                <Show when={works().illustrative}>
                  <span class="text-xs font-semibold text-warning"> · {t().illustrative}</span>
                </Show>
              </p>
              <ul class="mt-1 flex flex-wrap gap-x-5 gap-y-1">
                <For each={works().owing}>
                  {(work) => (
                    <li>
                      {work.name} ({work.code}): <span class="font-semibold">{valueText(work.overdue, "đồng")}</span>
                    </li>
                  )}
                </For>
              </ul>
              <Show when={works().differs}>
                {(differs) => <p class="mt-1 font-semibold text-warning">{inLanguage(differs())}</p>}
              </Show>
            </dd>
          </div>
        )}
      </Show>
      <Show when={props.value.record}>
        {(record) => {
          const observation = () => record().observation
          return (
            <>
              <Fact name={t().source}>
                <Source source={observation().source} />
                <Show when={props.of > 1}>
                  <span class="block text-xs text-ink-soft">{t().ofValues(props.of)}</span>
                </Show>
              </Fact>
              <Fact name={t().recorded}>
                {t().recordedBy(observation().recordedBy.name, formatDay(observation().recordedAt.slice(0, 10)))}
              </Fact>
              <Show when={observation().note}>{(note) => <Fact name={t().note}>{note()}</Fact>}</Show>
              <Show when={observation().evidence.length > 0}>
                <Fact name={t().evidence}>
                  <EvidenceList evidence={observation().evidence} />
                </Fact>
              </Show>
            </>
          )
        }}
      </Show>
      <Show when={props.value.derived}>
        {(derived) => (
          <div class="sm:col-span-2 lg:col-span-3">
            <dt class="text-xs font-semibold text-ink-soft">{t().derived}</dt>
            <dd>
              <p>
                {rangeText(derived().low, derived().high, props.unit)}
                <Show when={derived().inferred}>
                  <span class="text-xs text-warning"> · {t().inferred}</span>
                </Show>
              </p>
              <ul class="mt-1 flex flex-wrap gap-x-5 gap-y-1">
                <For each={derived().parts}>
                  {(part) => (
                    <li>
                      <UnitLink unit={{ ...part.unit, validFrom: null, validTo: part.day }} asOf={facts().card.asOf} />:{" "}
                      <span class="font-semibold">{valueText(part.value, props.unit)}</span>{" "}
                      <span class="text-xs text-ink-soft">
                        ({share(part.share)}, {formatDay(part.day)})
                      </span>
                    </li>
                  )}
                </For>
              </ul>
            </dd>
          </div>
        )}
      </Show>
      <Show when={props.value.reason}>{(reason) => <Fact name={t().heads.value}>{inLanguage(reason())}</Fact>}</Show>
    </>
  )
}

type Source = NonNullable<ValueDetail["record"]>["observation"]["source"]

const Source = (props: { readonly source: Source }) => {
  const t = useWords(scorecardWords)
  const document = () => (props.source.from === "document" ? props.source : undefined)
  return (
    <Show
      when={document()}
      fallback={props.source.from === "import" ? t().sources.import(props.source.name) : t().sources.form}
    >
      {(of) => (
        <>
          <SourceLink href={documentHref(of().document)}>{of().document}</SourceLink>
          <Show when={of().place}>
            {(place) => <span class="block text-xs text-ink-soft">{t().place(place())}</span>}
          </Show>
        </>
      )}
    </Show>
  )
}

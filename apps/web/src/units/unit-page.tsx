import "./units.css"
import { ApiProblem } from "@ntm/contract"
import type { Unit } from "@ntm/domain/units"
import { A, useParams } from "@solidjs/router"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { DayPicker } from "../parts/day-picker.tsx"
import { asHeading, formatDay } from "../parts/format.ts"
import { ChevronIcon } from "../parts/icons.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { Page } from "../shell/page.tsx"
import { LineageDiagram } from "./lineage-diagram.tsx"
import { NotThen } from "./not-then.tsx"
import type { Standing } from "./place-on.ts"
import { typeCounts } from "./type-counts.ts"
import { unitAddress } from "./unit-day.ts"
import { UnitFacts } from "./unit-facts.tsx"
import { UnitMap } from "./unit-map.tsx"
import { UnitTimeline } from "./unit-timeline.tsx"
import { useHistory, useLineage, useUnit, useUnits } from "./units.queries.ts"
import { unitWords } from "./units.words.ts"
import { UnitsTable } from "./units-table.tsx"

/** One unit as of a day: what it is, where it lies, what it came from, what it became, and the units below it. */
const UnitPage = () => {
  const t = useWords(unitWords)
  const params = useParams<{ readonly code: string }>()
  const [asOf, setAsOf] = useAddress("as_of")
  const story = useUnit(() => params.code, asOf)
  const title = () => (story.isSuccess ? asHeading(`${story.data.unit.type} ${story.data.unit.name}`) : t().title)
  const missing = () => story.error instanceof ApiProblem && story.error.problem.status === 404
  return (
    <Page
      title={title()}
      lead={
        story.isSuccess ? (
          <Trail above={story.data.above ?? []} asOf={asOf()} lead={t().lead(formatDay(story.data.asOf))} />
        ) : undefined
      }
      controls={
        <>
          <Show when={story.isSuccess && story.data.unit.level !== "village"}>
            <A class="button" href={unitAddress(`${params.code}/danh-gia`, asOf())}>
              {t().scorecard}
            </A>
          </Show>
          <DayPicker value={asOf()} onPick={setAsOf} />
        </>
      }
    >
      <Show when={!missing()} fallback={<NotThen code={params.code} asOf={asOf()} />}>
        <Loaded query={story}>
          {(answer) => (
            <Story standing={{ unit: answer().unit, above: answer().above ?? [], asOf: answer().asOf }} asOf={asOf()} />
          )}
        </Loaded>
      </Show>
    </Page>
  )
}

/** The units above, from the country down; and the day that is spoken of. */
const Trail = (props: {
  readonly above: ReadonlyArray<Unit>
  readonly asOf: string | undefined
  readonly lead: string
}) => {
  const t = useWords(unitWords)
  const steps = () => [
    { name: t().country, href: `/don-vi${props.asOf === undefined ? "" : `?as_of=${props.asOf}`}` },
    ...props.above
      .toReversed()
      .map(({ code, name, type }) => ({ name: `${type} ${name}`, href: unitAddress(code, props.asOf) }))
  ]
  return (
    <>
      <nav aria-label={t().parent}>
        <ol class="flex flex-wrap items-center gap-1">
          <For each={steps()}>
            {(step, index) => (
              <li class="flex items-center gap-1">
                <Show when={index() > 0}>
                  <ChevronIcon class="size-3.5 shrink-0 text-ink-faint" />
                </Show>
                <A class="link" href={step.href}>
                  {step.name}
                </A>
              </li>
            )}
          </For>
        </ol>
      </nav>
      <p>{props.lead}</p>
    </>
  )
}

const Story = (props: { readonly standing: Standing; readonly asOf: string | undefined }) => {
  const t = useWords(unitWords)
  const unit = () => props.standing.unit
  const lineage = useLineage(
    () => unit().code,
    () => props.standing.asOf
  )
  const history = useHistory(
    () => unit().code,
    () => props.standing.asOf
  )
  return (
    <div class="space-y-5">
      <UnitFacts unit={unit()} />
      <UnitMap standing={props.standing} asOf={props.asOf} />
      <Card id="nguon-goc" title={t().lineage} lead={t().lineageLead}>
        <Loaded query={lineage}>
          {(answer) => (
            <LineageDiagram
              unit={answer().unit}
              asOf={answer().asOf}
              before={answer().predecessors}
              after={answer().successors}
            />
          )}
        </Loaded>
      </Card>
      <Card id="dien-bien" title={t().history}>
        <Loaded query={history}>{(answer) => <UnitTimeline entries={answer().items} />}</Loaded>
      </Card>
      <Show when={unit().level !== "village"}>
        <Below code={unit().code} commune={unit().level === "commune"} asOf={props.standing.asOf} />
      </Show>
    </div>
  )
}

/** The units directly below; a commune of which no village is known says nothing of them. */
const Below = (props: { readonly code: string; readonly commune: boolean; readonly asOf: string }) => {
  const t = useWords(unitWords)
  const units = useUnits(() => ({ asOf: props.asOf, parent: props.code }))
  const items = () => (units.isSuccess ? units.data.items : [])
  return (
    <Show when={!props.commune || items().length > 0}>
      <Card
        id="truc-thuoc"
        title={t().children}
        lead={items().length > 0 ? t().countsByType(items().length, typeCounts(items())) : undefined}
      >
        <Loaded query={units}>
          {(answer) => <UnitsTable label={t().children} units={answer().items} asOf={props.asOf} />}
        </Loaded>
      </Card>
    </Show>
  )
}

export default UnitPage

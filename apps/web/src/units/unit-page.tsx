import type { UnitStory } from "@ntm/domain/units"
import { A, useParams } from "@solidjs/router"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Badge } from "../parts/badge.tsx"
import { Card } from "../parts/card.tsx"
import { DayPicker } from "../parts/day-picker.tsx"
import { asHeading, formatDay, formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Page } from "../shell/page.tsx"
import { UnitLink } from "./unit-link.tsx"
import { useUnit, useUnits } from "./units.queries.ts"
import { unitWords } from "./units.words.ts"
import { UnitsTable } from "./units-table.tsx"

/** One unit as of a day: what it is, what it came from, what it became, and the units below it. */
const UnitPage = () => {
  const t = useWords(unitWords)
  const params = useParams<{ readonly code: string }>()
  const [asOf, setAsOf] = useAddress("as_of")
  const story = useUnit(() => params.code, asOf)
  const title = () => (story.isSuccess ? asHeading(`${story.data.unit.type} ${story.data.unit.name}`) : t().title)
  return (
    <Page
      title={title()}
      lead={story.isSuccess ? t().lead(formatDay(story.data.asOf)) : undefined}
      controls={<DayPicker value={asOf()} onPick={setAsOf} />}
    >
      <Loaded query={story}>{(answer) => <Story story={answer()} asOf={asOf()} />}</Loaded>
    </Page>
  )
}

const Story = (props: { readonly story: UnitStory; readonly asOf: string | undefined }) => {
  const t = useWords(unitWords)
  const unit = () => props.story.unit
  const facts = () => [
    { name: t().code, value: unit().code },
    { name: t().level, value: t().levels[unit().level] },
    { name: t().area, value: formatNumber(unit().areaKm2) },
    { name: t().population, value: formatNumber(unit().population) },
    { name: t().from, value: unit().validFrom === null ? t().sinceBefore : formatDay(unit().validFrom) },
    { name: t().to, value: unit().validTo === null ? t().still : formatDay(unit().validTo) }
  ]
  return (
    <div class="space-y-5">
      <Card id="thong-tin" title={t().facts}>
        <dl class="flex flex-wrap gap-x-10 gap-y-3">
          <For each={facts()}>
            {(fact) => (
              <div>
                <dt class="text-xs text-ink-faint">{fact.name}</dt>
                <dd class="font-semibold">{fact.value}</dd>
              </div>
            )}
          </For>
          <Show when={unit().parentCode}>
            {(code) => (
              <div>
                <dt class="text-xs text-ink-faint">{t().parent}</dt>
                <dd>
                  <ParentLink code={code()} asOf={props.asOf} />
                </dd>
              </div>
            )}
          </Show>
        </dl>
      </Card>
      <div class="grid items-start gap-5 lg:grid-cols-2">
        <Card id="hinh-thanh" title={t().predecessors}>
          <Lineage links={props.story.predecessors} empty={t().noPredecessors} />
        </Card>
        <Card id="sap-xep" title={t().successors}>
          <Lineage links={props.story.successors} empty={t().noSuccessors} />
        </Card>
      </div>
      <Show when={unit().level !== "commune"}>
        <Below code={unit().code} asOf={props.asOf} />
      </Show>
    </div>
  )
}

const ParentLink = (props: { readonly code: string; readonly asOf: string | undefined }) => {
  const parent = useUnit(
    () => props.code,
    () => props.asOf
  )
  return (
    <A class="link" href={`/don-vi/${props.code}${props.asOf === undefined ? "" : `?as_of=${props.asOf}`}`}>
      {parent.isSuccess ? `${parent.data.unit.type} ${parent.data.unit.name}` : props.code}
    </A>
  )
}

const Lineage = (props: { readonly links: UnitStory["predecessors"]; readonly empty: string }) => {
  const t = useWords(unitWords)
  return (
    <Show when={props.links.length > 0} fallback={<p class="text-sm text-ink-soft">{props.empty}</p>}>
      <ul class="divide-y divide-line text-sm">
        <For each={props.links}>
          {(link) => (
            <li class="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
              <UnitLink unit={link.unit} asOf={link.unit.validFrom ?? undefined} />
              <span class="text-ink-faint">{link.unit.code}</span>
              <Badge tone="plain">{link.share === "whole" ? t().whole : t().part}</Badge>
              <Show when={link.inferred}>
                <Badge tone="warning">{t().inferred}</Badge>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

const Below = (props: { readonly code: string; readonly asOf: string | undefined }) => {
  const t = useWords(unitWords)
  const units = useUnits(() => ({ asOf: props.asOf, parent: props.code }))
  return (
    <Card id="truc-thuoc" title={t().children}>
      <Loaded query={units}>
        {(answer) => <UnitsTable label={t().children} units={answer().items} asOf={props.asOf} />}
      </Loaded>
    </Card>
  )
}

export default UnitPage

import type { CriteriaSet } from "@ntm/domain/criteria"
import { createMemo, For, Show } from "solid-js"
import { ConfidenceBadge } from "../assessments/confidence-badge.tsx"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Badge } from "../parts/badge.tsx"
import { Card } from "../parts/card.tsx"
import { formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { Page } from "../shell/page.tsx"
import { useSet, useSets } from "./criteria.queries.ts"
import { CriteriaTabs } from "./criteria-tabs.tsx"
import { setWords } from "./set.words.ts"
import { SetVersions } from "./set-versions.tsx"

/** One criteria set: what it says, how sure that is, and every body of it that was ever loaded. */
const SetPage = () => {
  const t = useWords(setWords)
  const sets = useSets()
  const [named, setNamed] = useAddress("bo")
  const [knownAt] = useAddress("known_at")
  const items = () => (sets.isSuccess ? sets.data.items : [])
  const id = createMemo(() => named() ?? items()[0]?.id)
  const set = useSet(() => ({ id: id(), knownAt: knownAt() }))
  return (
    <Page title={t().title} lead={t().lead} controls={<CriteriaTabs />}>
      <div class="no-print mb-5 flex flex-wrap items-end gap-3">
        <Select
          label={t().set}
          value={id() ?? ""}
          options={items().map(({ doNotEvaluate, id: value, name }) => ({
            value,
            name: doNotEvaluate ? t().frameOption(name) : name
          }))}
          onPick={setNamed}
          class="max-w-full sm:max-w-xl"
        />
      </div>
      <Loaded query={set}>
        {(answer) => (
          <div class="space-y-5">
            <Head set={answer()} />
            <SetVersions id={answer().id} />
            <Lines set={answer()} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

const Head = (props: { readonly set: CriteriaSet }) => {
  const t = useWords(setWords)
  return (
    <Card
      id="bo"
      title={props.set.name}
      lead={
        <>
          {t().period(formatDay(props.set.period.from), formatDay(props.set.period.to))} · <code>{props.set.id}</code>
        </>
      }
      aside={
        <Show when={props.set.doNotEvaluate}>
          <Badge tone="warning">{t().frame}</Badge>
        </Show>
      }
    >
      <Show when={props.set.doNotEvaluate}>
        <p class="mb-3 text-sm text-warning">{t().frameLong}</p>
      </Show>
      <h3 class="text-sm font-semibold">{t().bases}</h3>
      <ul class="list-disc pl-5 text-sm">
        <For each={props.set.legalBases} fallback={<li>{t().noBasis}</li>}>
          {({ date, number }) => (
            <li>
              {number}
              {date === null ? "" : ` (${formatDay(date)})`}
            </li>
          )}
        </For>
      </ul>
    </Card>
  )
}

/** Criteria with their indicators, as the set itself states them; a criterion without any says so. */
const Lines = (props: { readonly set: CriteriaSet }) => {
  const t = useWords(setWords)
  return (
    <Card id="chi-tieu" title={t().lines(props.set.criteria.length)} lead={t().linesLead}>
      <ol class="space-y-3">
        <For each={props.set.criteria}>
          {({ indicators, name, no }) => (
            <li>
              <h3 class="text-sm font-semibold">
                {no}. {name}
              </h3>
              <ul class="mt-1 space-y-1 text-sm">
                <For each={indicators} fallback={<li class="text-ink-soft">{t().noLines}</li>}>
                  {(line) => (
                    <li class="flex flex-wrap items-baseline gap-x-2">
                      <span class="text-ink-soft">{line.code}</span>
                      <span class="min-w-0">{line.name}</span>
                      <Show when={line.confidence !== "verified"}>
                        <ConfidenceBadge confidence={line.confidence} />
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
            </li>
          )}
        </For>
      </ol>
    </Card>
  )
}

export default SetPage

import type { AnswerOf, api, CriteriaSetSummary } from "@ntm/contract"
import { useNavigate } from "@solidjs/router"
import { useQuery } from "@tanstack/solid-query"
import { createMemo, Show } from "solid-js"
import { useSets } from "../criteria/criteria.queries.ts"
import { useClient } from "../data/client.ts"
import { inLanguage, useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { Allowed } from "../people/allowed.tsx"
import { Page } from "../shell/page.tsx"
import { UnitPath } from "../units/unit-path.tsx"
import { unitQuery } from "../units/units.queries.ts"
import { FormField } from "../works/form-field.tsx"
import { reader } from "../works/reading.ts"
import { createForm, RecordFrame } from "../works/record-form.tsx"
import { choosableSets } from "./choosable-sets.ts"
import { OpeningCard } from "./dossier-facts.tsx"
import { useOpenDossier, useOpeningCheck } from "./dossiers.queries.ts"
import { DossiersTabs } from "./dossiers-tabs.tsx"
import { openingWords } from "./opening.words.ts"
import { useDossiersScope } from "./use-dossiers-scope.ts"

type Answer = AnswerOf<typeof api.dossiers.check>

/** Where a dossier is opened: for which unit and title, whether it may be, and if not, every reason. */
const OpenPage = () => {
  const t = useWords(openingWords)
  const client = useClient()
  const scope = useDossiersScope()
  const [named, setNamed] = useAddress("bo")
  const code = () => scope.unit() ?? undefined
  const story = useQuery(() => ({ ...unitQuery(client, code() ?? "", scope.asOf()), enabled: code() !== undefined }))
  const sets = useSets()
  const choosable = createMemo((): ReadonlyArray<CriteriaSetSummary> => {
    if (!sets.isSuccess || !story.isSuccess) return []
    return choosableSets(sets.data.items, story.data.unit, story.data.asOf)
  })
  const set = () => choosable().find(({ id }) => id === named()) ?? choosable()[0]
  const asked = () => {
    const [at, chosen] = [code(), set()]
    if (at === undefined || chosen === undefined || !story.isSuccess || story.data.unit.code !== at) return undefined
    return { unit: at, tier: chosen.tier, set: chosen.id, asOf: story.data.asOf }
  }
  /** Whether it is judged by a set whose years are over. */
  const former = () => {
    const at = asked()
    return at !== undefined && (set()?.period.to ?? at.asOf) < at.asOf
  }
  const check = useOpeningCheck(asked)
  return (
    <Page title={t().title} lead={t().lead} controls={<DossiersTabs scope={scope} />}>
      <div class="no-print mb-5 space-y-3">
        <Show when={scope.unit() !== undefined}>
          <UnitPath code={scope.unit() ?? null} asOf={scope.asOf()} hrefOf={scope.hrefOf("/ho-so/mo")} />
        </Show>
        <div class="flex flex-wrap items-end gap-3">
          <Show when={choosable().length > 0}>
            <Select
              label={t().set}
              value={set()?.id ?? ""}
              options={choosable().map(({ id, name }) => ({ value: id, name }))}
              onPick={setNamed}
              class="max-w-full sm:max-w-xl"
            />
          </Show>
          <DayPicker value={scope.asOf()} onPick={scope.setAsOf} />
        </div>
        <Show when={former()}>
          <p class="text-sm">{t().former}</p>
        </Show>
      </div>
      <Show when={scope.unit() !== null} fallback={<Empty>{t().country}</Empty>}>
        <Show
          when={asked()}
          fallback={
            <Show when={sets.isSuccess} fallback={<Loaded query={sets}>{() => null}</Loaded>}>
              <Loaded query={story}>{() => <Empty>{t().noSet}</Empty>}</Loaded>
            </Show>
          }
        >
          {(question) => (
            <Loaded query={check}>
              {(answer) => (
                <div class="grid items-start gap-5 xl:grid-cols-2">
                  <OpeningCard check={answer().check} override={null} lead={t().valuesOn(formatDay(answer().asOf))} />
                  <Allowed action="dossiers.open" here={answer().allowed} told>
                    <OpeningForm question={question()} answer={answer()} />
                  </Allowed>
                </div>
              )}
            </Loaded>
          )}
        </Show>
      </Show>
    </Page>
  )
}

const OpeningForm = (props: {
  readonly question: { readonly unit: string; readonly tier: string; readonly set: string }
  readonly answer: Answer
}) => {
  const t = useWords(openingWords)
  const navigate = useNavigate()
  const open = useOpenDossier()
  const check = () => props.answer.check
  const hindered = () => check().reasons.some(({ overridable }) => !overridable)
  const form = createForm({
    fields: ["openedOn", "override", "document", "note"],
    renamed: () => ({ day: "openedOn" }),
    starting: { openedOn: formatDay(props.answer.asOf) },
    keep: ["openedOn"],
    read: (typed) => {
      const read = reader(typed)
      const row = {
        unit: props.question.unit,
        tier: props.question.tier,
        criteriaSet: props.question.set,
        asOf: props.answer.asOf,
        openedOn: read.day("openedOn"),
        override: check().allowed ? null : read.required("override"),
        document: read.optional("document"),
        note: read.optional("note")
      }
      return read.wrong.size > 0 ? { wrong: read.wrong } : { row }
    },
    send: async (row) => {
      const { items } = await open.mutateAsync(row)
      const [first] = items
      if (first !== undefined) navigate(`/ho-so/${first.id}`)
    },
    done: () => undefined
  })
  return (
    <Card
      id="mo-ho-so"
      title={t().form}
      lead={
        <Show when={props.answer.procedure} fallback={t().noProcedure}>
          {(procedure) => t().procedure(inLanguage(procedure().name), procedure().document)}
        </Show>
      }
    >
      <Show
        when={!hindered() && props.answer.procedure !== null}
        fallback={<p class="text-sm">{hindered() ? t().notOverridable : t().noProcedure}</p>}
      >
        <RecordFrame form={form} label={t().form} send={t().send} sent={t().saved}>
          <FormField form={form} field="openedOn" label={t().openedOn} hint={t().dayHint} />
          <FormField form={form} field="document" label={t().document} />
          <Show when={!check().allowed}>
            <FormField form={form} field="override" label={t().override} hint={t().overrideHint} long wide />
          </Show>
          <FormField form={form} field="note" label={t().note} wide />
        </RecordFrame>
      </Show>
    </Card>
  )
}

export default OpenPage

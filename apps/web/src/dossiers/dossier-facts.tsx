import type { DossierStanding, OpeningCheck } from "@ntm/domain/dossiers"
import { A } from "@solidjs/router"
import { For, type JSX, Show } from "solid-js"
import { scorecardAddress } from "../assessments/scorecard-address.ts"
import { useSets } from "../criteria/criteria.queries.ts"
import { inLanguage, useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { Card } from "../parts/card.tsx"
import { formatDay } from "../parts/format.ts"
import { UnitLink } from "../units/unit-link.tsx"
import { dossierWords } from "./dossier.words.ts"

/** What the dossier asks for, on which values, by which procedure, and what came of it. */
export const DossierFacts = (props: { readonly standing: DossierStanding; readonly asOf: string | undefined }) => {
  const t = useWords(dossierWords)
  const sets = useSets()
  const dossier = () => props.standing.dossier
  const setName = () => {
    const set = sets.isSuccess ? sets.data.items.find(({ id }) => id === dossier().criteriaSet) : undefined
    return set?.name ?? dossier().criteriaSet
  }
  const at = () => props.standing.steps.find(({ step }) => step.key === props.standing.at)?.step
  const under = () => props.standing.state === "open" || props.standing.state === "returned"
  return (
    <Card id="ho-so" title={t().facts}>
      <dl class="grid gap-x-8 gap-y-1.5 text-sm xl:grid-cols-2">
        <Show when={props.standing.unit}>
          {(unit) => (
            <Fact name={t().unit}>
              <UnitLink unit={unit()} asOf={props.asOf} />
            </Fact>
          )}
        </Show>
        <Fact name={t().set}>
          <Show when={props.standing.unit} fallback={setName()}>
            {(unit) => (
              <A
                class="link"
                href={scorecardAddress(unit().code, { asOf: dossier().asOf, set: dossier().criteriaSet })}
              >
                {setName()}
              </A>
            )}
          </Show>
        </Fact>
        <Fact name={t().assessedOn}>{formatDay(dossier().asOf)}</Fact>
        <Fact name={t().procedure}>
          {inLanguage(props.standing.procedure.name)} ({props.standing.procedure.document})
        </Fact>
        <Fact name={t().openedOn}>{formatDay(dossier().openedOn)}</Fact>
        <Fact name={t().by}>{dossier().recordedBy.name}</Fact>
        <Show when={dossier().document}>{(document) => <Fact name={t().document}>{document()}</Fact>}</Show>
        <Show when={dossier().note}>{(note) => <Fact name={t().note}>{note()}</Fact>}</Show>
        <Show when={under() && at()}>{(step) => <Fact name={t().at}>{inLanguage(step().name)}</Fact>}</Show>
        <Show when={under() && props.standing.expectedEnd}>
          {(day) => <Fact name={t().expectedEnd}>{formatDay(day())}</Fact>}
        </Show>
        <Show when={props.standing.recognition}>
          {(recognition) => (
            <Fact name={t().recognition}>
              <span class="font-semibold">
                {t().recognised(recognition().document, formatDay(recognition().decidedOn))}
              </span>
              <Show when={recognition().until}>{(until) => <> · {t().until(formatDay(until()))}</>}</Show>
            </Fact>
          )}
        </Show>
      </dl>
    </Card>
  )
}

const Fact = (props: { readonly name: string; readonly children: JSX.Element }) => (
  <div class="grid gap-x-3 sm:grid-cols-[11rem_minmax(0,1fr)]">
    <dt class="text-ink-soft">{props.name}</dt>
    <dd class="min-w-0">{props.children}</dd>
  </div>
)

/** Whether it may be opened by what the facts say, every reason why not, and why it was opened all the same. */
export const OpeningCard = (props: {
  readonly check: OpeningCheck
  readonly override: string | null
  readonly lead?: string
}) => {
  const t = useWords(dossierWords)
  return (
    <Card
      id="dieu-kien"
      title={t().opening}
      lead={props.lead ?? t().openingLead}
      aside={
        <Badge tone={props.check.allowed ? "good" : "warning"}>
          {props.check.allowed ? t().allowed : t().allowedNot}
        </Badge>
      }
    >
      <div class="space-y-2 text-sm">
        <Show when={props.check.reasons.length > 0}>
          <h3 class="font-semibold">{t().reasons}</h3>
          <ul class="list-disc pl-5">
            <For each={props.check.reasons}>{(reason) => <li>{inLanguage(reason)}</li>}</For>
          </ul>
        </Show>
        <Show when={props.check.remarks.length > 0}>
          <h3 class="font-semibold">{t().remarks}</h3>
          <ul class="list-disc pl-5 text-ink-soft">
            <For each={props.check.remarks}>{(remark) => <li>{inLanguage(remark)}</li>}</For>
          </ul>
        </Show>
        <Show when={props.override}>
          {(reason) => (
            <p class="rounded-lg border border-warning-line bg-warning-soft px-3 py-2 text-warning">
              <span class="font-semibold">{t().override}:</span> {reason()}
            </p>
          )}
        </Show>
      </div>
    </Card>
  )
}

import type { DossierStanding, PaperStanding } from "@ntm/domain/dossiers"
import { A } from "@solidjs/router"
import { For, type JSX, Show } from "solid-js"
import { scorecardAddress } from "../assessments/scorecard-address.ts"
import { inLanguage, useWords } from "../language/words.ts"
import { EvidenceList } from "../observations/evidence-link.tsx"
import { addressWith } from "../parts/address.ts"
import { Badge, type Tone } from "../parts/badge.tsx"
import { Card } from "../parts/card.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { dossierWords } from "./dossier.words.ts"
import { proofHref } from "./dossiers.queries.ts"
import { dossiersWords } from "./dossiers.words.ts"

const tones: Readonly<Record<PaperStanding["state"], Tone>> = {
  there: "good",
  tooOld: "warning",
  missing: "warning",
  contradicted: "error"
}

/** Papers of the dossier: there or not, and where each comes from. */
export const DossierPapers = (props: { readonly standing: DossierStanding }) => {
  const t = useWords(dossierWords)
  const required = () => props.standing.papers.filter(({ paper }) => paper.required)
  const there = () => required().filter(({ state }) => state === "there")
  return (
    <Card
      id="giay-to"
      title={t().papers}
      lead={t().papersLead(formatNumber(there().length), formatNumber(required().length))}
    >
      <ul class="xl:grid xl:grid-cols-2 xl:gap-x-10">
        <For each={props.standing.papers}>{(paper) => <Paper of={paper} standing={props.standing} />}</For>
      </ul>
    </Card>
  )
}

const Paper = (props: { readonly of: PaperStanding; readonly standing: DossierStanding }) => {
  const t = useWords(dossierWords)
  const words = useWords(dossiersWords)
  const paper = () => props.of.paper
  const facts = () =>
    [
      words().paperFrom[paper().from],
      ...(paper().required ? [] : [words().procedures.optional]),
      ...(paper().maxAgeMonths === null ? [] : [words().procedures.maxAge(formatNumber(paper().maxAgeMonths))]),
      ...(props.of.issuedOn === null ? [] : [t().issuedOn(formatDay(props.of.issuedOn))])
    ].join(" · ")
  return (
    <li
      id={`giay-to-${paper().key}`}
      class="grid content-start gap-x-6 gap-y-1 border-t border-line py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <div class="min-w-0">
        <h3 class="font-semibold">{inLanguage(paper().name)}</h3>
        <p class="text-sm">{inLanguage(props.of.sentence)}</p>
        <p class="text-xs text-ink-soft">{facts()}</p>
        <Source of={props.of} standing={props.standing} />
      </div>
      <p>
        <Badge tone={tones[props.of.state]}>{t().paperStates[props.of.state]}</Badge>
      </p>
    </li>
  )
}

/** Leads to what the paper is made of: the assessment and its proof, the debt, a result, the file handed in. */
const Source = (props: { readonly of: PaperStanding; readonly standing: DossierStanding }): JSX.Element => {
  const t = useWords(dossierWords)
  const code = () => props.standing.unit?.code
  const assessment = () => {
    const { fact } = props.of
    const at = code()
    return fact?.of === "assessment" && at !== undefined ? { ...fact, code: at } : undefined
  }
  const debt = () => (props.of.fact?.of === "debt" ? code() : undefined)
  const result = () => (props.of.fact?.of === "event" ? props.of.fact.event : undefined)
  return (
    <>
      <Show when={assessment()}>
        {(fact) => (
          <p class="no-print flex flex-wrap gap-x-4 text-sm">
            <A class="link" href={scorecardAddress(fact().code, { asOf: fact().asOf, set: fact().set })}>
              {t().toAssessment}
            </A>
            <a class="link" href={proofHref(fact().code, fact().set, fact().asOf)} download="">
              {t().toProof}
            </a>
            <Show when={fact().seal}>
              {(seal) => <span class="text-xs text-ink-soft">{t().sealed(seal().slice(0, 12))}</span>}
            </Show>
          </p>
        )}
      </Show>
      <Show when={debt()}>
        {(at) => (
          <A class="link no-print text-sm" href={addressWith("/cong-trinh/no-dong", { "don-vi": at() })}>
            {t().toDebt}
          </A>
        )}
      </Show>
      <Show when={result()}>
        {(event) => (
          <a class="link no-print text-sm" href={`#dien-bien-${event()}`}>
            {t().toEvent}
          </a>
        )}
      </Show>
      <Show when={props.of.event}>
        {(event) => (
          <div class="text-sm">
            <a class="link no-print" href={`#dien-bien-${event().id}`}>
              {t().toEvent}
            </a>
            <EvidenceList evidence={event().evidence} />
          </div>
        )}
      </Show>
    </>
  )
}

import { ApiProblem, type AnswerOf, type api, type Leading } from "@ntm/contract"
import { A, useParams } from "@solidjs/router"
import { createSignal, Show } from "solid-js"
import { KnownPicker } from "../assessments/known-picker.tsx"
import { taskHref } from "../assignments/use-tasks-scope.ts"
import { useWords } from "../language/words.ts"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { asHeading, formatDay } from "../parts/format.ts"
import { Illustrative } from "../parts/illustrative.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { Allowed } from "../people/allowed.tsx"
import { Page } from "../shell/page.tsx"
import { DossierBadge } from "./dossier-badge.tsx"
import { DossierChain } from "./dossier-chain.tsx"
import { DossierEvents } from "./dossier-events.tsx"
import { DossierFacts, OpeningCard } from "./dossier-facts.tsx"
import { DossierForm } from "./dossier-form.tsx"
import { DossierPapers } from "./dossier-papers.tsx"
import { DossierResults } from "./dossier-results.tsx"
import { DossierSteps } from "./dossier-steps.tsx"
import { dossierWords } from "./dossier.words.ts"
import { useDossier } from "./dossiers.queries.ts"
import { dossiersWords } from "./dossiers.words.ts"
import { RehearsalPanel } from "./rehearsal-panel.tsx"
import { type DossiersScope, useDossiersScope } from "./use-dossiers-scope.ts"

type Answer = AnswerOf<typeof api.dossiers.one> & Leading

/** One dossier: its steps and papers, what people said, what came of it; its rehearsal; and where what happens is recorded. */
const DossierPage = () => {
  const t = useWords(dossierWords)
  const words = useWords(dossiersWords)
  const params = useParams<{ readonly id: string }>()
  const scope = useDossiersScope()
  const [rehearsing, setRehearsing] = createSignal(false)
  const dossier = useDossier(() => params.id, scope.known)
  const missing = () => dossier.error instanceof ApiProblem && dossier.error.problem.status === 404
  const title = () => {
    if (!dossier.isSuccess) return t().waiting
    const { dossier: asked, unit } = dossier.data.standing
    const name = unit === null ? words().unknownUnit : `${unit.type} ${unit.name}`
    return t().title(asHeading(name), words().tiers[asked.tier])
  }
  return (
    <Page
      title={title()}
      lead={dossier.isSuccess ? <Lead answer={dossier.data} /> : undefined}
      controls={
        <>
          <DayPicker value={scope.asOf()} onPick={scope.setAsOf} />
          <KnownPicker value={scope.knownAt()} onPick={scope.setKnownAt} />
        </>
      }
    >
      <p class="no-print mb-5 flex flex-wrap gap-3">
        <Show when={dossier.isSuccess}>
          <button
            type="button"
            class="button border-primary bg-primary-soft text-primary"
            onClick={() => setRehearsing(true)}
          >
            {t().rehearse}
          </button>
        </Show>
        <A class="button" href={scope.within("/ho-so")}>
          {t().toList}
        </A>
      </p>
      <Show when={!missing()} fallback={<Empty>{t().missing}</Empty>}>
        <Loaded query={dossier}>
          {(answer) => (
            <>
              <Body answer={answer()} scope={scope} />
              <Show when={rehearsing()}>
                <RehearsalPanel standing={answer().standing} scope={scope} onClose={() => setRehearsing(false)} />
              </Show>
            </>
          )}
        </Loaded>
      </Show>
    </Page>
  )
}

const Lead = (props: { readonly answer: Answer }) => {
  const t = useWords(dossierWords)
  const standing = () => props.answer.standing
  return (
    <div class="space-y-1">
      <p>{t().no(String(standing().dossier.id), formatDay(props.answer.asOf))}</p>
      <p class="flex flex-wrap gap-1.5">
        <DossierBadge state={standing().state} />
        <Show when={standing().dossier.illustrative}>
          <Illustrative />
        </Show>
      </p>
    </div>
  )
}

const Body = (props: { readonly answer: Answer; readonly scope: DossiersScope }) => {
  const standing = () => props.answer.standing
  const href = (key: string) => taskHref(key, props.scope.day())
  const under = () => standing().state === "open" || standing().state === "returned"
  return (
    <div class="space-y-5">
      <DossierFacts standing={standing()} asOf={props.scope.asOf()} />
      <div class="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <DossierSteps standing={standing()} taskHref={href} />
        <div class="space-y-5">
          <Show when={under() || standing().dossier.override !== null}>
            <OpeningCard check={standing().opening} override={standing().dossier.override} />
          </Show>
          <DossierChain standing={standing()} taskHref={href} />
          <DossierResults standing={standing()} />
          <DossierEvents standing={standing()} />
        </div>
      </div>
      <DossierPapers standing={standing()} />
      <Show when={standing().next.length > 0}>
        <Allowed action="dossiers.record" here={props.answer.allowed}>
          <div class="no-print">
            <DossierForm standing={standing()} asOf={props.answer.asOf} />
          </div>
        </Allowed>
      </Show>
    </div>
  )
}

export default DossierPage

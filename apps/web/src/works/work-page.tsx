import { ApiProblem, type AnswerOf, type api } from "@ntm/contract"
import { A, useParams } from "@solidjs/router"
import { Show } from "solid-js"
import { KnownPicker } from "../assessments/known-picker.tsx"
import { useWords } from "../language/words.ts"
import { addressWith, useAddress } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { Illustrative } from "../parts/illustrative.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { Allowed } from "../people/allowed.tsx"
import { Page } from "../shell/page.tsx"
import { UnitLink } from "../units/unit-link.tsx"
import { CurveChart } from "./curve-chart.tsx"
import { LandFigures } from "./land-figures.tsx"
import { LateBadge, WorkState } from "./work-badges.tsx"
import { WorkChain } from "./work-chain.tsx"
import { WorkFigures } from "./work-figures.tsx"
import { WorkChanges, WorkDebt, WorkProblems } from "./work-ledger.tsx"
import { WorkMoney } from "./work-money.tsx"
import { WorkReports } from "./work-reports.tsx"
import { WorkSteps } from "./work-steps.tsx"
import { useWork } from "./works.queries.ts"
import { workWords } from "./work.words.ts"
import { worksWords } from "./works.words.ts"

type Answer = AnswerOf<typeof api.works.one>

/** One work with everything that was said of it: steps, money, debt, changes, land, problems, and what its delay holds back. */
const WorkPage = () => {
  const t = useWords(workWords)
  const params = useParams<{ readonly id: string }>()
  const [asOf, setAsOf] = useAddress("as_of")
  const [knownAt, setKnownAt] = useAddress("known_at")
  const work = useWork(
    () => params.id,
    () => ({ asOf: asOf(), knownAt: knownAt() })
  )
  const missing = () => work.error instanceof ApiProblem && work.error.problem.status === 404
  const day = () => ({ as_of: asOf(), known_at: knownAt() })
  return (
    <Page
      title={work.isSuccess ? work.data.standing.work.name : t().waiting}
      lead={work.isSuccess ? <Lead answer={work.data} asOf={asOf()} /> : undefined}
      controls={
        <>
          <DayPicker value={asOf()} onPick={setAsOf} />
          <KnownPicker value={knownAt()} onPick={setKnownAt} />
        </>
      }
    >
      <Show
        when={!missing()}
        fallback={
          <div class="space-y-3">
            <Empty>{t().missing}</Empty>
            <A class="link" href={addressWith("/cong-trinh/danh-sach", day())}>
              {t().toList}
            </A>
          </div>
        }
      >
        <Loaded query={work}>
          {(answer) => (
            <div class="space-y-5" aria-busy={work.isPlaceholderData}>
              <p class="no-print flex flex-wrap gap-3">
                <Allowed action="works.record" here={answer().allowed}>
                  <A class="button" href={addressWith(`/cong-trinh/${params.id}/bao-cao`, day())}>
                    {t().report}
                  </A>
                </Allowed>
                <A class="button" href={addressWith("/cong-trinh/danh-sach", day())}>
                  {t().toList}
                </A>
              </p>
              <Body answer={answer()} asOf={asOf()} knownAt={knownAt()} />
            </div>
          )}
        </Loaded>
      </Show>
    </Page>
  )
}

const Lead = (props: { readonly answer: Answer; readonly asOf: string | undefined }) => {
  const t = useWords(workWords)
  const words = useWords(worksWords)
  const work = () => props.answer.standing.work
  const size = () => {
    const { size: of } = work()
    return of === null ? undefined : `${formatNumber(of.amount)} ${of.unit}`
  }
  return (
    <div class="space-y-1">
      <p>
        <Show when={props.answer.standing.unit}>
          {(unit) => (
            <>
              <UnitLink unit={unit()} asOf={props.asOf} />
              {" · "}
            </>
          )}
        </Show>
        {[
          words().sectors[work().sector],
          ...(size() === undefined ? [] : [size()]),
          work().code,
          t().lead(formatDay(props.answer.asOf))
        ].join(" · ")}
      </p>
      <p>{t().investor(work().investor)}</p>
      <p class="flex flex-wrap gap-1.5">
        <WorkState state={props.answer.standing.state} />
        <LateBadge days={props.answer.standing.daysBehind} />
        <Show when={work().illustrative}>
          <Illustrative />
        </Show>
      </p>
    </div>
  )
}

const Body = (props: {
  readonly answer: Answer
  readonly asOf: string | undefined
  readonly knownAt: string | undefined
}) => {
  const t = useWords(workWords)
  const standing = () => props.answer.standing
  return (
    <>
      <WorkFigures standing={standing()} />
      <WorkChain standing={standing()} slip={props.answer.slip} asOf={props.asOf} knownAt={props.knownAt} />
      <WorkSteps standing={standing()} asOf={props.answer.asOf} />
      <div class="grid items-start gap-5 xl:grid-cols-2">
        <Card id="duong-cong" title={t().curve}>
          <CurveChart curve={props.answer.curve} />
        </Card>
        <WorkMoney
          entries={props.answer.entries}
          standing={standing()}
          allHref={addressWith("/nguon-luc/but-toan", {
            "cong-trinh": standing().work.id,
            as_of: props.asOf,
            known_at: props.knownAt
          })}
        />
      </div>
      <div class="grid items-start gap-5 xl:grid-cols-2">
        <WorkProblems problems={standing().problems} />
        <WorkDebt debt={standing().debt} />
      </div>
      <WorkChanges changes={standing().changes} />
      <Show when={standing().land.households > 0}>
        <Card id="dat-hien" title={t().land}>
          <LandFigures land={standing().land} />
        </Card>
      </Show>
      <WorkReports reports={props.answer.reports} />
    </>
  )
}

export default WorkPage

import "./assessments.css"
import type { AssessmentMatrix } from "@ntm/contract"
import { A } from "@solidjs/router"
import { createMemo, type JSX, lazy, Match, Show, Suspense, Switch } from "solid-js"
import { CriteriaTabs } from "../criteria/criteria-tabs.tsx"
import { useWords } from "../language/words.ts"
import { movementAddress } from "../movements/movement-address.ts"
import { movementWords } from "../movements/movement.words.ts"
import { useAddress } from "../parts/address.ts"
import { Choice } from "../parts/choice.tsx"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { asHeading, formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Loading } from "../parts/loading.tsx"
import { Select } from "../parts/select.tsx"
import { Page } from "../shell/page.tsx"
import { StopPicker } from "../units/stop-picker.tsx"
import { useGroup, useMatrix } from "./assessments.queries.ts"
import { assessmentWords } from "./assessments.words.ts"
import { CriteriaTable } from "./criteria-table.tsx"
import { GroupFigures } from "./group-figures.tsx"
import { GroupSide } from "./group-side.tsx"
import { HeatMap } from "./heat-map.tsx"
import { untilKnown } from "./known-at.ts"
import { KnownPicker } from "./known-picker.tsx"
import { scorecardAddress } from "./scorecard-address.ts"
import { SetPicker } from "./set-picker.tsx"
import { useScope } from "./use-scope.ts"

const StandingMap = lazy(() => import("./standing-map.tsx"))

type View = "bang" | "tieu-chi" | "ban-do"

/** A province's units under a criteria set: cell by cell, by criterion, or on the map. */
const AssessmentsPage = () => {
  const t = useWords(assessmentWords)
  const moving = useWords(movementWords)
  const scope = useScope()
  const [shown, setShown] = useAddress("xem")
  const view = (): View => {
    const asked = shown()
    return asked === "tieu-chi" || asked === "ban-do" ? asked : "bang"
  }
  const matrix = useMatrix(scope.asked)
  const group = useGroup(scope.asked)
  const parentName = () => {
    if (!matrix.isSuccess) return undefined
    const { parent } = matrix.data
    return parent === null ? t().country : asHeading(`${parent.type} ${parent.name}`)
  }
  const hrefOf = (code: string, criterion?: number) =>
    scorecardAddress(code, { asOf: scope.asOf(), knownAt: scope.knownAt(), set: scope.set(), criterion })
  const whyOf = (number?: string) =>
    movementAddress({
      set: scope.set(),
      parent: scope.province(),
      asOf: scope.asOf(),
      knownAt: scope.knownAt(),
      number
    })
  const views = (answer: AssessmentMatrix) =>
    (["bang", "tieu-chi", "ban-do"] as const).filter(
      (each) => each !== "ban-do" || (answer.set.level === "commune" && answer.parent?.level === "province")
    )
  return (
    <Page
      title={t().title}
      lead={
        <Show when={parentName()}>
          {(name) => (
            <>
              <p>{t().lead(name(), formatDay(matrix.data?.asOf ?? null))}</p>
              <Show when={untilKnown(scope.knownAt())}>{(until) => <p>{t().knownNote(until())}</p>}</Show>
            </>
          )}
        </Show>
      }
      controls={<CriteriaTabs />}
    >
      <div class="no-print mb-5 flex flex-wrap items-end gap-3">
        <SetPicker sets={scope.sets()} frames={scope.frames()} value={scope.set() ?? ""} onPick={scope.setSet} />
        <Select
          label={t().province}
          value={scope.province() ?? ""}
          options={scope.provinces().map(({ code, name }) => ({ value: String(code), name }))}
          onPick={scope.setProvince}
          class="max-w-full sm:max-w-40"
        />
        <StopPicker value={scope.asOf()} onPick={scope.setAsOf} />
        <DayPicker value={scope.asOf()} onPick={scope.setAsOf} />
        <KnownPicker value={scope.knownAt()} onPick={scope.setKnownAt} />
        <A class="button" href={whyOf()}>
          {moving().compare}
        </A>
      </div>
      <Loaded query={matrix}>
        {(answer) => (
          <Show when={answer().items.length > 0} fallback={<Empty>{t().noUnits}</Empty>}>
            <div class="space-y-5" aria-busy={matrix.isPlaceholderData}>
              <Show when={group.isSuccess && group.data}>{(standing) => <GroupFigures standing={standing()} />}</Show>
              <div class="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_19rem]">
                <div class="min-w-0 space-y-3">
                  <Shown
                    view={view()}
                    views={
                      <Choice
                        label={t().view}
                        value={view()}
                        options={views(answer()).map((each) => [each, t().views[each]])}
                        onPick={(next) => setShown(next === "bang" ? undefined : next)}
                      />
                    }
                    matrix={answer()}
                    hrefOf={hrefOf}
                    whyOf={whyOf}
                    asOf={scope.asOf()}
                    onDay={scope.setAsOf}
                  />
                </div>
                <Show when={group.isSuccess && group.data} fallback={<Loading />}>
                  {(standing) => <GroupSide standing={standing()} hrefOf={hrefOf} />}
                </Show>
              </div>
            </div>
          </Show>
        )}
      </Loaded>
    </Page>
  )
}

const Shown = (props: {
  readonly view: View
  readonly views: JSX.Element
  readonly matrix: AssessmentMatrix
  readonly hrefOf: (code: string, criterion?: number) => string
  readonly whyOf: (number: string) => string
  readonly asOf: string | undefined
  readonly onDay: (day: string | undefined) => void
}) => {
  const province = createMemo(() => props.matrix.parent?.code)
  return (
    <Switch fallback={<HeatMap matrix={props.matrix} hrefOf={props.hrefOf} whyOf={props.whyOf} views={props.views} />}>
      <Match when={props.view === "tieu-chi"}>
        {props.views}
        <CriteriaTable matrix={props.matrix} whyOf={props.whyOf} />
      </Match>
      <Match when={props.view === "ban-do" && province()}>
        {(code) => (
          <>
            {props.views}
            <Suspense fallback={<Loading />}>
              <StandingMap
                province={code()}
                asOf={props.asOf}
                matrix={props.matrix}
                hrefOf={props.hrefOf}
                onDay={props.onDay}
              />
            </Suspense>
          </>
        )}
      </Match>
    </Switch>
  )
}

export default AssessmentsPage

import "../assessments/assessments.css"
import type { CriteriaSetSummary, SetReplacement } from "@ntm/contract"
import { A } from "@solidjs/router"
import { createMemo, Show } from "solid-js"
import { untilKnown } from "../assessments/known-at.ts"
import { KnownPicker } from "../assessments/known-picker.tsx"
import { scorecardAddress } from "../assessments/scorecard-address.ts"
import { SetPicker, shortName } from "../assessments/set-picker.tsx"
import { assessmentWords } from "../assessments/assessments.words.ts"
import { useScope } from "../assessments/use-scope.ts"
import { CriteriaTabs } from "../criteria/criteria-tabs.tsx"
import { useWords } from "../language/words.ts"
import { addressWith, useAddress } from "../parts/address.ts"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { asHeading, formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { Page } from "../shell/page.tsx"
import { ChangesView } from "./changes-view.tsx"
import { FrameView } from "./frame-view.tsx"
import { replacementWords } from "./replacement.words.ts"
import { useReplacement } from "./replacements.queries.ts"

/** One set in the place of another: what each unit loses and gains, or what it holds where of the new set only the frame is known. */
const ReplacementPage = () => {
  const t = useWords(replacementWords)
  const assessed = useWords(assessmentWords)
  const scope = useScope()
  const [named, setTo] = useAddress("sang")
  const others = createMemo((): ReadonlyArray<CriteriaSetSummary> =>
    [...scope.sets(), ...scope.frames()].filter(({ id, level }) => level === scope.level() && id !== scope.set())
  )
  /** As the address says; else the set of the same tier whose period begins next after that of the first. */
  const to = createMemo(() => {
    const from = scope.sets().find(({ id }) => id === scope.set())
    if (named() !== undefined || from === undefined) return named()
    return others()
      .filter(({ periodFrom, tier }) => tier === from.tier && periodFrom > from.periodFrom)
      .toSorted((a, b) => a.periodFrom - b.periodFrom)[0]?.id
  })
  const replacement = useReplacement(() => ({ ...scope.asked(), to: to() }))
  const placeOf = ({ parent }: SetReplacement) =>
    parent === null ? t().country : asHeading(`${parent.type} ${parent.name}`)
  const hrefOf = (code: string, set: string) =>
    scorecardAddress(code, { asOf: scope.asOf(), knownAt: scope.knownAt(), set })
  return (
    <Page
      title={t().title}
      lead={
        <Show when={replacement.isSuccess && replacement.data}>
          {(answer) => (
            <>
              <p>{t().lead(placeOf(answer()), formatDay(answer().asOf))}</p>
              <Show when={untilKnown(scope.knownAt())}>{(until) => <p>{assessed().knownNote(until())}</p>}</Show>
            </>
          )}
        </Show>
      }
      controls={<CriteriaTabs />}
    >
      <div class="no-print mb-5 flex flex-wrap items-end gap-3">
        <SetPicker sets={scope.sets()} frames={scope.frames()} value={scope.set() ?? ""} onPick={scope.setSet} />
        <Select
          label={t().to}
          value={to() ?? ""}
          options={[
            ...(to() === undefined ? [{ value: "", name: t().choose }] : []),
            ...others().map(({ id, doNotEvaluate, name }) => ({
              value: id,
              name: doNotEvaluate ? t().frameOption(shortName(name)) : shortName(name)
            }))
          ]}
          onPick={(id) => setTo(id === "" ? undefined : id)}
          class="max-w-full sm:max-w-96"
        />
        <Select
          label={t().province}
          value={scope.province() ?? ""}
          options={scope.provinces().map(({ code, name }) => ({ value: String(code), name }))}
          onPick={scope.setProvince}
          class="max-w-full sm:max-w-40"
        />
        <DayPicker value={scope.asOf()} onPick={scope.setAsOf} />
        <KnownPicker value={scope.knownAt()} onPick={scope.setKnownAt} />
        <Show when={to()}>
          {(id) => (
            <A class="button" href={addressWith("/bo-tieu-chi", { bo: id() })}>
              {t().setPage}
            </A>
          )}
        </Show>
      </div>
      <Show when={to() !== undefined} fallback={<Empty>{others().length === 0 ? t().noOther : t().pick}</Empty>}>
        <Loaded query={replacement}>
          {(answer) => (
            <Show when={answer().units.length > 0} fallback={<Empty>{t().noUnits}</Empty>}>
              <div class="space-y-6" aria-busy={replacement.isPlaceholderData}>
                <Notes answer={answer()} />
                <Show
                  when={answer().frame}
                  fallback={<ChangesView answer={answer()} hrefOf={(code) => hrefOf(code, to() ?? "")} />}
                >
                  {(frame) => (
                    <FrameView answer={answer()} frame={frame()} hrefOf={(code) => hrefOf(code, scope.set() ?? "")} />
                  )}
                </Show>
              </div>
            </Show>
          )}
        </Loaded>
      </Show>
    </Page>
  )
}

/** What keeps the numbers from being the whole truth. */
const Notes = (props: { readonly answer: SetReplacement }) => {
  const t = useWords(replacementWords)
  return (
    <div class="space-y-1 text-sm text-ink-soft">
      <p>
        {props.answer.from.name} → {props.answer.to.name}
      </p>
      <Show when={props.answer.illustrative > 0}>
        <p>{t().illustrative(props.answer.illustrative)}</p>
      </Show>
      <Show when={props.answer.frame === null && props.answer.partial}>
        {(partial) => <p class="text-warning">{t().partial(partial().listed, partial().official)}</p>}
      </Show>
      <Show when={props.answer.notJudged > 0}>
        <p>{t().notJudged(props.answer.notJudged)}</p>
      </Show>
    </div>
  )
}

export default ReplacementPage

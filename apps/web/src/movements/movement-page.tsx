import "../assessments/assessments.css"
import type { MovementAnswer } from "@ntm/contract"
import { causeWords, MovementCause } from "@ntm/domain/criteria"
import { A } from "@solidjs/router"
import { createMemo, Show } from "solid-js"
import { assessmentWords } from "../assessments/assessments.words.ts"
import { untilKnown } from "../assessments/known-at.ts"
import { KnownPicker } from "../assessments/known-picker.tsx"
import { SetPicker } from "../assessments/set-picker.tsx"
import { useScope } from "../assessments/use-scope.ts"
import { CriteriaTabs } from "../criteria/criteria-tabs.tsx"
import { inLanguage, useWords } from "../language/words.ts"
import { addressWith, useAddress, useSetAddress } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { asHeading, formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { Page } from "../shell/page.tsx"
import { MovedLaws } from "./moved-laws.tsx"
import { MovedUnits } from "./moved-units.tsx"
import { numberKey } from "./movement-address.ts"
import { movementWords } from "./movement.words.ts"
import { useMovement } from "./movements.queries.ts"
import { hasMoved, useNumberName } from "./number-text.ts"
import { NumbersTable } from "./numbers-table.tsx"
import { Waterfall } from "./waterfall.tsx"

/** The day that years are compared from, of the year before that of a day. */
const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}-12-31`

/** Why the numbers of a group of units moved between two days: every part, and what it rests on. */
const MovementPage = () => {
  const t = useWords(movementWords)
  const common = useWords(assessmentWords)
  const scope = useScope()
  const [from, setFrom] = useAddress("tu")
  const [fromKnown, setFromKnown] = useAddress("tu-luc")
  const last = () => scope.asOf() ?? scope.today()
  const first = () => {
    const day = last()
    return from() ?? (day === undefined ? undefined : yearBefore(day))
  }
  const movement = useMovement(() => {
    const { knownAt, parent, set } = scope.asked()
    return { set, parent, from: first(), to: scope.asOf(), fromKnownAt: fromKnown(), toKnownAt: knownAt }
  })
  const parentName = ({ parent }: MovementAnswer) =>
    parent === null ? common().country : asHeading(`${parent.type} ${parent.name}`)
  const known = () => t().known(untilKnown(fromKnown()), untilKnown(scope.knownAt()))
  const back = () =>
    addressWith("/danh-gia", {
      bo: scope.set(),
      "don-vi": scope.province(),
      as_of: scope.asOf(),
      known_at: scope.knownAt()
    })
  return (
    <Page
      title={t().title}
      lead={
        <Show when={movement.isSuccess && movement.data}>
          {(answer) => (
            <>
              <p>{t().lead(parentName(answer()), formatDay(answer().from.day), formatDay(answer().to.day))}</p>
              <p>{answer().set.name}</p>
              <Show when={known()}>{(text) => <p>{asHeading(text())}</p>}</Show>
              <A class="link" href={back()}>
                {t().back}
              </A>
            </>
          )}
        </Show>
      }
      controls={<CriteriaTabs />}
    >
      <div class="no-print mb-5 flex flex-wrap items-end gap-3">
        <SetPicker sets={scope.sets()} frames={scope.frames()} value={scope.set() ?? ""} onPick={scope.setSet} />
        <Select
          label={common().province}
          value={scope.province() ?? ""}
          options={scope.provinces().map(({ code, name }) => ({ value: String(code), name }))}
          onPick={scope.setProvince}
          class="max-w-full sm:max-w-40"
        />
        <DayPicker label={t().from} none={t().yearBefore} value={first()} onPick={setFrom} />
        <KnownPicker label={t().fromKnown} ask={t().askFromKnown} value={fromKnown()} onPick={setFromKnown} />
        <DayPicker label={t().to} value={scope.asOf()} onPick={scope.setAsOf} />
        <KnownPicker label={t().toKnown} ask={t().askToKnown} value={scope.knownAt()} onPick={scope.setKnownAt} />
      </div>
      <Loaded query={movement}>
        {(answer) => (
          <Show
            when={answer().numbers.some(({ after, before }) => after !== 0 || before !== 0)}
            fallback={<Empty>{t().noOne}</Empty>}
          >
            <div aria-busy={movement.isPlaceholderData}>
              <Body answer={answer()} />
            </div>
          </Show>
        )}
      </Loaded>
    </Page>
  )
}

const Body = (props: { readonly answer: MovementAnswer }) => {
  const t = useWords(movementWords)
  const nameOf = useNumberName()
  const [named] = useAddress("so")
  const [why] = useAddress("vi-sao")
  const setAddress = useSetAddress()
  /** The number that the address names, else that of the whole set, else the first that moved. */
  const number = createMemo(() => {
    const { numbers } = props.answer
    const asked = numbers.find((one) => numberKey(one) === named())
    return asked ?? numbers.find((one) => one.of === "set" && hasMoved(one)) ?? numbers.find(hasMoved)
  })
  const cause = createMemo((): MovementCause | undefined => {
    const parts = number()?.parts
    if (parts === undefined) return undefined
    const moving = MovementCause.literals.filter((each) => parts[each] !== 0)
    return moving.find((each) => each === why()) ?? moving[0]
  })
  const pick = (so: string, because: MovementCause | undefined) => setAddress({ so, "vi-sao": because })
  return (
    <div class="space-y-6">
      <NumbersTable
        answer={props.answer}
        shown={{
          number: number() === undefined ? "" : numberKey(number() ?? { of: "units", criterion: null }),
          cause: cause()
        }}
        onPick={pick}
      />
      <Show when={number()}>
        {(shown) => (
          <Card id="steps" title={t().steps(nameOf(shown()))}>
            <Waterfall
              number={shown()}
              from={props.answer.from.day}
              to={props.answer.to.day}
              shown={cause()}
              onPick={(because) => pick(numberKey(shown()), because)}
            />
            <Show when={cause()}>
              {(because) => (
                <section aria-live="polite" aria-label={t().records(inLanguage(causeWords[because()]))} class="mt-5">
                  <h3 class="mb-2 font-semibold">{t().records(inLanguage(causeWords[because()]))}</h3>
                  <MovedLaws answer={props.answer} cause={because()} />
                  <MovedUnits answer={props.answer} number={shown()} cause={because()} />
                </section>
              )}
            </Show>
          </Card>
        )}
      </Show>
      <Show when={number() === undefined}>
        <section aria-label={t().records(inLanguage(causeWords.knowledge))}>
          <MovedLaws answer={props.answer} cause="knowledge" />
        </section>
      </Show>
      <p class="text-sm text-ink-soft">
        <span class="font-semibold">{t().order}: </span>
        {inLanguage(props.answer.order)}
      </p>
    </div>
  )
}

export default MovementPage

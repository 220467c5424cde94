import "./assessments.css"
import { ApiProblem, type Scorecard } from "@ntm/contract"
import { A, useParams } from "@solidjs/router"
import { createMemo, Show } from "solid-js"
import { useAnchor } from "../documents/use-anchor.ts"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Allowed } from "../people/allowed.tsx"
import { Page } from "../shell/page.tsx"
import { NotThen } from "../units/not-then.tsx"
import { unitAddress } from "../units/unit-day.ts"
import { useScorecard, useWhatIf } from "./assessments.queries.ts"
import { HeldLine } from "./held-line.tsx"
import { untilKnown } from "./known-at.ts"
import { KnownPicker } from "./known-picker.tsx"
import { scorecardWords } from "./scorecard.words.ts"
import { SetCards } from "./set-cards.tsx"
import { SetSection } from "./set-section.tsx"
import { changedLines, shortfallOf } from "./shortfall.ts"
import { createTrial, type Trial } from "./trial.ts"
import { TrialBar } from "./trial-bar.tsx"

/** Where a unit stands under every set that is for it, and why; with values changed for trial, what would follow. */
const ScorecardPage = () => {
  const t = useWords(scorecardWords)
  const params = useParams<{ readonly code: string }>()
  const [asOf, setAsOf] = useAddress("as_of")
  const [knownAt, setKnownAt] = useAddress("known_at")
  const known = () => ({ asOf: asOf(), knownAt: knownAt() })
  const card = useScorecard(() => params.code, known)
  const trial = createTrial()
  const missing = () => card.error instanceof ApiProblem && card.error.problem.status === 404
  const name = () => (card.isSuccess ? `${card.data.unit.type} ${card.data.unit.name}` : undefined)
  useAnchor()
  return (
    <Page
      title={name() === undefined ? t().waiting : t().title(name() ?? "")}
      lead={card.isSuccess ? <Lead card={card.data} knownAt={knownAt()} /> : undefined}
      controls={
        <>
          <DayPicker value={asOf()} onPick={setAsOf} />
          <KnownPicker value={knownAt()} onPick={setKnownAt} />
        </>
      }
    >
      <Show when={!missing()} fallback={<NotThen code={params.code} asOf={asOf()} />}>
        <Loaded query={card}>
          {(answer) => <Body recorded={answer()} code={params.code} known={known()} trial={trial} />}
        </Loaded>
      </Show>
    </Page>
  )
}

/** Day, what is held, and where else the unit is told of. */
const Lead = (props: { readonly card: Scorecard; readonly knownAt: string | undefined }) => {
  const t = useWords(scorecardWords)
  const known = () => untilKnown(props.knownAt)
  const above = () => props.card.above.map(({ name, type }) => `${type} ${name}`).join(", ")
  return (
    <>
      <p>
        {[
          ...(above() === "" ? [] : [above()]),
          t().asOf(formatDay(props.card.asOf)),
          ...[known()].flatMap((until) => (until === undefined ? [] : [t().known(until)]))
        ].join(" · ")}
      </p>
      <HeldLine card={props.card} />
    </>
  )
}

const Body = (props: {
  readonly recorded: Scorecard
  readonly code: string
  readonly known: { readonly asOf: string | undefined; readonly knownAt: string | undefined }
  readonly trial: Trial
}) => {
  const t = useWords(scorecardWords)
  const [named, setNamed] = useAddress("bo")
  const tried = useWhatIf(
    () => props.code,
    () => props.known,
    () => props.trial.values()
  )
  const card = createMemo(() => (props.trial.values().length > 0 && tried.isSuccess ? tried.data : props.recorded))
  /** The set that the address names, by its own id or that of the national set; else the first that is not met. */
  const shown = createMemo(() => {
    const { sets } = card()
    const asked = sets.find(({ set }) => set.id === named() || set.national === named())
    return asked ?? sets.find(({ explanation }) => !shortfallOf(explanation).done) ?? sets.at(-1)
  })
  const before = (id: string) => props.recorded.sets.find(({ set }) => set.id === id)
  const changed = () =>
    card().sets.reduce((sum, { explanation, set }) => {
      const one = before(set.id)
      return sum + (one === undefined ? 0 : changedLines(one.explanation, explanation))
    }, 0)
  const day = () => props.known.asOf
  const province = () => [props.recorded.unit, ...props.recorded.above].find(({ level }) => level === "province")?.code
  const heat = () => {
    const set = shown()?.set
    const query = new URLSearchParams({
      ...(set === undefined ? {} : { bo: set.national ?? set.id }),
      ...(province() === undefined ? {} : { "don-vi": String(province()) }),
      ...(day() === undefined ? {} : { as_of: String(day()) })
    })
    return `/danh-gia?${query.toString()}`
  }
  return (
    <Show when={card().sets.length > 0} fallback={<Empty>{t().noSets}</Empty>}>
      <div class="space-y-5">
        <div class="no-print flex flex-wrap gap-2">
          <Show when={!props.trial.on()}>
            <button type="button" class="button border-primary text-primary" onClick={() => props.trial.start()}>
              {t().try.start}
            </button>
          </Show>
          <Allowed action="values.record">
            <A
              class="button"
              href={`/don-vi/${props.code}/nhap-so-lieu${day() === undefined ? "" : `?as_of=${day()}`}`}
            >
              {t().entry}
            </A>
          </Allowed>
          <A class="button" href={heat()}>
            {t().heat}
          </A>
          <A class="button" href={unitAddress(props.code, day())}>
            {t().unitPage}
          </A>
          <button type="button" class="button" onClick={() => window.print()}>
            {t().print}
          </button>
        </div>
        <Show when={props.trial.on()}>
          <TrialBar trial={props.trial} answer={tried} changed={changed()} />
        </Show>
        <SetCards card={card()} recorded={props.recorded} shown={shown()?.set.id} onShow={setNamed} />
        <Show when={shown()}>
          {(of) => (
            <SetSection
              card={card()}
              recorded={props.recorded}
              of={of()}
              before={before(of().set.id)}
              trial={props.trial}
            />
          )}
        </Show>
      </div>
    </Show>
  )
}

export default ScorecardPage

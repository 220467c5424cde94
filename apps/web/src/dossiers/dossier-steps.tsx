import type { DossierStanding, DossierStepStanding } from "@ntm/domain/dossiers"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { ConfidenceBadge } from "../assessments/confidence-badge.tsx"
import { inLanguage, useWords } from "../language/words.ts"
import { addressWith } from "../parts/address.ts"
import { Badge, type Tone } from "../parts/badge.tsx"
import { Card } from "../parts/card.tsx"
import { asHeading, formatDay, formatNumber } from "../parts/format.ts"
import { CheckIcon, ClockIcon, WarningIcon } from "../parts/icons.tsx"
import { dossierWords } from "./dossier.words.ts"
import { dossiersWords } from "./dossiers.words.ts"
import { StepTerms } from "./step-terms.tsx"

type State = DossierStepStanding["state"]

const tones: Readonly<Record<State, Tone>> = { waiting: "plain", ready: "warning", begun: "warning", done: "good" }

/** The steps from the first to the last, one below the other: who, until when, how late, with which papers. */
export const DossierSteps = (props: {
  readonly standing: DossierStanding
  readonly taskHref: (key: string) => string
}) => {
  const t = useWords(dossierWords)
  return (
    <Card
      id="cac-buoc"
      title={t().steps}
      lead={t().stepsLead(props.standing.procedure.document)}
      aside={
        <A
          class="link no-print text-sm font-semibold"
          href={addressWith("/ho-so/trinh-tu", {
            level: props.standing.procedure.level,
            as_of: props.standing.dossier.openedOn
          })}
        >
          {t().toProcedure}
        </A>
      }
    >
      <ol class="ml-3 border-l-2 border-line">
        <For each={props.standing.steps}>
          {(step) => <Step of={step} here={props.standing.at === step.step.key} taskHref={props.taskHref} />}
        </For>
      </ol>
    </Card>
  )
}

const dots: Readonly<Record<State, string>> = {
  waiting: "border-line-strong bg-surface text-ink-faint",
  ready: "border-primary-bar bg-surface text-primary",
  begun: "border-primary-bar bg-primary-soft text-primary",
  done: "border-primary-bar bg-primary-bar text-surface"
}

const Dot = (props: { readonly state: State; readonly late: boolean }) => (
  <span
    class={`absolute top-3 -left-[13px] grid size-6 place-items-center rounded-full border-2 ${props.late && props.state !== "done" ? "border-error-line bg-error-soft text-error" : dots[props.state]}`}
    aria-hidden="true"
  >
    <Show when={props.state !== "done"} fallback={<CheckIcon class="size-3.5" />}>
      <Show when={props.late} fallback={<ClockIcon class="size-3.5" />}>
        <WarningIcon class="size-3.5" />
      </Show>
    </Show>
  </span>
)

const Step = (props: {
  readonly of: DossierStepStanding
  readonly here: boolean
  readonly taskHref: (key: string) => string
}) => {
  const t = useWords(dossierWords)
  const words = useWords(dossiersWords)
  const days = () => {
    const { begunOn, days: left, doneOn, due, expectedEnd, lateDays } = props.of
    return [
      ...(begunOn === null || begunOn === doneOn ? [] : [t().begunOn(formatDay(begunOn))]),
      ...(doneOn === null ? [] : [t().doneOn(formatDay(doneOn))]),
      ...(due === null ? [] : [t().due(formatDay(due))]),
      ...(doneOn !== null || left === null || left < 0 || lateDays > 0
        ? []
        : [left === 0 ? t().dueToday : t().left(formatNumber(left))]),
      ...(doneOn !== null || expectedEnd === null || expectedEnd === due ? [] : [t().expected(formatDay(expectedEnd))])
    ].join(" · ")
  }
  const papers = () => {
    const all = props.of.papers
    const lacking = all.filter(({ state }) => state !== "there").map(({ paper }) => inLanguage(paper.name))
    const count = t().stepPapers(formatNumber(all.length - lacking.length), formatNumber(all.length))
    return lacking.length === 0 ? count : `${count}; ${t().lacking(lacking.join("; "))}`
  }
  return (
    <li id={`buoc-${props.of.step.key}`} class="relative py-2.5 pl-6" aria-current={props.here ? "step" : undefined}>
      <Dot state={props.of.state} late={props.of.lateDays > 0} />
      <div class="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 class="font-semibold">{inLanguage(props.of.step.name)}</h3>
        <Badge tone={tones[props.of.state]}>{t().stepStates[props.of.state]}</Badge>
        <Show when={props.of.lateDays > 0}>
          <Badge tone={props.of.doneOn === null ? "error" : "warning"}>
            <WarningIcon class="size-3.5 shrink-0" />
            {t().late(formatNumber(props.of.lateDays))}
          </Badge>
        </Show>
        <Show when={props.of.step.confidence !== "verified"}>
          <ConfidenceBadge confidence={props.of.step.confidence} />
        </Show>
      </div>
      <p class="text-sm">{words().step.who(inLanguage(props.of.step.who))}</p>
      <StepTerms step={props.of.step} />
      <Show when={days() !== ""}>
        <p class="text-sm">{asHeading(days())}</p>
      </Show>
      <Show when={props.of.rule}>
        {(rule) => (
          <p
            class="text-sm"
            classList={{ "text-error": rule().holds === false, "text-primary": rule().holds === true }}
          >
            {inLanguage(rule().sentence)}
          </p>
        )}
      </Show>
      <Show when={props.of.papers.length > 0}>
        <p class="text-sm">{papers()}</p>
      </Show>
      <Show when={props.of.tasks.length > 0}>
        <ul aria-label={t().tasks} class="text-sm">
          <For each={props.of.tasks}>
            {(task) => (
              <li>
                <A class="link" href={props.taskHref(task.key)}>
                  {t().task(task.no)}: {task.title}
                </A>
                <Show when={task.who !== ""}> · {task.who}</Show>
                <Show when={task.lateDays > 0}>
                  <span class="text-error"> · {t().late(formatNumber(task.lateDays))}</span>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </li>
  )
}

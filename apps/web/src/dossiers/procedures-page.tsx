import type { KnownProcedure } from "@ntm/contract"
import { formatMoment } from "@ntm/domain/values"
import { For, Show } from "solid-js"
import { ConfidenceBadge } from "../assessments/confidence-badge.tsx"
import { inLanguage, useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { Page } from "../shell/page.tsx"
import { useProcedures } from "./dossiers.queries.ts"
import { DossiersTabs } from "./dossiers-tabs.tsx"
import { dossiersWords } from "./dossiers.words.ts"
import { StepTerms } from "./step-terms.tsx"
import { useDossiersScope } from "./use-dossiers-scope.ts"

const levels = ["commune", "district", "province"] as const

/** How each level asks for a title on a day: steps, who, in how many days, with which papers; what was not verified is marked. */
const ProceduresPage = () => {
  const t = useWords(dossiersWords)
  const scope = useDossiersScope()
  const [level, setLevel] = useAddress("level")
  const procedures = useProcedures(() => ({ asOf: scope.asOf(), level: level() }))
  return (
    <Page
      title={t().procedures.title}
      lead={
        procedures.isSuccess
          ? t().procedures.lead(formatNumber(procedures.data.items.length), formatDay(procedures.data.asOf))
          : undefined
      }
      controls={<DossiersTabs scope={scope} />}
    >
      <div class="no-print mb-5 flex flex-wrap items-end gap-3">
        <Select
          label={t().procedures.level}
          value={level() ?? ""}
          options={[
            { value: "", name: t().procedures.anyLevel },
            ...levels.map((each) => ({ value: each, name: t().procedures.levels[each] }))
          ]}
          onPick={(value) => setLevel(value === "" ? undefined : value)}
        />
        <DayPicker value={scope.asOf()} onPick={scope.setAsOf} />
      </div>
      <Loaded query={procedures}>
        {(answer) => (
          <div class="space-y-5" aria-live="polite" aria-busy={procedures.isPlaceholderData}>
            <Show when={answer().items.length > 0} fallback={<Empty>{t().procedures.none}</Empty>}>
              <For each={answer().items}>{(procedure) => <ProcedureCard procedure={procedure} />}</For>
            </Show>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

const ProcedureCard = (props: { readonly procedure: KnownProcedure }) => {
  const t = useWords(dossiersWords)
  const named = (key: string) => {
    const paper = props.procedure.papers.find((one) => one.key === key)
    return paper === undefined ? key : inLanguage(paper.name)
  }
  return (
    <Card
      id={props.procedure.id}
      title={inLanguage(props.procedure.name)}
      lead={t().procedures.from(
        props.procedure.document,
        formatDay(props.procedure.from),
        props.procedure.to === null ? t().procedures.still : formatDay(props.procedure.to)
      )}
    >
      <p class="mb-3 text-xs text-ink-soft">
        <Show when={props.procedure.known.recordedBy} fallback={t().procedures.shipped}>
          {(by) => (
            <>
              {t().procedures.loaded(
                by().name,
                formatMoment(props.procedure.known.knownFrom),
                props.procedure.known.file
              )}
              <Show when={props.procedure.known.shippedChanged}> · {t().procedures.shippedChanged}</Show>
            </>
          )}
        </Show>
      </p>
      <div class="grid gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <ol class="list-decimal space-y-2 pl-6">
          <For each={props.procedure.steps}>
            {(step) => (
              <li>
                <p class="flex flex-wrap items-center gap-2">
                  <span class="font-semibold">{inLanguage(step.name)}</span>
                  <Show when={step.confidence !== "verified"}>
                    <ConfidenceBadge confidence={step.confidence} />
                  </Show>
                </p>
                <p class="text-sm">{t().step.who(inLanguage(step.who))}</p>
                <Show when={step.papers.length > 0}>
                  <p class="text-sm">{t().step.papers(step.papers.map(named).join("; "))}</p>
                </Show>
                <StepTerms step={step} sourced />
              </li>
            )}
          </For>
        </ol>
        <Show when={props.procedure.papers.length > 0}>
          <div>
            <h3 class="font-semibold">{t().procedures.papers}</h3>
            <ul class="list-disc pl-5 text-sm">
              <For each={props.procedure.papers}>
                {(paper) => (
                  <li>
                    {inLanguage(paper.name)}{" "}
                    <span class="text-xs text-ink-soft">
                      {[
                        t().paperFrom[paper.from],
                        ...(paper.required ? [] : [t().procedures.optional]),
                        ...(paper.maxAgeMonths === null
                          ? []
                          : [t().procedures.maxAge(formatNumber(paper.maxAgeMonths))])
                      ].join(" · ")}
                    </span>
                  </li>
                )}
              </For>
            </ul>
          </div>
        </Show>
      </div>
    </Card>
  )
}

export default ProceduresPage

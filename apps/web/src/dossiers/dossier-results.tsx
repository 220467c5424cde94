import type { DossierEvent, DossierStanding } from "@ntm/domain/dossiers"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { Card } from "../parts/card.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { dossierWords } from "./dossier.words.ts"
import { SurveyTable } from "./survey-table.tsx"

type Result = DossierEvent & {
  readonly body: Extract<DossierEvent["body"], { readonly _tag: "consultation" | "surveyed" | "voted" }>
}

const isResult = (event: DossierEvent): event is Result =>
  event.body._tag === "consultation" || event.body._tag === "surveyed" || event.body._tag === "voted"

/** What people said: the last result of each step that asks for one, and whether it is enough. */
export const DossierResults = (props: { readonly standing: DossierStanding }) => {
  const t = useWords(dossierWords)
  const results = () => [
    ...new Map(props.standing.events.filter(isResult).map((event) => [event.body.step, event])).values()
  ]
  const stepOf = (key: string) => props.standing.steps.find(({ step }) => step.key === key)
  return (
    <Show when={results().length > 0}>
      <Card id="ket-qua" title={t().results}>
        <ul class="divide-y divide-line text-sm">
          <For each={results()}>
            {(event) => (
              <li class="space-y-1 py-2.5">
                <p class="flex flex-wrap items-center gap-2">
                  <span class="font-semibold">
                    {inLanguage(stepOf(event.body.step)?.step.name ?? { vi: "", en: "" })}
                  </span>
                  <Show when={stepOf(event.body.step)?.rule}>
                    {(rule) => (
                      <Badge tone={rule().holds === null ? "plain" : rule().holds === true ? "good" : "error"}>
                        {t().verdicts[rule().holds === null ? "unknown" : rule().holds === true ? "holds" : "holdsNot"]}
                      </Badge>
                    )}
                  </Show>
                  <span class="text-ink-soft">{formatDay(event.day)}</span>
                </p>
                <Told body={event.body} />
              </li>
            )}
          </For>
        </ul>
      </Card>
    </Show>
  )
}

const Told = (props: { readonly body: Result["body"] }) => {
  const t = useWords(dossierWords)
  const told = () => {
    const { body } = props
    switch (body._tag) {
      case "consultation":
        return `${t().consultation(formatDay(body.from), formatDay(body.to))} · ${t().opinions(formatNumber(body.opinions), formatNumber(body.against))}`
      case "voted":
        return t().vote(formatNumber(body.inFavour), formatNumber(body.present), formatNumber(body.members))
      case "surveyed":
        return undefined
    }
  }
  const survey = () => (props.body._tag === "surveyed" ? props.body : undefined)
  return (
    <>
      <Show when={told()}>{(text) => <p>{text()}</p>}</Show>
      <Show when={survey()}>{(body) => <SurveyTable survey={body()} />}</Show>
    </>
  )
}

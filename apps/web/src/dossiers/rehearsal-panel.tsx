import { addressOf, api } from "@ntm/contract"
import type { DossierStanding, RehearsalFinding } from "@ntm/domain/dossiers"
import { A } from "@solidjs/router"
import { createSignal, For, Show } from "solid-js"
import { scorecardAddress } from "../assessments/scorecard-address.ts"
import { taskHref } from "../assignments/use-tasks-scope.ts"
import { inLanguage, useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { Choice } from "../parts/choice.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { DownloadIcon } from "../parts/icons.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { Panel } from "../parts/panel.tsx"
import { useRehearsal } from "./dossiers.queries.ts"
import { rehearsalWords } from "./rehearsal.words.ts"
import type { DossiersScope } from "./use-dossiers-scope.ts"

/** Per cent of its threshold within which a value is asked about. */
const margins = ["0", "2", "5", "10"] as const

/** Thẩm định thử: what the council would send the dossier back for, and what it would ask; to be saved as a sealed file. */
export const RehearsalPanel = (props: {
  readonly standing: DossierStanding
  readonly scope: DossiersScope
  readonly onClose: () => void
}) => {
  const t = useWords(rehearsalWords)
  const [margin, setMargin] = createSignal<(typeof margins)[number]>("5")
  const id = () => String(props.standing.dossier.id)
  const rehearsal = useRehearsal(id, () => Number(margin()), props.scope.known)
  const bundle = (asOf: string, knownAt: string | null) =>
    addressOf(api.dossiers.bundle.path, {
      id: id(),
      margin: margin(),
      as_of: asOf,
      known_at: knownAt ?? undefined
    })
  return (
    <Panel title={t().title} onClose={props.onClose}>
      <div class="space-y-4">
        <p class="text-sm text-ink-soft">{t().lead}</p>
        <Choice
          label={t().margin}
          shown
          value={margin()}
          options={margins.map((each) => [each, t().marginOf(each)] as const)}
          onPick={setMargin}
        />
        <Loaded query={rehearsal}>
          {(answer) => (
            <div class="space-y-4" aria-live="polite" aria-busy={rehearsal.isPlaceholderData}>
              <p class="flex flex-wrap items-center gap-2">
                <Badge tone={answer().rehearsal.passes ? "good" : "error"}>
                  {answer().rehearsal.passes ? t().passes : t().fails}
                </Badge>
                <span class="text-sm text-ink-soft">{formatDay(answer().rehearsal.day)}</span>
              </p>
              <For each={["blocking", "question"] as const}>
                {(severity) => (
                  <Findings
                    severity={severity}
                    findings={answer().rehearsal.findings.filter((one) => one.severity === severity)}
                    standing={props.standing}
                    scope={props.scope}
                    onLeave={props.onClose}
                  />
                )}
              </For>
              <p class="no-print space-y-1">
                <a class="button" href={bundle(answer().asOf, answer().knownAt)} download="">
                  <DownloadIcon />
                  {t().bundle}
                </a>
                <span class="block text-xs text-ink-soft">{t().bundleAbout}</span>
              </p>
            </div>
          )}
        </Loaded>
      </div>
    </Panel>
  )
}

const Findings = (props: {
  readonly severity: RehearsalFinding["severity"]
  readonly findings: ReadonlyArray<RehearsalFinding>
  readonly standing: DossierStanding
  readonly scope: DossiersScope
  readonly onLeave: () => void
}) => {
  const t = useWords(rehearsalWords)
  return (
    <section aria-labelledby={`tham-dinh-${props.severity}`}>
      <h3 id={`tham-dinh-${props.severity}`} class="font-semibold">
        {t().severities[props.severity](formatNumber(props.findings.length))}
      </h3>
      <Show when={props.findings.length > 0} fallback={<p class="text-sm text-ink-soft">{t().none[props.severity]}</p>}>
        <ul class="divide-y divide-line text-sm">
          <For each={props.findings}>
            {(finding) => (
              <li class="py-2">
                <p class="text-xs font-semibold text-ink-soft">{t().kinds[finding.kind]}</p>
                <p>{inLanguage(finding.sentence)}</p>
                <Place {...props} finding={finding} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}

/** Leads to what the finding is about: a paper or a step of this page, the assessment, a task. */
const Place = (props: {
  readonly finding: RehearsalFinding
  readonly standing: DossierStanding
  readonly scope: DossiersScope
  readonly onLeave: () => void
}) => {
  const t = useWords(rehearsalWords)
  const here = () => {
    const { place } = props.finding
    if (props.standing.papers.some(({ paper }) => paper.key === place)) return `#giay-to-${place}`
    return props.standing.steps.some(({ step }) => step.key === place) ? `#buoc-${place}` : undefined
  }
  const elsewhere = () => {
    const { kind, place } = props.finding
    const { dossier, unit } = props.standing
    if (kind === "taskOpen") return { href: taskHref(place, props.scope.day()), name: t().toTask }
    if (!["valueTooOld", "nearThreshold", "notMet", "noData"].includes(kind) || unit === null) return undefined
    return {
      href: scorecardAddress(unit.code, { asOf: dossier.asOf, set: dossier.criteriaSet }),
      name: t().toAssessment
    }
  }
  return (
    <Show
      when={here()}
      fallback={
        <Show when={elsewhere()}>
          {(link) => (
            <A class="link no-print" href={link().href}>
              {link().name}
            </A>
          )}
        </Show>
      }
    >
      {(href) => (
        <a class="link no-print" href={href()} onClick={() => props.onLeave()}>
          {t().toPlace}
        </a>
      )}
    </Show>
  )
}

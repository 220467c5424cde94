import type { DossierLine } from "@ntm/contract"
import { Tier } from "@ntm/domain/criteria"
import { A } from "@solidjs/router"
import { Show } from "solid-js"
import { KnownPicker } from "../assessments/known-picker.tsx"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { Allowed } from "../people/allowed.tsx"
import { Page } from "../shell/page.tsx"
import { UnitPath } from "../units/unit-path.tsx"
import { DossierItems } from "./dossier-items.tsx"
import { useDossiers } from "./dossiers.queries.ts"
import { DossiersTabs } from "./dossiers-tabs.tsx"
import { dossiersWords } from "./dossiers.words.ts"
import { dossierHref, useDossiersScope } from "./use-dossiers-scope.ts"

const PATH = "/ho-so"

const states = ["open", "returned", "recognised", "refused", "revoked", "expired", "closed"] as const

/** Dossiers of a unit and everything below it: for which title, how they stand, what is missing. */
const DossiersPage = () => {
  const t = useWords(dossiersWords)
  const scope = useDossiersScope()
  const [state, setState] = useAddress("tinh-trang")
  const dossiers = useDossiers(() => ({ unit: scope.unit(), tier: scope.tier(), ...scope.known() }))
  const all = (): ReadonlyArray<DossierLine> => (dossiers.isSuccess ? dossiers.data.items : [])
  const count = (wanted: string) => all().filter((line) => line.state === wanted).length
  const shown = () => all().filter((line) => state() === undefined || line.state === state())
  return (
    <Page
      title={t().title}
      lead={dossiers.isSuccess ? t().asOf(formatDay(dossiers.data.asOf)) : undefined}
      controls={<DossiersTabs scope={scope} />}
    >
      <div class="no-print mb-5 space-y-3">
        <Show when={scope.unit() !== undefined}>
          <UnitPath code={scope.unit() ?? null} asOf={scope.asOf()} hrefOf={scope.hrefOf(PATH)} />
        </Show>
        <div class="flex flex-wrap items-end gap-3">
          <Select
            label={t().tier}
            value={scope.tier() ?? ""}
            options={[
              { value: "", name: t().anyTier },
              ...Tier.literals.map((tier) => ({ value: tier, name: t().tiers[tier] }))
            ]}
            onPick={(tier) => scope.setTier(tier === "" ? undefined : tier)}
          />
          <Select
            label={t().state}
            value={state() ?? ""}
            options={[
              { value: "", name: t().anyState(formatNumber(all().length)) },
              ...states
                .filter((each) => count(each) > 0 || each === state())
                .map((each) => ({
                  value: each,
                  name: t().stateCount(t().states[each], formatNumber(count(each)))
                }))
            ]}
            onPick={(value) => setState(value === "" ? undefined : value)}
          />
          <DayPicker value={scope.asOf()} onPick={scope.setAsOf} />
          <KnownPicker value={scope.knownAt()} onPick={scope.setKnownAt} />
        </div>
      </div>
      <Loaded query={dossiers}>
        {() => (
          <div
            class="rounded-card border border-line bg-surface px-4 py-3 sm:px-5"
            aria-live="polite"
            aria-busy={dossiers.isPlaceholderData}
          >
            <p class="flex flex-wrap justify-between gap-x-6 gap-y-1 text-sm text-ink-soft">
              {t().count(formatNumber(shown().length))}
              <Allowed action="dossiers.open" here={dossiers.isSuccess ? dossiers.data.allowed : undefined}>
                <A class="link no-print" href={scope.within("/ho-so/mo")}>
                  {t().openNew}
                </A>
              </Allowed>
            </p>
            <Show when={shown().length > 0} fallback={<Empty>{t().none}</Empty>}>
              <DossierItems items={shown()} hrefOf={(id) => dossierHref(id, scope.day())} />
            </Show>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

export default DossiersPage

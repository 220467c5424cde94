import { A } from "@solidjs/router"
import { Show } from "solid-js"
import { useDossiers } from "../dossiers/dossiers.queries.ts"
import { useCounts } from "../inventory/inventory.queries.ts"
import { useWords } from "../language/words.ts"
import { addressWith } from "../parts/address.ts"
import { Bar } from "../parts/bar.tsx"
import { formatNumber } from "../parts/format.ts"
import { useUnitAsked } from "../units/use-province.ts"
import { big, KeyResult } from "./key-results.tsx"
import { overviewWords } from "./overview.words.ts"

/** How many dossiers are under way, and what they lack. */
export const DossiersResult = (props: { readonly asOf: string | undefined }) => {
  const t = useWords(overviewWords)
  const unit = useUnitAsked(() => props.asOf)
  const dossiers = useDossiers(() => ({ unit: unit(), asOf: props.asOf, knownAt: undefined }))
  const open = () =>
    dossiers.isSuccess && dossiers.data.items.length > 0
      ? dossiers.data.items.filter(({ state }) => state === "open" || state === "returned")
      : undefined
  return (
    <Show when={open()}>
      {(lines) => (
        <KeyResult
          name={t().dossiers}
          below={
            lines().length === 0
              ? t().noDossiers
              : t().dossiersLack(formatNumber(lines().reduce((sum, { missing }) => sum + missing, 0)))
          }
        >
          <A href={addressWith("/ho-so", { as_of: props.asOf })} class={big}>
            {formatNumber(lines().length)}
          </A>
        </KeyResult>
      )}
    </Show>
  )
}

/** How many of the plan's targets for registers are reached. */
export const RegistersResult = (props: { readonly asOf: string | undefined; readonly year: number | undefined }) => {
  const t = useWords(overviewWords)
  const unit = useUnitAsked(() => props.asOf)
  const counts = useCounts(
    () => ({ unit: unit(), kind: undefined, asOf: props.asOf, knownAt: undefined }),
    () => props.year
  )
  const targets = () => {
    const all = counts.isSuccess ? counts.data.total.flatMap((count) => count.targets) : []
    return all.length === 0 ? undefined : { all: all.length, met: all.filter(({ met }) => met).length }
  }
  return (
    <Show when={targets()}>
      {(found) => (
        <KeyResult
          name={t().registers}
          below={<Bar share={found().met / found().all} tone="good" class="h-1.5 w-full" />}
        >
          <A href={addressWith("/so-theo-doi", { as_of: props.asOf, nam: props.year })} class={big}>
            {formatNumber(found().met)}/{formatNumber(found().all)}
          </A>{" "}
          <span class="text-sm text-ink-soft">{t().registerTargets}</span>
        </KeyResult>
      )}
    </Show>
  )
}

import type { Unit } from "@ntm/domain/units"
import { A, useNavigate } from "@solidjs/router"
import { useQuery } from "@tanstack/solid-query"
import { For, Show } from "solid-js"
import { useClient } from "../data/client.ts"
import { useWords } from "../language/words.ts"
import { asHeading } from "../parts/format.ts"
import { ChevronIcon } from "../parts/icons.tsx"
import { Select } from "../parts/select.tsx"
import { useHome } from "../people/people.queries.ts"
import { unitQuery, useUnits } from "./units.queries.ts"
import { unitWords } from "./units.words.ts"

const named = ({ name, type }: Pick<Unit, "name" | "type">) => asHeading(`${type} ${name}`)

/** Where in the tree the page is: the country, the units above, the unit itself; and a list of those right below to go down to. */
export const UnitPath = (props: {
  /** Null is the whole country. */
  readonly code: string | null
  /** The day on which codes are read. */
  readonly asOf: string | undefined
  readonly hrefOf: (code: string | null) => string
}) => {
  const t = useWords(unitWords)
  const client = useClient()
  const navigate = useNavigate()
  const story = useQuery(() => ({
    ...unitQuery(client, props.code ?? "", props.asOf),
    enabled: props.code !== null,
    retry: false
  }))
  const below = useUnits(() => ({
    asOf: props.asOf,
    ...(props.code === null ? { level: "province" } : { parent: props.code })
  }))
  const home = useHome()
  /** Whether a place of the path leads anywhere: what lies above what is theirs is named, and not to be opened. */
  const leads = (index: number): boolean => {
    const own = home().unit
    if (own === null) return true
    const at = path().findIndex(({ code }) => code === own.code)
    return at < 0 ? false : index >= at
  }
  const path = (): ReadonlyArray<Unit> =>
    props.code === null || !story.isSuccess ? [] : [...(story.data.above ?? []).toReversed(), story.data.unit]
  const children = () => {
    const own = home().unit
    if (props.code === null && own !== null) return [own]
    return below.isSuccess ? below.data.items : []
  }
  return (
    <div class="flex min-w-0 flex-wrap items-end gap-x-4 gap-y-3">
      <nav aria-label={t().path} class="min-w-0">
        <span class="text-xs font-semibold text-ink-soft" aria-hidden="true">
          {t().path}
        </span>
        <ol class="flex min-h-10 flex-wrap items-center gap-x-1 text-sm">
          <li>
            <Show when={props.code !== null} fallback={<span class="font-semibold">{t().country}</span>}>
              <Show when={home().unit === null} fallback={<span class="text-ink-soft">{t().country}</span>}>
                <A class="link" href={props.hrefOf(null)}>
                  {t().country}
                </A>
              </Show>
            </Show>
          </li>
          <For each={path()}>
            {(unit, index) => (
              <li class="flex items-center gap-1">
                <ChevronIcon class="size-3.5 shrink-0 text-ink-faint" />
                <Show
                  when={index() < path().length - 1}
                  fallback={
                    <span class="font-semibold" aria-current="location">
                      {named(unit)}
                    </span>
                  }
                >
                  <Show when={leads(index())} fallback={<span class="text-ink-soft">{named(unit)}</span>}>
                    <A class="link" href={props.hrefOf(unit.code)}>
                      {named(unit)}
                    </A>
                  </Show>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </nav>
      <Show when={children().length > 0}>
        <Select
          label={t().below}
          value=""
          options={[
            { value: "", name: t().chooseBelow },
            ...children().map((unit) => ({ value: unit.code, name: `${unit.type} ${unit.name}` }))
          ]}
          onPick={(code) => {
            if (code !== "") navigate(props.hrefOf(code))
          }}
          class="max-w-full sm:max-w-52"
        />
      </Show>
    </div>
  )
}

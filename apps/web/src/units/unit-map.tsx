import type { Unit } from "@ntm/domain/units"
import { useNavigate } from "@solidjs/router"
import { useQuery, useQueryClient } from "@tanstack/solid-query"
import { createMemo, For, lazy, Show, Suspense } from "solid-js"
import { useClient } from "../data/client.ts"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Card } from "../parts/card.tsx"
import { asHeading, formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Loading } from "../parts/loading.tsx"
import { type Place, placeOn, type Standing } from "./place-on.ts"
import { shareText } from "./share-text.ts"
import { unitAddress } from "./unit-day.ts"
import { UnitLink } from "./unit-link.tsx"
import { unitWords } from "./units.words.ts"

const ProvinceMap = lazy(() => import("../maps/province-map.tsx"))

/**
 * The province's map, with the unit marked on it.
 *
 * **Details** On a province's page the slider moves the page itself to another day, and to the code that the province
 * carries then. On any other unit's page it moves the map alone, and marks the units on the unit's ground.
 */
export const UnitMap = (props: { readonly standing: Standing; readonly asOf: string | undefined }) => {
  const t = useWords(unitWords)
  const client = useClient()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [mapDay, setMapDay] = useAddress("ban-do")
  const isProvince = () => props.standing.unit.level === "province"
  const day = () => (isProvince() ? undefined : mapDay()) ?? props.standing.asOf
  const placeAt = (on: string): Promise<Place> => placeOn(client, queries, props.standing, on)
  const place = useQuery(() => {
    const { asOf, unit } = props.standing
    const on = day()
    return {
      queryKey: ["units", "place", unit.code, asOf, on],
      queryFn: () => placeAt(on),
      placeholderData: (before: Place | undefined) => before
    }
  })
  const codes = createMemo(
    () =>
      new Set<string | null>(place.isSuccess && !isProvince() ? place.data.relatives.map(({ unit }) => unit.code) : [])
  )
  const marked = (unit: Unit) => codes().has(unit.code) || (unit.parentCode !== null && codes().has(unit.parentCode))
  const follow = (on: string) => {
    if (!isProvince()) {
      setMapDay(on)
      return
    }
    void placeAt(on).then(({ province }) => {
      // With its anchor, the page stays where it is and the slider keeps the focus though the code may be another.
      if (province !== undefined) navigate(`${unitAddress(province, on)}#ban-do`, { replace: true, scroll: false })
    })
  }
  return (
    <Card
      id="ban-do"
      title={isProvince() ? t().map : asHeading(t().mapOf(`${props.standing.unit.type} ${props.standing.unit.name}`))}
    >
      <Loaded query={place}>
        {(found) => (
          <>
            <Show when={!isProvince() && found().day !== props.standing.asOf}>
              <Ground place={found()} />
            </Show>
            <Show
              when={found().province}
              fallback={<p class="text-sm text-ink-soft">{t().noGround(formatDay(found().day))}</p>}
            >
              {(province) => (
                <Suspense fallback={<Loading />}>
                  <ProvinceMap
                    province={province()}
                    asOf={found().day}
                    marked={marked}
                    addressOf={(unit) => unitAddress(unit.code, found().day)}
                    provinceOn={(on) => placeAt(on).then((there) => there.province)}
                    onDay={follow}
                  />
                </Suspense>
              )}
            </Show>
          </>
        )}
      </Loaded>
    </Card>
  )
}

/** What stood on the unit's ground on the map's day, in words. */
const Ground = (props: { readonly place: Place }) => {
  const t = useWords(unitWords)
  return (
    <div class="mb-3 text-sm">
      <p class="text-ink-soft">{t().ground(formatDay(props.place.day), props.place.relatives.length)}</p>
      <ul class="mt-0.5 flex flex-wrap gap-x-4 gap-y-1">
        <For each={props.place.relatives}>
          {(relative) => (
            <li>
              <UnitLink unit={relative.unit} asOf={props.place.day} />{" "}
              <span class="text-xs text-ink-soft">({shareText(relative.share, t())})</span>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}

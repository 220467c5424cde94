import type { ListedItem } from "@ntm/contract"
import { createSignal, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { DownloadCsv } from "../parts/download-csv.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { createPart, MoreButton } from "../parts/more-button.tsx"
import { SearchBox } from "../parts/search-box.tsx"
import { Select } from "../parts/select.tsx"
import { Allowed } from "../people/allowed.tsx"
import { Page } from "../shell/page.tsx"
import { FollowPanel } from "./follow-panel.tsx"
import { InventoryBar } from "./inventory-bar.tsx"
import { itemsAddress, useItems } from "./inventory.queries.ts"
import { InventoryTabs } from "./inventory-tabs.tsx"
import { inventoryWords } from "./inventory.words.ts"
import { followings } from "./item-reading.ts"
import { ItemLine } from "./item-line.tsx"
import { useInventoryScope } from "./use-inventory-scope.ts"
import { usePlanYear, yearsAround } from "./years.ts"

const PATH = "/so-theo-doi/danh-sach"

/** Spans within which certificates may expire, in days. */
const spans = ["30", "90", "180", "365"] as const

/** Most entries that the page asks for. */
const MOST = 500

/** Entries of the registers one by one: how each stands, and where what became of it is recorded. */
const ItemsPage = () => {
  const t = useWords(inventoryWords)
  const scope = useInventoryScope()
  const [words, setWords] = useAddress("q")
  const [expiring, setExpiring] = useAddress("trong")
  const [followed, setFollowed] = createSignal<ListedItem>()
  const planYear = usePlanYear(scope)
  const wanted = () => ({ q: words(), expiring: expiring(), year: scope.year() })
  const items = useItems(scope.asked, () => ({ ...wanted(), limit: MOST }))
  const part = createPart(() => (items.isSuccess ? items.data.items : []))
  const ocop = () => scope.kind() === undefined || scope.kind() === "ocop"
  return (
    <Page
      title={scope.kind() === undefined ? t().listTitle : t().kinds[scope.kind() ?? "ocop"]}
      lead={items.isSuccess ? t().asOf(formatDay(items.data.asOf)) : undefined}
      controls={<InventoryTabs scope={scope} />}
    >
      <InventoryBar scope={scope} path={PATH}>
        <SearchBox
          label={t().search}
          hint={t().hint}
          value={words() ?? ""}
          onSearch={(text) => setWords(text === "" ? undefined : text)}
        />
        <Select
          label={t().year}
          value={scope.year() ?? ""}
          options={[
            { value: "", name: t().anyYear },
            ...yearsAround(planYear()).map((each) => ({ value: each, name: each }))
          ]}
          onPick={(year) => scope.setYear(year === "" ? undefined : year)}
        />
        <Show when={ocop()}>
          <Select
            label={t().expiring}
            value={expiring() ?? ""}
            options={[
              { value: "", name: t().anyExpiry },
              ...spans.map((days) => ({ value: days, name: t().expiringIn(days) }))
            ]}
            onPick={(days) => setExpiring(days === "" ? undefined : days)}
          />
        </Show>
      </InventoryBar>
      <Loaded query={items}>
        {(answer) => (
          <div
            class="rounded-card border border-line bg-surface px-4 py-3 sm:px-5"
            aria-live="polite"
            aria-busy={items.isPlaceholderData}
          >
            <p class="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-sm text-ink-soft">
              {t().count(formatNumber(answer().total ?? answer().items.length))}
              <DownloadCsv address={itemsAddress(scope.asked(), wanted())} name="so-theo-doi.csv" />
            </p>
            <Show when={answer().items.length > 0} fallback={<Empty>{t().none}</Empty>}>
              <ul class="divide-y divide-line">
                <For each={part.shown()}>
                  {(item) => (
                    <li class="py-2.5">
                      <ItemLine
                        item={item}
                        asOf={scope.asOf()}
                        action={
                          <Show when={followings(item).length > 0}>
                            <Allowed action="registers.record" here={answer().allowed}>
                              <button
                                type="button"
                                class="button no-print"
                                aria-label={t().followOf(item.name)}
                                onClick={() => setFollowed(item)}
                              >
                                {t().follow}
                              </button>
                            </Allowed>
                          </Show>
                        }
                      />
                    </li>
                  )}
                </For>
              </ul>
              <MoreButton part={part} />
              <Show when={answer().next !== null}>
                <p class="text-sm text-ink-soft">{t().more}</p>
              </Show>
            </Show>
            <Show when={followed()}>
              {(item) => <FollowPanel item={item()} asOf={answer().asOf} onClose={() => setFollowed(undefined)} />}
            </Show>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

export default ItemsPage

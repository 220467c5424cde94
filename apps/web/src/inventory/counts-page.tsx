import type { AnswerOf, api } from "@ntm/contract"
import { type ItemCount, itemKinds } from "@ntm/domain/inventory"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatDay, formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Select } from "../parts/select.tsx"
import { Page } from "../shell/page.tsx"
import { CountsByUnit } from "./counts-by-unit.tsx"
import { InventoryBar } from "./inventory-bar.tsx"
import { useCounts, useItems } from "./inventory.queries.ts"
import { InventoryTabs } from "./inventory-tabs.tsx"
import { inventoryWords } from "./inventory.words.ts"
import { ItemLine } from "./item-line.tsx"
import { TargetBar } from "./target-bar.tsx"
import { type InventoryScope, useInventoryScope } from "./use-inventory-scope.ts"
import { usePlanYear, yearsAround } from "./years.ts"

const PATH = "/so-theo-doi"

/** Days before which a certificate is told to expire soon. */
const SOON = "180"

/** The registers in numbers: how many there are, how many are new in the year, against the targets of the plan, unit by unit. */
const CountsPage = () => {
  const t = useWords(inventoryWords)
  const scope = useInventoryScope()
  const year = usePlanYear(scope)
  const counts = useCounts(scope.asked, year)
  return (
    <Page
      title={t().title}
      lead={counts.isSuccess ? t().lead(formatDay(counts.data.countedOn), String(year() ?? "")) : undefined}
      controls={<InventoryTabs scope={scope} />}
    >
      <InventoryBar scope={scope} path={PATH}>
        <Select
          label={t().year}
          value={String(year() ?? "")}
          options={yearsAround(year()).map((each) => ({ value: each, name: each }))}
          onPick={scope.setYear}
        />
      </InventoryBar>
      <Loaded query={counts}>
        {(answer) => <Body answer={answer()} scope={scope} busy={counts.isPlaceholderData} />}
      </Loaded>
    </Page>
  )
}

const Body = (props: {
  readonly answer: AnswerOf<typeof api.inventory.counts>
  readonly scope: InventoryScope
  readonly busy: boolean
}) => {
  const t = useWords(inventoryWords)
  const any = () =>
    props.answer.total.some(({ added, expired, targets, total }) => added + total + expired + targets.length > 0)
  return (
    <div class="space-y-5" aria-busy={props.busy}>
      <Show when={any()} fallback={<Empty>{t().empty}</Empty>}>
        <ul class="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
          <For each={props.answer.total}>{(count) => <KindCard count={count} scope={props.scope} />}</For>
        </ul>
        <CountsByUnit answer={props.answer} scope={props.scope} />
      </Show>
      <Show when={props.scope.kind() === undefined || props.scope.kind() === "ocop"}>
        <Soon scope={props.scope} />
      </Show>
    </div>
  )
}

const KindCard = (props: { readonly count: ItemCount; readonly scope: InventoryScope }) => {
  const t = useWords(inventoryWords)
  const count = () => props.count
  const held = () => itemKinds[count().kind].held
  const facts = () => {
    const { added, attended, byStars, expired, people, renewed, total, year } = count()
    return [
      held() ? t().toDate(formatNumber(total)) : t().added(formatNumber(added), String(year)),
      ...byStars.map((one) => t().stars(String(one.stars), formatNumber(one.count))),
      ...(expired > 0 ? [t().expired(formatNumber(expired))] : []),
      ...(renewed > 0 ? [t().renewed(formatNumber(renewed))] : []),
      ...(people === null ? [] : [t().people(formatNumber(people))]),
      ...(attended === null || attended === 0 ? [] : [t().attended(formatNumber(attended))])
    ].join(" · ")
  }
  return (
    <li class="flex min-w-0 flex-col gap-1 rounded-card border border-line bg-surface px-4 py-3.5">
      <h2 class="text-sm font-semibold">{t().kinds[count().kind]}</h2>
      <p>
        <span class="text-2xl font-semibold">{formatNumber(held() ? count().added : count().total)}</span>{" "}
        <span class="text-sm text-ink-soft">{held() ? t().held(String(count().year)) : t().standing}</span>
      </p>
      <p class="text-xs text-ink-soft">{facts()}</p>
      <Show
        when={count().targets.length > 0}
        fallback={<p class="mt-auto pt-1 text-xs text-ink-soft">{t().noTarget}</p>}
      >
        <ul class="mt-auto space-y-1.5 pt-2" aria-label={t().targets}>
          <For each={count().targets}>
            {(target) => (
              <li>
                <TargetBar target={target} told />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p class="no-print pt-1 text-sm">
        <A class="link" href={props.scope.within("/so-theo-doi/danh-sach", { loai: count().kind, nam: undefined })}>
          {t().open}
          <span class="sr-only">: {t().kinds[count().kind]}</span>
        </A>
      </p>
    </li>
  )
}

/** Certificates that run out soon, so that somebody asks for them to be graded again. */
const Soon = (props: { readonly scope: InventoryScope }) => {
  const t = useWords(inventoryWords)
  const items = useItems(
    () => ({ ...props.scope.asked(), kind: "ocop" }),
    () => ({ expiring: SOON, limit: 20 })
  )
  return (
    <Card
      id="sap-het-han"
      title={t().soon}
      lead={t().soonLead(SOON)}
      aside={
        <A
          class="link no-print text-sm font-semibold"
          href={props.scope.within("/so-theo-doi/danh-sach", { loai: "ocop", trong: SOON, nam: undefined })}
        >
          {t().open}
        </A>
      }
    >
      <Loaded query={items}>
        {(answer) => (
          <>
            <Show when={answer().items.length > 0} fallback={<p class="text-sm text-ink-soft">{t().soonNone(SOON)}</p>}>
              <ul class="divide-y divide-line">
                <For each={answer().items}>
                  {(item) => (
                    <li class="py-2.5">
                      <ItemLine item={item} asOf={props.scope.asOf()} />
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <p class="mt-2 text-xs text-ink-soft">
              {t().term(formatNumber(answer().term.months), answer().term.source)}
            </p>
          </>
        )}
      </Loaded>
    </Card>
  )
}

export default CountsPage

import type { AssessmentMatrix } from "@ntm/contract"
import { createMemo, type JSX, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { Empty } from "../parts/empty.tsx"
import { SearchBox } from "../parts/search-box.tsx"
import { Select } from "../parts/select.tsx"
import { assessmentWords } from "./assessments.words.ts"
import { HeatTable } from "./heat-table.tsx"
import { Legend } from "./legend.tsx"
import { countsByCriterion, found, ordered, type Order, orderOf } from "./matrix-order.ts"

const orders: ReadonlyArray<Order> = ["ten", "dat", "gan"]

/** Units by criteria, with what orders and narrows them: kept in the page's address. */
export const HeatMap = (props: {
  readonly matrix: AssessmentMatrix
  readonly hrefOf: (code: string, criterion?: number) => string
  readonly whyOf: (number: string) => string
  /** What chooses between this view and others. */
  readonly views: JSX.Element
}) => {
  const t = useWords(assessmentWords)
  const [order, setOrder] = useAddress("sap-xep")
  const [failing, setFailing] = useAddress("thieu")
  const [words, setWords] = useAddress("q")
  const criteria = () => props.matrix.criteria
  const failed = () => {
    const at = criteria().findIndex(({ no }) => String(no) === failing())
    return at < 0 ? null : at
  }
  const counts = createMemo(() => countsByCriterion(props.matrix.items, criteria().length))
  const all = createMemo(() => ordered(props.matrix.items, orderOf(order())))
  const rows = createMemo(() => found(all(), { words: words() ?? "", failing: failed() }))
  const narrowed = () => words() !== undefined || failed() !== null
  const clear = () => {
    setWords(undefined)
    setFailing(undefined)
  }
  const status = () => (
    <p class="flex items-center gap-x-3 whitespace-nowrap" role="status">
      <span class="font-semibold">{t().shown(rows().length, all().length)}</span>
      <Show when={narrowed()}>
        <button type="button" class="link no-print" onClick={clear}>
          {t().clear}
        </button>
      </Show>
    </p>
  )
  return (
    <section class="space-y-3" aria-label={t().heat(props.matrix.set.name)}>
      <div class="no-print flex flex-wrap items-end gap-3">
        {props.views}
        <SearchBox
          label={t().find}
          hint={t().findHint}
          value={words() ?? ""}
          onSearch={(text) => setWords(text === "" ? undefined : text)}
        />
        <Select
          label={t().order}
          value={orderOf(order())}
          options={orders.map((each) => ({ value: each, name: t().orders[each] }))}
          onPick={(next) => setOrder(next === "ten" ? undefined : next)}
        />
        <Select
          label={t().failing}
          value={failing() ?? ""}
          options={[
            { value: "", name: t().anyCriterion },
            ...criteria().map(({ name, no }, at) => ({
              value: String(no),
              name: `${t().criterion(no, name)} (${counts()[at]?.notMet ?? 0})`
            }))
          ]}
          onPick={(no) => setFailing(no === "" ? undefined : no)}
          class="max-w-full sm:max-w-56"
        />
      </div>
      <Show
        when={rows().length > 0}
        fallback={
          <>
            {status()}
            <Empty>{t().noneFound}</Empty>
          </>
        }
      >
        <HeatTable
          matrix={props.matrix}
          rows={rows()}
          counts={counts()}
          failing={failed()}
          onFailing={(at) => setFailing(at === null ? undefined : String(criteria()[at]?.no))}
          hrefOf={props.hrefOf}
          whyOf={props.whyOf}
          status={status()}
        />
      </Show>
      <Legend units={props.matrix.items} />
    </section>
  )
}

import { Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Empty } from "../parts/empty.tsx"
import { formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { HitList } from "./hit-list.tsx"
import { useUnits } from "./units.queries.ts"
import { unitWords } from "./units.words.ts"

/** No unit carries the code on the day: which one did on another, and where it leads. */
export const NotThen = (props: { readonly code: string; readonly asOf: string | undefined }) => {
  const t = useWords(unitWords)
  const found = useUnits(() => ({ asOf: props.asOf, words: props.code }))
  return (
    <Loaded query={found}>
      {(answer) => {
        const hits = () => (answer().hits ?? []).filter(({ unit }) => unit.code === props.code)
        return (
          <>
            <p role="status" class="mb-3 max-w-prose">
              {t().notThen(props.code, formatDay(answer().asOf))}
            </p>
            <Show when={hits().length > 0} fallback={<Empty>{t().neverThen}</Empty>}>
              <HitList hits={hits()} asOf={props.asOf} />
            </Show>
          </>
        )
      }}
    </Loaded>
  )
}

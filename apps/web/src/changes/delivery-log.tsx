import { formatMoment } from "@ntm/domain/values"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Empty } from "../parts/empty.tsx"
import { formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { TableFrame } from "../parts/table-frame.tsx"
import { useDeliveries } from "./changes.queries.ts"
import { changesWords } from "./changes.words.ts"

/** Every attempt to send to an endpoint, the newest first. */
export const DeliveryLog = (props: { readonly id: number }) => {
  const t = useWords(changesWords)
  const deliveries = useDeliveries(() => props.id)
  return (
    <Loaded query={deliveries}>
      {(answer) => (
        <Show when={answer().items.length > 0} fallback={<Empty>{t().noDeliveries}</Empty>}>
          <TableFrame label={t().log}>
            <table class="w-full text-sm">
              <thead>
                <tr class="border-b border-line text-left">
                  <For each={[t().at, t().attempt, t().status, t().answer]}>
                    {(name) => (
                      <th scope="col" class="px-3 py-1.5">
                        {name}
                      </th>
                    )}
                  </For>
                </tr>
              </thead>
              <tbody>
                <For each={answer().items}>
                  {(one) => (
                    <tr class="border-t border-line align-top">
                      <td class="px-3 py-1.5 whitespace-nowrap">{formatMoment(one.at)}</td>
                      <td class="px-3 py-1.5">{formatNumber(one.attempt)}</td>
                      <td class="px-3 py-1.5" classList={{ "text-error": !one.ok }}>
                        {one.status ?? t().noAnswer}
                      </td>
                      <td class="px-3 py-1.5 break-words">{one.answer}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </TableFrame>
        </Show>
      )}
    </Loaded>
  )
}

import type { CalendarAddress } from "@ntm/contract"
import { Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { peopleWords } from "./people.words.ts"
import { useCalendar, useRenewCalendar } from "./people.queries.ts"
import { Refusal } from "./refusal.tsx"

/** The secret address under which a calendar program reads what is due of somebody: given, shown and changed. */
export const CalendarCard = () => {
  const t = useWords(peopleWords)
  const calendar = useCalendar()
  const renew = useRenewCalendar()
  const button = (answer: CalendarAddress) => (answer.address === null ? t().calendarMake : t().calendarRenew)
  return (
    <Card id="lich" title={t().calendar} lead={t().calendarLead}>
      <Loaded query={calendar}>
        {(answer) => (
          <>
            <Show when={answer().address}>
              {(address) => (
                <p class="rounded-card border border-line bg-raised px-3 py-2 text-sm">
                  <code class="break-all select-all">{address()}</code>
                </p>
              )}
            </Show>
            <Refusal failure={renew.error} />
            <button
              type="button"
              class="button mt-3"
              disabled={renew.isPending}
              onClick={() => renew.mutate(undefined)}
            >
              {button(answer())}
            </button>
          </>
        )}
      </Loaded>
    </Card>
  )
}

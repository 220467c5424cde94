import type { SessionLine } from "@ntm/contract"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { Card } from "../parts/card.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { useSessionEnd, useSessions } from "./account.queries.ts"
import { accountWords } from "./account.words.ts"
import { Confirming } from "./confirming.tsx"
import { momentOf } from "./moment-text.ts"

/** Where somebody is signed in, on browsers and terminals: each session can be ended, or all others at once. */
export const SessionsCard = () => {
  const t = useWords(accountWords)
  const sessions = useSessions()
  const end = useSessionEnd<string>((client, id) => client.sessions.end({ id, body: {} }))
  const endOthers = useSessionEnd<void>((client) => client.sessions.endOthers({ body: {} }))
  const agentOf = ({ agent }: SessionLine) => (agent === null || agent === "" ? t().unknownAgent : agent)
  return (
    <Card id="phien" title={t().sessions} lead={t().sessionsLead}>
      <Loaded query={sessions}>
        {(answer) => (
          <>
            <ul class="divide-y divide-line">
              <For each={answer().items}>
                {(one) => (
                  <li class="py-2">
                    <p class="break-words">
                      {agentOf(one)}{" "}
                      <Show when={one.current}>
                        <Badge tone="plain">{t().current}</Badge>
                      </Show>
                    </p>
                    <p class="text-sm text-ink-soft">
                      <Show when={one.address}>{(address) => <>{t().from(address())} · </>}</Show>
                      {t().began(momentOf(one.beganAt))} · {t().ends(momentOf(one.endsAt))}
                    </p>
                    <Show when={!one.current}>
                      <button
                        type="button"
                        class="button mt-1"
                        aria-label={t().endSessionOf(`${agentOf(one)}, ${t().began(momentOf(one.beganAt))}`)}
                        disabled={end.isPending}
                        onClick={() => end.mutate(one.id)}
                      >
                        {t().endSession}
                      </button>
                    </Show>
                  </li>
                )}
              </For>
            </ul>
            <Confirming
              failure={end.error ?? endOthers.error}
              onConfirmed={() => {
                if (end.error !== null && end.variables !== undefined) end.mutate(end.variables)
                else endOthers.mutate()
              }}
            />
            <Show when={answer().items.length > 1}>
              <button
                type="button"
                class="button mt-3"
                disabled={endOthers.isPending}
                onClick={() => endOthers.mutate()}
              >
                {t().endOthers}
              </button>
            </Show>
          </>
        )}
      </Loaded>
    </Card>
  )
}

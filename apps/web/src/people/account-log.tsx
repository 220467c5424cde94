import type { AccountEvent } from "@ntm/domain/people"
import { formatMoment } from "@ntm/domain/values"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Empty } from "../parts/empty.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { useAccountLog } from "./account.queries.ts"
import { accountWords } from "./account.words.ts"

/** What happened to somebody's account, the newest first: keys, passwords, second factor, refused attempts. From where is told by the audit trail. */
export const AccountLog = (props: { readonly id: string; readonly name: string }) => {
  const t = useWords(accountWords)
  const log = useAccountLog(() => props.id)
  const told = ({ what }: AccountEvent): string => {
    const words = t().happened
    switch (what._tag) {
      case "keyMade":
      case "keyRevoked":
        return words[what._tag](what.name)
      case "secondFactorReset":
        return words.secondFactorReset(what.known)
      case "sessionsEnded":
        return words.sessionsEnded[what.which]
      case "signInRefused":
        return words.signInRefused[what.step]
      default:
        return words[what._tag]
    }
  }
  return (
    <section aria-label={t().logOf(props.name)} class="mt-2">
      <Loaded query={log}>
        {(answer) => (
          <Show when={answer().items.length > 0} fallback={<Empty>{t().noLog}</Empty>}>
            <ul class="grid gap-1 text-sm">
              <For each={[...answer().items].reverse()}>
                {(event) => (
                  <li>
                    {formatMoment(event.recordedAt)} · {told(event)} ·{" "}
                    <span class="text-ink-soft">
                      {event.recordedBy.person === null && event.what._tag === "signInRefused"
                        ? t().nobody
                        : event.recordedBy.name}
                    </span>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
    </section>
  )
}

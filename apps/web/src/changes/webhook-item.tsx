import type { WebhookLine } from "@ntm/domain/changes"
import { formatMoment } from "@ntm/domain/values"
import { createSignal, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"
import { Refusal } from "../people/refusal.tsx"
import { TextField } from "../people/text-field.tsx"
import { useWebhookChange } from "./changes.queries.ts"
import { changesWords } from "./changes.words.ts"
import { DeliveryLog } from "./delivery-log.tsx"

/** An endpoint: how it fares, what can be done with it, and its log. `onSecret`: a secret that is shown once. */
export const WebhookItem = (props: {
  readonly hook: WebhookLine & { readonly tag: string }
  readonly onSecret: (secret: string) => void
}) => {
  const t = useWords(changesWords)
  const [logged, setLogged] = createSignal(false)
  const [since, setSince] = createSignal("")
  const id = () => String(props.hook.id)
  const turn = useWebhookChange<boolean, unknown>((client, active) =>
    client.webhooks.switch({ id: id(), ifMatch: props.hook.tag, body: { active } })
  )
  const rotate = useWebhookChange<void, { readonly secret: string }>((client) =>
    client.webhooks.rotate({ id: id(), ifMatch: props.hook.tag, body: {} })
  )
  const remove = useWebhookChange<void, unknown>((client) =>
    client.webhooks.remove({ id: id(), ifMatch: props.hook.tag, body: {} })
  )
  const replay = useWebhookChange<number, unknown>((client, from) =>
    client.webhooks.replay({ id: id(), body: { since: from } })
  )
  const failure = () => turn.error ?? rotate.error ?? remove.error ?? replay.error
  const named = (action: string) => t().of(action, props.hook.url)
  return (
    <article aria-label={props.hook.url} class="min-w-0">
      <p class="font-semibold break-words">{props.hook.url}</p>
      <p class="text-sm text-ink-soft">
        {props.hook.description} · {props.hook.active ? t().active : t().off} ·{" "}
        {t().delivered(formatNumber(props.hook.delivered))}
        <Show when={props.hook.failingSince}>
          {(moment) => <span class="text-error"> · {t().failing(formatMoment(moment()))}</span>}
        </Show>
      </p>
      <Show when={props.hook.notice}>
        {(notice) => (
          <p role="status" class="mt-1 text-sm text-error">
            {notice()}
          </p>
        )}
      </Show>
      <div class="no-print mt-2 flex flex-wrap items-end gap-2">
        <button
          type="button"
          class="button"
          aria-label={named(props.hook.active ? t().switchOff : t().switchOn)}
          onClick={() => turn.mutate(!props.hook.active)}
        >
          {props.hook.active ? t().switchOff : t().switchOn}
        </button>
        <button
          type="button"
          class="button"
          aria-label={named(t().rotate)}
          onClick={() =>
            rotate.mutateAsync().then(
              ({ secret }) => props.onSecret(secret),
              () => undefined
            )
          }
        >
          {t().rotate}
        </button>
        <button type="button" class="button" aria-label={named(t().remove)} onClick={() => remove.mutate()}>
          {t().remove}
        </button>
        <button
          type="button"
          class="button"
          aria-expanded={logged()}
          aria-label={named(t().log)}
          onClick={() => setLogged((shown) => !shown)}
        >
          {t().log}
        </button>
        <form
          class="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            replay.mutate(Number(since()))
          }}
        >
          <TextField label={t().replay} value={since()} onInput={setSince} required />
          <button type="submit" class="button" aria-label={named(t().send)}>
            {t().send}
          </button>
        </form>
      </div>
      <div class="mt-2 grid gap-2">
        <Refusal failure={failure()} />
        <Show when={logged()}>
          <DeliveryLog id={props.hook.id} />
        </Show>
      </div>
    </article>
  )
}

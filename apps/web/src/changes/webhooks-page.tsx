import { createSignal, For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { Empty } from "../parts/empty.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { Refusal } from "../people/refusal.tsx"
import { TextField } from "../people/text-field.tsx"
import { Page } from "../shell/page.tsx"
import { useWebhookChange, useWebhooks } from "./changes.queries.ts"
import { ChangesTabs } from "./changes-tabs.tsx"
import { changesWords } from "./changes.words.ts"
import { WebhookItem } from "./webhook-item.tsx"

const NewWebhook = (props: { readonly onSecret: (secret: string) => void }) => {
  const t = useWords(changesWords)
  const [url, setUrl] = createSignal("")
  const [description, setDescription] = createSignal("")
  const create = useWebhookChange<void, { readonly secret: string }>((client) =>
    client.webhooks.create({ body: { url: url(), description: description() } })
  )
  return (
    <Card id="moi" title={t().create}>
      <form
        class="grid max-w-xl gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          create.mutateAsync().then(
            ({ secret }) => {
              setUrl("")
              setDescription("")
              props.onSecret(secret)
            },
            () => undefined
          )
        }}
      >
        <TextField label={t().url} value={url()} onInput={setUrl} required />
        <TextField label={t().description} value={description()} onInput={setDescription} required />
        <Refusal failure={create.error} />
        <button
          type="submit"
          class="button justify-self-start border-primary bg-primary-soft text-primary"
          disabled={create.isPending}
        >
          {t().create}
        </button>
      </form>
    </Card>
  )
}

/** Where changes are sent, how that goes, and what can be done about it. */
const WebhooksPage = () => {
  const t = useWords(changesWords)
  const hooks = useWebhooks()
  const [secret, setSecret] = createSignal<string>()
  return (
    <Page title={t().webhooks} lead={t().webhooksLead} controls={<ChangesTabs />}>
      <div class="grid gap-5">
        <Show when={secret()}>
          {(shown) => (
            <div role="status" class="rounded-card border border-primary bg-primary-soft px-4 py-3">
              <p class="text-sm">{t().secret}</p>
              <code class="break-all">{shown()}</code>
            </div>
          )}
        </Show>
        <Loaded query={hooks}>
          {(answer) => (
            <Show when={answer().items.length > 0} fallback={<Empty>{t().noWebhooks}</Empty>}>
              <ul class="divide-y divide-line rounded-card border border-line bg-surface px-4 sm:px-5">
                <For each={answer().items}>
                  {(hook) => (
                    <li class="py-3">
                      <WebhookItem hook={hook} onSecret={setSecret} />
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          )}
        </Loaded>
        <NewWebhook onSecret={setSecret} />
      </div>
    </Page>
  )
}

export default WebhooksPage

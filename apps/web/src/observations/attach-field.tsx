import { evidenceKinds, formatBytes } from "@ntm/domain/criteria"
import { createUniqueId, For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"
import { CloseIcon, DocumentIcon } from "../parts/icons.tsx"
import { attachWords } from "./attach.words.ts"
import type { Attachment, Attachments } from "./attachments.ts"
import { EvidenceLink } from "./evidence-link.tsx"

/** What the dialog of the browser offers; what a file is, its content tells. */
const accepted = Object.values(evidenceKinds)
  .flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))
  .join(",")

/** Files of evidence for a field: chosen by a button, with size, progress, what is wrong, and a way to take each back. */
export const AttachField = (props: {
  /** Names the field to who hears the page. */
  readonly label: string
  readonly field: string
  readonly attachments: Attachments
}) => {
  const t = useWords(attachWords)
  const hint = createUniqueId()
  let input: HTMLInputElement | undefined
  return (
    <div class="text-sm">
      <input
        ref={input}
        type="file"
        multiple
        accept={accepted}
        class="hidden"
        aria-label={t().attachTo(props.label)}
        onChange={(event) => {
          props.attachments.attach(props.field, [...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ""
        }}
      />
      <button
        type="button"
        class="button"
        aria-label={t().attachTo(props.label)}
        aria-describedby={hint}
        onClick={() => input?.click()}
      >
        <DocumentIcon />
        {t().attach}
      </button>
      <p id={hint} class="mt-1 text-xs text-ink-soft">
        {t().allowed}
      </p>
      <Show when={props.attachments.of(props.field).length > 0}>
        <ul aria-label={t().files} class="mt-1 space-y-1">
          <For each={props.attachments.of(props.field).map(({ id }) => id)}>
            {(id) => (
              <Show when={props.attachments.of(props.field).find((one) => one.id === id)}>
                {(one) => <Attached of={one()} onRemove={() => props.attachments.remove(props.field, id)} />}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </div>
  )
}

const Attached = (props: { readonly of: Attachment; readonly onRemove: () => void }) => {
  const t = useWords(attachWords)
  return (
    <li class="flex items-start gap-2 rounded-lg border border-line px-2 py-1">
      <div class="min-w-0 flex-1">
        <Show
          when={props.of.kept}
          fallback={<span class="break-words">{t().open(props.of.name, formatBytes(props.of.bytes))}</span>}
        >
          {(kept) => <EvidenceLink file={props.of.name} sha256={kept().sha256} bytes={kept().bytes} />}
        </Show>
        <Show
          when={props.of.wrong}
          fallback={
            <span class="block text-xs text-ink-soft">
              <Show when={props.of.kept === null} fallback={<span role="status">{t().kept}</span>}>
                <progress class="mr-2 h-2 w-24 align-middle" max="1" value={props.of.sent} aria-label={props.of.name} />
                {t().sending(formatNumber(Math.floor(props.of.sent * 100)))}
              </Show>
            </span>
          }
        >
          {(wrong) => (
            <span class="block text-xs text-error" role="alert">
              {inLanguage(wrong())}
            </span>
          )}
        </Show>
      </div>
      <button
        type="button"
        class="grid size-8 shrink-0 place-items-center rounded-lg hover:bg-raised"
        aria-label={t().remove(props.of.name)}
        onClick={() => props.onRemove()}
      >
        <CloseIcon />
      </button>
    </li>
  )
}

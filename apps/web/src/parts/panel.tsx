import { type JSX, onCleanup, onMount } from "solid-js"
import { useWords } from "../language/words.ts"
import { CloseIcon } from "./icons.tsx"
import { partsWords } from "./parts.words.ts"

/** A panel from the side, over the page: the browser keeps the focus inside, Escape closes, and the focus goes back. */
export const Panel = (props: {
  readonly title: string
  readonly onClose: () => void
  readonly children: JSX.Element
}) => {
  const t = useWords(partsWords)
  let dialog: HTMLDialogElement | undefined
  onMount(() => {
    const opener = document.activeElement
    dialog?.showModal()
    onCleanup(() => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    })
  })
  return (
    <dialog
      ref={dialog}
      aria-labelledby="panel-title"
      class="fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-full max-w-lg border-l border-line bg-surface text-ink shadow-2xl"
      onClose={() => props.onClose()}
      onClick={(event) => {
        if (event.target === dialog) dialog.close()
      }}
    >
      <div class="flex min-h-full flex-col">
        <div class="sticky top-0 flex items-start justify-between gap-4 border-b border-line bg-surface px-5 py-4">
          <h2 id="panel-title" class="text-lg font-semibold">
            {props.title}
          </h2>
          <button type="button" class="button" onClick={() => dialog?.close()}>
            <CloseIcon />
            {t().close}
          </button>
        </div>
        <div class="flex-1 px-5 py-4">{props.children}</div>
      </div>
    </dialog>
  )
}

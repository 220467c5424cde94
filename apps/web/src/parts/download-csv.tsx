import { createSignal, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { DownloadIcon } from "./icons.tsx"
import { partsWords } from "./parts.words.ts"

/** Asks the API for the same answer as CSV, and hands it to the browser as a file. */
const save = async (address: string, name: string): Promise<void> => {
  const response = await fetch(address, { headers: { accept: "text/csv" } })
  if (!response.ok || !(response.headers.get("content-type") ?? "").startsWith("text/csv")) {
    throw new Error(`${response.status}`)
  }
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** The table on screen as a file, out of the very question that was asked. */
export const DownloadCsv = (props: { readonly address: string; readonly name: string }) => {
  const t = useWords(partsWords)
  const [failed, setFailed] = createSignal(false)
  return (
    <span class="no-print flex flex-wrap items-center gap-2">
      <button
        type="button"
        class="button"
        onClick={() => {
          setFailed(false)
          save(props.address, props.name).catch(() => setFailed(true))
        }}
      >
        <DownloadIcon />
        {t().csv}
      </button>
      <Show when={failed()}>
        <span role="alert" class="text-xs text-error">
          {t().csvFailed}
        </span>
      </Show>
    </span>
  )
}

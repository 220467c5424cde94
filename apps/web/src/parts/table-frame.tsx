import type { JSX } from "solid-js"
import { useWords } from "../language/words.ts"
import { partsWords } from "./parts.words.ts"

/** A window on a wide table: it scrolls by itself, by keyboard too, and the page does not. */
export const TableFrame = (props: {
  readonly label: string
  readonly tall?: boolean
  readonly children: JSX.Element
}) => {
  const t = useWords(partsWords)
  return (
    <div
      role="region"
      aria-label={`${props.label} (${t().scroll})`}
      tabindex="0"
      class="frame relative overflow-auto rounded-lg border border-line bg-surface"
      classList={{ "max-h-[80vh]": props.tall === true }}
    >
      {props.children}
    </div>
  )
}

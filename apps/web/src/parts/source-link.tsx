import { A } from "@solidjs/router"
import type { JSX } from "solid-js"
import { useWords } from "../language/words.ts"
import { DocumentIcon } from "./icons.tsx"
import { partsWords } from "./parts.words.ts"

/** Leads from a number to the document that states it. */
export const SourceLink = (props: { readonly href: string; readonly children?: JSX.Element }) => {
  const t = useWords(partsWords)
  return (
    <A href={props.href} class="link inline-flex items-center gap-1 text-sm">
      <DocumentIcon />
      <span>{props.children ?? t().source}</span>
    </A>
  )
}

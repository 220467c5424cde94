import { useWords } from "../language/words.ts"
import { Badge } from "./badge.tsx"
import { partsWords } from "./parts.words.ts"

/** Says that what stands here, or a part of it, was made up for the demonstration. */
export const Illustrative = (props: { readonly part?: boolean }) => {
  const t = useWords(partsWords)
  return <Badge tone="warning">{props.part === true ? t().illustrativePart : t().illustrative}</Badge>
}

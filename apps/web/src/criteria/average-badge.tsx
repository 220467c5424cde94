import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { CheckIcon, WarningIcon } from "../parts/icons.tsx"
import { criteriaWords } from "./criteria.words.ts"

/** Whether the stated average is the one that the lines of the table give. */
export const AverageBadge = (props: { readonly agrees: boolean }) => {
  const t = useWords(criteriaWords)
  return (
    <Badge tone={props.agrees ? "good" : "warning"}>
      {props.agrees ? <CheckIcon class="size-3.5 shrink-0" /> : <WarningIcon class="size-3.5 shrink-0" />}
      {props.agrees ? t().holds : t().differs}
    </Badge>
  )
}

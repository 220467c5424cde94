import type { Confidence } from "@ntm/domain/criteria"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { scorecardWords } from "./scorecard.words.ts"

/** How sure the line's rule is: read in its source, or not. */
export const ConfidenceBadge = (props: { readonly confidence: Confidence }) => {
  const t = useWords(scorecardWords)
  return <Badge tone={props.confidence === "verified" ? "plain" : "warning"}>{t().confidence[props.confidence]}</Badge>
}

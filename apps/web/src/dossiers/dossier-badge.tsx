import type { DossierStanding } from "@ntm/domain/dossiers"
import { useWords } from "../language/words.ts"
import { Badge, type Tone } from "../parts/badge.tsx"
import { dossiersWords } from "./dossiers.words.ts"

type State = DossierStanding["state"]

const tones: Readonly<Record<State, Tone>> = {
  open: "plain",
  returned: "warning",
  recognised: "good",
  refused: "error",
  revoked: "error",
  expired: "warning",
  closed: "plain"
}

/** How a dossier stands, in words. */
export const DossierBadge = (props: { readonly state: State }) => {
  const t = useWords(dossiersWords)
  return <Badge tone={tones[props.state]}>{t().states[props.state]}</Badge>
}

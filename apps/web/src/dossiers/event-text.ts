import { type DossierEvent, type Procedure, readSurvey } from "@ntm/domain/dossiers"
import { inLanguage, useWords } from "../language/words.ts"
import { formatDay, formatNumber } from "../parts/format.ts"
import { dossierWords } from "./dossier.words.ts"

/** What an event says, and what it adds to that. */
export const useEventText = () => {
  const t = useWords(dossierWords)
  return (
    { body }: DossierEvent,
    { papers, steps }: Procedure
  ): { readonly title: string; readonly text: string | null } => {
    const words = t().event
    const stepName = (key: string) => {
      const step = steps.find((one) => one.key === key)
      return step === undefined ? key : inLanguage(step.name)
    }
    switch (body._tag) {
      case "step":
        return {
          title: words.step(stepName(body.step), body.event),
          text: body.by === null ? null : words.by(body.by)
        }
      case "paper": {
        const paper = papers.find(({ key }) => key === body.paper)
        return {
          title: words.paper(paper === undefined ? body.paper : inLanguage(paper.name)),
          text: words.title(body.title, formatDay(body.issuedOn))
        }
      }
      case "consultation":
        return {
          title: t().consultation(formatDay(body.from), formatDay(body.to)),
          text: t().opinions(formatNumber(body.opinions), formatNumber(body.against))
        }
      case "surveyed":
        return { title: words.surveyed, text: inLanguage(readSurvey(body).sentence) }
      case "voted":
        return {
          title: t().vote(formatNumber(body.inFavour), formatNumber(body.present), formatNumber(body.members)),
          text: null
        }
      case "returned":
        return { title: words.returned(stepName(body.to)), text: t().reason(body.reason) }
      case "decided":
        return {
          title: (body.recognised ? words.recognised : words.refused)(body.document, formatDay(body.decidedOn)),
          text: null
        }
      case "revoked":
        return { title: words.revoked(body.document, formatDay(body.from)), text: t().reason(body.reason) }
      case "expired":
        return { title: words.expired(formatDay(body.from)), text: t().reason(body.reason) }
      case "closed":
        return { title: words.closed, text: t().reason(body.reason) }
    }
  }
}

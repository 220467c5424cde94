import type { DossierNext, DossierStanding } from "@ntm/domain/dossiers"
import type { Bilingual } from "@ntm/domain/values"
import type { Move } from "../desk/desk.ts"
import { choiceField, countField, dayField, type Filled, type FormField, textField } from "../desk/form.ts"
import { both } from "../language/lang.ts"
import { moveWords as own } from "./dossier-move-words.ts"
import type { DossiersKind } from "./dossiers-kind.ts"

const optional = { needed: false } as const
const labelled = (what: Bilingual, name: Bilingual): Bilingual =>
  both(`${what.vi}: ${name.vi}`, `${what.en}: ${name.en}`)

/** An event as a form: its own fields between the day and what is alike for all. */
interface Asked {
  readonly key: string
  readonly label: Bilingual
  readonly fields: ReadonlyArray<FormField>
  readonly body: (filled: Filled) => object
}

const confidences = ["95", "90", "99"].map((key) => ({ key, label: both(`${key} %`, `${key} %`) }))

/** Names of steps and papers by their keys; a key where nothing has it. */
interface Names {
  readonly step: (key: string) => Bilingual
  readonly paper: (key: string) => Bilingual
}

const plain = (key: string): Bilingual => both(key, key)

const namesOf = ({ papers, steps }: DossierStanding): Names => ({
  step: (key) => steps.find(({ step }) => step.key === key)?.step.name ?? plain(key),
  paper: (key) => papers.find(({ paper }) => paper.key === key)?.paper.name ?? plain(key)
})

/** The form of something that may be recorded next. */
const askedOf = (next: DossierNext, names: Names, today: string): Asked => {
  const day = (key: string, what: Bilingual) => dayField(key, what, { start: today })
  switch (next._tag) {
    case "step":
      return {
        key: `${next.event} ${next.step}`,
        label: labelled(next.event === "begun" ? own.begin : own.done, names.step(next.step)),
        fields: [textField("by", own.by, optional)],
        body: ({ text }) => ({ _tag: "step", step: next.step, event: next.event, by: text("by") })
      }
    case "paper":
      return {
        key: `paper ${next.paper}`,
        label: labelled(own.paper, names.paper(next.paper)),
        fields: [
          textField("title", own.title),
          dayField("issuedOn", own.issuedOn),
          textField("link", own.link, optional)
        ],
        body: ({ text }) => ({ _tag: "paper", paper: next.paper, issuedOn: text("issuedOn"), title: text("title") })
      }
    case "consultation":
      return {
        key: `consultation ${next.step}`,
        label: labelled(own.consultation, names.step(next.step)),
        fields: [
          dayField("from", own.from),
          dayField("to", own.to),
          countField("opinions", own.opinions),
          countField("against", own.against)
        ],
        body: ({ count, text }) => ({
          _tag: "consultation",
          step: next.step,
          from: text("from"),
          to: text("to"),
          opinions: count("opinions"),
          against: count("against")
        })
      }
    case "surveyed":
      return {
        key: `surveyed ${next.step}`,
        label: labelled(own.survey, names.step(next.step)),
        fields: [
          textField("content", own.content),
          countField("asked", own.asked),
          countField("answered", own.answered),
          countField("satisfied", own.satisfied),
          countField("population", own.population),
          choiceField("of", own.whom, [
            { key: "households", label: own.households },
            { key: "people", label: own.people }
          ]),
          choiceField("confidence", own.confidence, confidences),
          countField("margin", own.margin, { start: "5" }),
          textField("input", own.input, optional)
        ],
        body: ({ count, text }) => ({
          _tag: "surveyed",
          step: next.step,
          population: count("population"),
          of: text("of"),
          confidence: Number(text("confidence")),
          margin: count("margin"),
          results: [
            {
              content: text("content"),
              asked: count("asked"),
              answered: count("answered"),
              satisfied: count("satisfied")
            }
          ],
          input: text("input")
        })
      }
    case "voted":
      return {
        key: `voted ${next.step}`,
        label: labelled(own.vote, names.step(next.step)),
        fields: [
          countField("members", own.members),
          countField("present", own.present),
          countField("inFavour", own.inFavour)
        ],
        body: ({ count }) => ({
          _tag: "voted",
          step: next.step,
          members: count("members"),
          present: count("present"),
          inFavour: count("inFavour")
        })
      }
    case "returned":
      return {
        key: next._tag,
        label: own.returned,
        fields: [
          choiceField(
            "to",
            own.backTo,
            next.to.map((key) => ({ key, label: names.step(key) }))
          ),
          textField("reason", own.reason)
        ],
        body: ({ text }) => ({ _tag: "returned", to: text("to"), reason: text("reason") })
      }
    case "decided":
      return {
        key: next._tag,
        label: own.decided,
        fields: [
          choiceField("outcome", own.outcome, [
            { key: "recognised", label: own.recognised },
            { key: "refused", label: own.refused }
          ]),
          textField("decision", own.decision),
          day("decidedOn", own.decidedOn)
        ],
        body: ({ text }) => ({
          _tag: "decided",
          recognised: text("outcome") === "recognised",
          document: text("decision"),
          decidedOn: text("decidedOn")
        })
      }
    case "revoked":
      return {
        key: next._tag,
        label: own.revoked,
        fields: [textField("decision", own.decision), day("from", own.from), textField("reason", own.reason)],
        body: ({ text }) => ({
          _tag: "revoked",
          document: text("decision"),
          from: text("from"),
          reason: text("reason")
        })
      }
    case "expired":
      return {
        key: next._tag,
        label: own.expired,
        fields: [day("from", own.from), textField("reason", own.reason)],
        body: ({ text }) => ({ _tag: "expired", from: text("from"), reason: text("reason") })
      }
    case "closed":
      return {
        key: next._tag,
        label: own.closed,
        fields: [textField("reason", own.reason)],
        body: ({ text }) => ({ _tag: "closed", reason: text("reason") })
      }
  }
}

/** What may be recorded next of a dossier as it stands, each as a small form. */
export const dossierMoves = (standing: DossierStanding, today: string): ReadonlyArray<Move<DossiersKind>> => {
  const names = namesOf(standing)
  return standing.next.map((next) => {
    const { body, fields, key, label } = askedOf(next, names, today)
    return {
      key,
      label,
      fields: [dayField("day", own.day, { start: today }), ...fields, textField("document", own.document, optional)],
      send: (filled) => {
        const link = filled.text("link")
        return {
          _tag: "Event",
          row: {
            dossier: standing.dossier.id,
            day: filled.text("day"),
            body: body(filled),
            document: filled.text("document"),
            evidence: link === null ? [] : [{ link, title: null }]
          }
        }
      }
    }
  })
}

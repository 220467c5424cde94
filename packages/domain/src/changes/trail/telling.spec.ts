import type { Schema, SchemaAST } from "effect"
import { describe, expect, it } from "vitest"
import { RecommendationEventBody, TaskEventBody } from "../../assignments/index.ts"
import { Dossier, DossierEventBody } from "../../dossiers/index.ts"
import { ObservationSource } from "../../criteria/index.ts"
import { Giver } from "../../funding/index.ts"
import { ItemBody, ItemEvent } from "../../inventory/index.ts"
import { AccountHappening, PersonHappening } from "../../people/index.ts"
import { Reorganisation } from "../../units/index.ts"
import { LandEvent, ReportBody, Work } from "../../works/index.ts"
import type { ChangedNoun } from "../noun.ts"
import { partField, tellTag } from "./telling.ts"
import { wordOf } from "./vocabularies.ts"

/** A part of something that is kept whole, and the words of the program that it can be. */
interface Part {
  readonly key: string
  readonly literals: ReadonlyArray<string>
}

const literalsOf = (ast: SchemaAST.AST): ReadonlyArray<string> => {
  if (ast._tag === "Union") return ast.types.flatMap(literalsOf)
  if (ast._tag === "Arrays") return [...ast.elements, ...ast.rest].flatMap(literalsOf)
  return ast._tag === "Literal" && typeof ast.literal === "string" ? [ast.literal] : []
}

/** Every part that a schema knows of, however deep. */
const partsOf = (ast: SchemaAST.AST): ReadonlyArray<Part> => {
  switch (ast._tag) {
    case "Union":
      return ast.types.flatMap(partsOf)
    case "Arrays":
      return [...ast.elements, ...ast.rest].flatMap(partsOf)
    case "Objects":
      return ast.propertySignatures.flatMap(({ name, type }) => [
        { key: String(name), literals: literalsOf(type) },
        ...partsOf(type)
      ])
    default:
      return []
  }
}

/** What tables keep whole and the trail tells part by part. */
const kept: ReadonlyArray<readonly [ChangedNoun, Schema.Top]> = [
  ["workReport", ReportBody],
  ["landEvent", LandEvent.fields.event],
  ["taskEvent", TaskEventBody],
  ["recommendationEvent", RecommendationEventBody],
  ["dossier", Dossier.fields.tasks],
  ["dossierEvent", DossierEventBody],
  ["inventoryItem", ItemBody],
  ["inventoryEvent", ItemEvent.fields.body],
  ["personEvent", PersonHappening],
  ["accountEvent", AccountHappening],
  ["observationSource", ObservationSource],
  ["fundingNote", Giver],
  ["work", Work.fields.milestones],
  ["work", Work.fields.size],
  ["reorganisation", Reorganisation]
]

describe("what is kept whole", () => {
  it.each(kept)("of %s has words for every part, and for every word of the program in it", (noun, { ast }) => {
    const found = partsOf(ast)
    expect(found.length).toBeGreaterThan(0)
    const wordless = found.flatMap(({ key, literals }) => {
      if (key === "_tag") return literals.filter((tag) => tellTag(noun, tag).vi === tag)
      const field = partField(noun, key)
      if (field === undefined) return [key]
      if (field.form === "kept") return []
      const { form } = field
      return literals
        .filter((literal) => literal !== "all")
        .filter(
          (literal) => typeof form !== "object" || !("codes" in form) || wordOf(form.codes, literal) === undefined
        )
        .map((literal) => `${key}: ${literal}`)
    })
    expect(wordless).toEqual([])
  })
})

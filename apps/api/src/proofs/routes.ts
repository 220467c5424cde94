import { api } from "@ntm/contract"
import {
  type CriteriaSetId,
  type InputKey,
  isJudgedBy,
  judgeUnits,
  Observations,
  proofAnnex,
  prove,
  type Telling,
  verifyProofText
} from "@ntm/domain/criteria"
import { ancestorsOn, type Answer, type Report, type UnitCode } from "@ntm/domain/units"
import { Effect } from "effect"
import type { Context, MiddlewareHandler } from "hono"
import { type KnownQuery, namedUnit, questionOf, refused, setNamed, unitNamed } from "../assessments/asking.ts"
import { makeKnown } from "../assessments/known.ts"
import { type Desk, mount } from "../http/mount.ts"
import { mountFile, saved } from "../http/mount-file.ts"
import { todayInVietnam } from "../http/today.ts"
import { annexFile } from "./annex-file.ts"
import { sourcesOf } from "./sources.ts"

const wantsAnnex = (c: Context): boolean => /(^|[\s,])text\/markdown\b/i.test(c.req.header("accept") ?? "")

/** Vietnamese, unless the reader would have English first. */
const languageOf = (c: Context): "vi" | "en" => (/^\s*en\b/i.test(c.req.header("accept-language") ?? "") ? "en" : "vi")

/** Answers with the annex where the reader wants Markdown. */
const annex: MiddlewareHandler = async (c, next) => {
  await next()
  c.res.headers.append("vary", "Accept, Accept-Language")
  if (c.res.status !== 200 || !wantsAnnex(c)) return
  // Read back as anybody would who was handed it: what is printed was checked.
  const checked = verifyProofText(await c.res.text())
  if (checked._tag === "Unreadable" || checked.proof === null || checked.disagreements.length > 0)
    throw new Error("A proof that was just made does not agree with itself")
  const headers = new Headers(c.res.headers)
  const lang = languageOf(c)
  headers.set("content-type", "text/markdown; charset=utf-8")
  headers.set("content-language", lang)
  headers.delete("content-length")
  c.res = undefined
  c.res = new Response(proofAnnex(checked.proof, lang), { headers })
}

/** `/assessments/units/:code/proof`, and the same as a file. */
export const proofRoutes = (desk: Desk): void => {
  const now = makeKnown()

  const proofOf = Effect.fnUntraced(function* (
    code: UnitCode,
    { set: id, ...query }: KnownQuery & { readonly set: CriteriaSetId }
  ) {
    const asked = questionOf(query, todayInVietnam(desk.now()))
    const { known, knownAt: moment } = yield* now(asked)
    const question = { ...asked, knownAt: moment }
    const { asOf } = question
    const { register } = known.chronicle
    const unit = yield* unitNamed(known, code, asOf)
    const set = yield* setNamed(known, id, unit, asOf)
    const notFor = refused("set", {
      vi: `“${set.name}” không dành cho ${unit.type} ${unit.name}`,
      en: `“${set.id}” is not for the ${unit.level} ${unit.code}: another level or type, or it takes no part in the programme`
    })
    if (!isJudgedBy(set, unit, register, asOf)) return yield* notFor
    const answers = new Map<InputKey, Answer<Report>>()
    const windows = new Map<string, Answer<Report>>()
    const telling: Telling = {
      reasons: true,
      tell: (input, _, answer) => void answers.set(input, answer),
      tellWindow: (column, _, answer) => void windows.set(column, answer)
    }
    const port = yield* Observations
    const { groups, knownAt } = yield* judgeUnits(known, port, question, [id], [unit], telling)
    const [group] = groups
    const used = group?.sets.get(id)
    if (group === undefined || used === undefined) return yield* notFor
    const { assessment } = group
    const settled = { ...question, knownAt }
    const proof = prove({
      assessment,
      set: used.id,
      at: 0,
      unit: namedUnit(unit),
      above: ancestorsOn(register, unit.id, asOf).map(namedUnit),
      knownAt,
      accept: question.accept,
      history: known.sets,
      sourceOf: yield* sourcesOf(
        known,
        settled,
        unit,
        assessment.program.columns.values(),
        { answers, windows },
        desk.books
      )
    })
    return proof ?? (yield* notFor)
  })

  desk.app.use(api.proofs.unit.path, annex)
  mount(desk, api.proofs.unit, ({ params, query }) => proofOf(params.code, query))
  mountFile(
    desk,
    api.proofs.annex,
    ({ params, query: { format = "docx", lang = "vi", ...question } }) =>
      Effect.flatMap(proofOf(params.code, question), (proof) => annexFile(proof, format, lang)),
    saved
  )
}

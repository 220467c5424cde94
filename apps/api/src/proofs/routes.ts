import { api } from "@ntm/contract"
import { proofAnnex, verifyProofText } from "@ntm/domain/criteria"
import { Effect } from "effect"
import type { Context, MiddlewareHandler } from "hono"
import type { ApiEnv } from "../http/api-env.ts"
import { formOf, JSON_FORM } from "../http/forms.ts"
import { type Desk, mount } from "../http/mount.ts"
import { mountFile, saved } from "../http/mount-file.ts"
import { otherForms } from "../http/other-forms.ts"
import { annexFile, annexType } from "./annex-file.ts"
import { makeProofOf } from "./proof-of.ts"

const wantsAnnex = (c: Context): boolean => formOf(c, [JSON_FORM, ...otherForms(api.proofs.unit.path)]) !== JSON_FORM

/** Vietnamese, unless the reader would have English first. */
const languageOf = (c: Context): "vi" | "en" => (/^\s*en\b/i.test(c.req.header("accept-language") ?? "") ? "en" : "vi")

/** Answers with the annex where the reader wants Markdown. */
const annex: MiddlewareHandler<ApiEnv> = async (c, next) => {
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
  // It is not what was put into words before.
  c.set("said", undefined)
}

/** `/assessments/units/:code/proof`, and the same as a file. */
export const proofRoutes = (desk: Desk): void => {
  const proofOf = makeProofOf(desk)

  desk.app.use(api.proofs.unit.path, annex)
  mount(desk, api.proofs.unit, ({ params, query }) => proofOf(params.code, query))
  mountFile(
    desk,
    api.proofs.annex,
    ({ form, params, query: { format: _, lang = "vi", ...question } }) =>
      Effect.flatMap(proofOf(params.code, question), (proof) => annexFile(proof, form, lang)),
    saved,
    ({ format }) => annexType(format)
  )
}

import type { FieldProblem } from "@ntm/contract"
import { textsIn } from "./texts-in.ts"

/** What is asked and recorded is of these years: so that days counted from them stay in the calendar. */
const far = /^(?:0\d{3}|[3-9]\d{3})-\d{2}-\d{2}$/
const anyFar = /"(?:0\d{3}|[3-9]\d{3})-\d{2}-\d{2}"/

const words = {
  message: "phải là một ngày từ 1000-01-01 đến 2999-12-31",
  messageEn: "must be a day from 1000-01-01 to 2999-12-31"
}

/** Whether a text is a day outside the years that can be asked about. */
export const isFarDay = (text: string): boolean => far.test(text)

export const farDay = (path: string): FieldProblem => ({ path, ...words })

/** Every day in a body that is outside those years, by its place. `text` is the body as it came: most have none, and are not walked. */
export const farDaysIn = (body: unknown, text: string): ReadonlyArray<FieldProblem> =>
  anyFar.test(text) ? textsIn(body).flatMap(([path, each]) => (isFarDay(each) ? [farDay(path)] : [])) : []

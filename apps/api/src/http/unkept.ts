import type { FieldProblem } from "@ntm/contract"
import { textsIn } from "./texts-in.ts"

/** How JSON writes NUL, and halves of characters that come in two: bodies without it are not walked. */
const anyUnkept = /\\u(?:0000|d[89a-f])/i

const words = {
  message: "có ký tự không lưu được (NUL hoặc nửa ký tự)",
  messageEn: "has characters that cannot be kept (NUL, or half of one)"
}

/**
 * Every text in a body that no store can keep or be asked for, by its place: with NUL, or half of a character. `text` is the body as it came.
 *
 * **Details** An address can hold neither (`guard.ts`). JSON can, by escapes.
 */
export const unkeptIn = (body: unknown, text: string): ReadonlyArray<FieldProblem> =>
  anyUnkept.test(text)
    ? textsIn(body).flatMap(([path, each]) => (each.isWellFormed() && !each.includes("\0") ? [] : [{ path, ...words }]))
    : []

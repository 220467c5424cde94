import { Schema } from "effect"

/**
 * What stands in no legal text: control characters, halves of characters, marks that turn the direction of writing, and
 * the sign that takes the place of what was written in another encoding than UTF-8.
 */
const broken = /[\p{Cc}\p{Cs}\uFFFD\u202A-\u202E\u2066-\u2069]/u

const written = /[\p{L}\p{N}]/u

/** A line of text that an event states, of at most so many characters: something is written in it, and it can be stored and shown. */
export const statedText = (most: number) =>
  Schema.String.check(
    Schema.makeFilter((text) => {
      if (!written.test(text)) return "phải có chữ hoặc số · needs a letter or a digit"
      if (broken.test(text))
        return "có ký tự không phải là chữ (tệp phải là UTF-8) · has characters that are no text (files are in UTF-8)"
      return text.length <= most || `dài quá ${most} ký tự · is longer than ${most} characters`
    })
  )

import { XMLBuilder } from "fast-xml-parser"

/** An element's content: attributes as `@name`, text as `#text`, children by name in their order, several of a name as an array. */
export type Xml = { readonly [name: string]: string | Xml | ReadonlyArray<string | Xml> }

/** Characters that XML 1.0 has no way to write, whatever the escape. */
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const writable = (_: string, text: unknown): string => String(text).replace(unwritable, "\uFFFD")

const builder = new XMLBuilder({
  attributeNamePrefix: "@",
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
  tagValueProcessor: writable,
  attributeValueProcessor: writable
})

/** An element as text, escaped. A character that XML cannot hold becomes U+FFFD. */
export const xmlText = (name: string, content: Xml): string => builder.build({ [name]: content })

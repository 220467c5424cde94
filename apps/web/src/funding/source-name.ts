import { fundingSources } from "@ntm/domain/funding"
import { language } from "../language/language.ts"

/** A source as the document prints it; in English by the tree of sources, where it knows the source. */
export const sourceName = (source: { readonly key: string; readonly label: string }): string =>
  language() === "vi" ? source.label : (fundingSources.find((known) => known.key === source.key)?.name.en ?? source.label)

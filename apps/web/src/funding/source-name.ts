import { fundingSources } from "@ntm/domain/funding"
import { language } from "../language/language.ts"

interface Named {
  readonly key: string
  readonly label: string
}

const known = (source: Named) => fundingSources.find((each) => each.key === source.key)?.name

/** A source as the document prints it; in English by the tree of sources, where it knows the source. */
export const sourceName = (source: Named): string =>
  language() === "vi" ? source.label : (known(source)?.en ?? source.label)

/** A source that stands for all its parts, by the tree's name: documents print such a column with "– tổng" behind it. */
export const groupName = (source: Named): string => known(source)?.[language()] ?? source.label

import type { GrantLine } from "@ntm/contract"
import { roleWords } from "@ntm/domain/people"
import { inLanguage, useWords } from "../language/words.ts"
import { asHeading, formatDay } from "../parts/format.ts"
import { peopleWords } from "./people.words.ts"

/** A grant in one line: "Cán bộ địa phương · xã Vĩnh Bảo (11824) · từ 01/07/2025". */
export const useGrantText = (): ((grant: GrantLine) => string) => {
  const t = useWords(peopleWords)
  return ({ agency, criteria, from, role, to, units }) =>
    [
      asHeading(inLanguage(roleWords[role])),
      units === "all" ? t().everything : units.map(({ code, name }) => `${name} (${code})`).join(", "),
      ...(agency === null ? [] : [agency]),
      ...(criteria === "all" ? [] : [criteria.join(", ")]),
      t().from(formatDay(from)),
      ...(to === null ? [] : [t().until(formatDay(to))])
    ].join(" · ")
}

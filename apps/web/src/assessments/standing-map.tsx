import type { AssessmentMatrix, MatrixRow } from "@ntm/contract"
import { createMemo } from "solid-js"
import { useWords } from "../language/words.ts"
import ProvinceMap from "../maps/province-map.tsx"
import type { Shading } from "../maps/shading.ts"
import { assessmentWords } from "./assessments.words.ts"
import { bandsOf } from "./map-bands.ts"

/** The province's map by number of criteria met. */
const StandingMap = (props: {
  readonly province: string
  readonly asOf: string | undefined
  readonly matrix: AssessmentMatrix
  readonly hrefOf: (code: string, criterion?: number) => string
  readonly onDay: (day: string | undefined) => void
}) => {
  const t = useWords(assessmentWords)
  const rows = createMemo(() => new Map(props.matrix.items.map((row) => [String(row.unit.code), row])))
  const outOf = () => props.matrix.criteria.length
  const bands = createMemo(() => bandsOf(outOf()))
  const shadeOf = ({ met }: MatrixRow) => bands().findIndex(({ from, to }) => met >= from && met <= to)
  const shading = (): Shading => ({
    shadeOf: ({ code }) => {
      const row = rows().get(code)
      return row === undefined ? null : shadeOf(row)
    },
    textOf: ({ code }) => {
      const row = rows().get(code)
      return row === undefined ? t().mapNone : t().mapFacts(row.met, outOf())
    },
    legend: [
      ...bands()
        .map(({ from, to }, shade) => ({
          shade,
          text: t().band(from, to),
          units: props.matrix.items.filter((row) => shadeOf(row) === shade).length
        }))
        .toReversed(),
      { shade: null, text: t().mapNone, units: null }
    ]
  })
  return (
    <ProvinceMap
      province={props.province}
      asOf={props.asOf}
      marked={() => false}
      addressOf={(unit) => props.hrefOf(unit.code)}
      // The province is asked by its code on any day; where it has none then, the page says so.
      provinceOn={() => Promise.resolve(props.province)}
      onDay={props.onDay}
      shading={shading()}
    />
  )
}

export default StandingMap

import { A } from "@solidjs/router"
import { useWords } from "../language/words.ts"
import { numberKey } from "../movements/movement-address.ts"
import { movementWords } from "../movements/movement.words.ts"
import { formatNumber } from "../parts/format.ts"

/** The number of units that meet a criterion; leads to why it moved. */
export const WhyLink = (props: {
  readonly criterion: { readonly no: number; readonly name: string }
  readonly whyOf: (number: string) => string
  readonly count: number
  /** False where the Tab key passes it by, as below the cells of a heat map; the table by criterion has the same links. */
  readonly tab?: boolean
}) => {
  const t = useWords(movementWords)
  const name = () => t().criterion(props.criterion.no, props.criterion.name)
  return (
    <A
      class="inline-block min-w-6 underline decoration-dotted underline-offset-4 hover:text-primary"
      href={props.whyOf(numberKey({ of: "criterion", criterion: props.criterion }))}
      tabindex={props.tab === false ? -1 : undefined}
      title={t().why(name())}
      aria-label={`${formatNumber(props.count)}: ${t().why(name())}`}
    >
      {formatNumber(props.count)}
    </A>
  )
}

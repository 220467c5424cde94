import type { Scorecard } from "@ntm/contract"
import { tierWords } from "@ntm/domain/criteria"
import { Index, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { Bar } from "../parts/bar.tsx"
import { scorecardWords } from "./scorecard.words.ts"
import type { SetOfCard } from "./set-section.tsx"
import { shortfallOf } from "./shortfall.ts"
import { VerdictMark } from "./verdict-mark.tsx"

/** "xã nông thôn mới nâng cao" in the middle of a sentence. */
export const titleOf = ({ set }: SetOfCard): string => {
  const words = inLanguage(tierWords(set.tier, set.level))
  return words.slice(0, 1).toLocaleLowerCase("vi") + words.slice(1)
}

/** The sets of a unit side by side: how far it is under each, and what is missing. Pressing one shows it in full. */
export const SetCards = (props: {
  readonly card: Scorecard
  readonly recorded: Scorecard
  readonly shown: string | undefined
  readonly onShow: (set: string) => void
}) => {
  const t = useWords(scorecardWords)
  return (
    <ul aria-label={t().sets} class="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      <Index each={props.card.sets}>
        {(of) => {
          const shown = () => props.shown === of().set.id
          const before = () => props.recorded.sets.find(({ set }) => set.id === of().set.id)?.explanation.met
          return (
            <li
              class="relative flex flex-col rounded-card border bg-surface px-4 py-3 sm:px-5"
              classList={{
                "border-primary shadow-[inset_0_0_0_1px_var(--primary)]": shown(),
                "border-line hover:border-line-strong": !shown()
              }}
            >
              <div class="flex items-start justify-between gap-3">
                <button
                  type="button"
                  aria-pressed={shown()}
                  class="text-left font-semibold after:absolute after:inset-0 after:rounded-card"
                  onClick={() => props.onShow(of().set.id)}
                >
                  {inLanguage(tierWords(of().set.tier, of().set.level))}
                </button>
                <VerdictMark verdict={of().explanation.verdict} words={false} />
              </div>
              <p class="mt-1 flex items-baseline gap-1">
                <Show when={before() !== undefined && before() !== of().explanation.met}>
                  <span class="text-lg text-ink-faint line-through">{before()}</span>
                </Show>
                <span class="text-2xl font-semibold">{of().explanation.met}</span>
                <span class="text-sm text-ink-soft">
                  /{of().explanation.outOf} {t().criteriaMet}
                </span>
              </p>
              <Bar
                share={of().explanation.met / Math.max(1, of().explanation.outOf)}
                tone={shortfallOf(of().explanation).done ? "good" : "warning"}
                class="my-2 h-2 w-full"
              />
              <Missing of={of()} />
            </li>
          )
        }}
      </Index>
    </ul>
  )
}

/** "Còn thiếu 2 tiêu chí để được công nhận …", and which. */
const Missing = (props: { readonly of: SetOfCard }) => {
  const t = useWords(scorecardWords)
  const short = () => shortfallOf(props.of.explanation)
  const names = () => [...short().failed, ...short().open].map(({ name, no }) => t().criterion(no, name))
  const rest = () => [
    ...(short().open.length > 0 ? [t().open(short().open.length)] : []),
    ...(short().besides.length > 0 ? [t().besides(short().besides.length)] : []),
    ...(short().besidesOpen.length > 0 ? [t().besidesOpen(short().besidesOpen.length)] : [])
  ]
  /** What stands between a set that is met and its title. */
  const gates = () => [
    ...(short().gates.length > 0 ? [t().gates(short().gates.length)] : []),
    ...(short().gatesOpen.length > 0 ? [t().gatesOpen(short().gatesOpen.length)] : [])
  ]
  return (
    <Show
      when={!short().done}
      fallback={
        <p class="text-sm text-primary">
          {gates().length === 0 ? t().done(titleOf(props.of)) : [t().setMet(titleOf(props.of)), ...gates()].join("; ")}
        </p>
      }
    >
      <p class="text-sm font-semibold">
        {[
          short().failed.length > 0
            ? t().lacking(short().failed.length, titleOf(props.of))
            : t().noneLacking(titleOf(props.of)),
          ...rest()
        ].join("; ")}
      </p>
      <p class="mt-0.5 line-clamp-3 text-xs text-ink-soft print:line-clamp-none">{names().join(" · ")}</p>
    </Show>
  )
}

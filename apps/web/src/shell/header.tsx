import { A } from "@solidjs/router"
import { Show } from "solid-js"
import { usePlan } from "../documents/plan.ts"
import { LanguageSwitch } from "../language/language-switch.tsx"
import { useWords } from "../language/words.ts"
import { AccountMenu } from "../people/account-menu.tsx"
import { useIsInside } from "../people/people.queries.ts"
import { asHeading, formatDay } from "../parts/format.ts"
import { Navigation } from "./navigation.tsx"
import { SchemeSwitch } from "./scheme-switch.tsx"
import { shellWords } from "./shell.words.ts"

const Product = (props: { readonly name: string }) => {
  const t = useWords(shellWords)
  return (
    <A href="/" class="flex items-center gap-3 rounded">
      <img src="/favicon.svg" alt="" width="36" height="36" class="rounded-lg" />
      <span class="leading-tight">
        <span class="block text-xs text-band-soft">{t().product}</span>
        <span class="block text-lg font-semibold">{asHeading(props.name)}</span>
      </span>
    </A>
  )
}

/** The province and the plan that is shown. */
const PlanHead = () => {
  const t = useWords(shellWords)
  const plan = usePlan()
  return (
    <>
      <Product name={plan()?.locality ?? plan()?.issuer ?? "NTM"} />
      <div class="min-w-0 flex-1 basis-72 text-sm sm:border-l sm:border-band-soft/30 sm:pl-6">
        <Show when={plan()} fallback={<span class="text-band-soft">&nbsp;</span>}>
          {(document) => (
            <>
              <A
                href={`/van-ban/${document().id}`}
                class="font-semibold underline decoration-band-soft/50 underline-offset-4 hover:decoration-current"
              >
                {document().kind} {document().number}
              </A>
              <span class="block text-xs text-band-soft">
                {t().issued(document().issuer ?? "–", formatDay(document().date))}
              </span>
            </>
          )}
        </Show>
      </div>
    </>
  )
}

/** Whose product it is, the plan that is shown, and the switches; before anybody signed in neither plan nor pages. */
export const Header = () => {
  const isInside = useIsInside()
  return (
    <header>
      <div class="bg-band text-band-ink">
        <div class="mx-auto flex max-w-[86rem] flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-3 sm:px-6">
          <Show when={isInside() === true} fallback={<Product name="NTM" />}>
            <PlanHead />
          </Show>
          <div class="no-print flex flex-wrap items-center gap-3">
            <AccountMenu />
            <SchemeSwitch />
            <LanguageSwitch />
          </div>
        </div>
      </div>
      <Show when={isInside() === true}>
        <Navigation />
      </Show>
    </header>
  )
}

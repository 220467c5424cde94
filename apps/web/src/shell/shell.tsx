import { A, type RouteSectionProps, useLocation } from "@solidjs/router"
import { createEffect, type JSX, lazy, Match, on, Suspense, Switch } from "solid-js"
import { useWords } from "../language/words.ts"
import { Failure } from "../parts/failure.tsx"
import { Loading } from "../parts/loading.tsx"
import { isHeld, useIsInside, useSession } from "../people/people.queries.ts"
import { Header } from "./header.tsx"
import { shellWords } from "./shell.words.ts"

const AccountPage = lazy(() => import("../people/account-page.tsx"))
const SignInPage = lazy(() => import("../people/sign-in-page.tsx"))

/** What is shown to everybody: signing in itself, and how the API is asked. */
const open: ReadonlySet<string> = new Set(["/dang-nhap", "/api/docs"])

/** The page that was asked for, or in its place the way to sign in, or what is still wanted of who did; the address stays, so afterwards it is that page. */
const Entrance = (props: { readonly children: JSX.Element }) => {
  const location = useLocation()
  const session = useSession()
  const isInside = useIsInside()
  const held = () => session.isSuccess && isHeld(session.data)
  return (
    <Switch fallback={<Loading />}>
      <Match when={open.has(location.pathname) || (isInside() === true && !held())}>{props.children}</Match>
      <Match when={isInside() === true}>
        <AccountPage />
      </Match>
      <Match when={isInside() === false}>
        <SignInPage />
      </Match>
      <Match when={session.isError && session.error}>
        {(failure) => <Failure failure={failure()} onRetry={() => void session.refetch()} />}
      </Match>
    </Switch>
  )
}

/** What stands around every page: skip link, header with navigation, main landmark, footer. */
export const Shell = (props: RouteSectionProps) => {
  const t = useWords(shellWords)
  const location = useLocation()
  let main: HTMLElement | undefined
  // A new page starts at its top with the focus on it, as a page load would; a link to a place inside keeps its place.
  createEffect(
    on(
      () => location.pathname,
      () => {
        if (location.hash !== "") return
        main?.focus({ preventScroll: true })
        window.scrollTo(0, 0)
      },
      { defer: true }
    )
  )
  return (
    <div class="flex min-h-screen flex-col">
      <a
        href="#noi-dung"
        class="no-print sr-only z-50 bg-surface px-4 py-2 font-semibold text-primary focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
        onClick={(event) => {
          event.preventDefault()
          main?.focus()
        }}
      >
        {t().skip}
      </a>
      <Header />
      <main
        id="noi-dung"
        ref={main}
        tabindex="-1"
        class="mx-auto w-full max-w-[86rem] flex-1 px-4 py-6 outline-none sm:px-6"
      >
        <Suspense fallback={<Loading />}>
          <Entrance>{props.children}</Entrance>
        </Suspense>
      </main>
      <footer class="border-t border-line px-4 py-4 text-center text-xs text-ink-faint sm:px-6">
        {t().footer}{" "}
        <A class="link whitespace-nowrap" href="/api/docs">
          {t().api}
        </A>
      </footer>
    </div>
  )
}

import { A, useNavigate } from "@solidjs/router"
import { Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { menuWords } from "./menu.words.ts"
import { useSession, useSigning } from "./people.queries.ts"

const look = "rounded px-2 py-1 text-sm font-semibold underline decoration-band-soft/50 underline-offset-4"

/** Who is signed in, in the band above every page; nothing where nobody can sign in. */
export const AccountMenu = () => {
  const t = useWords(menuWords)
  const session = useSession()
  const navigate = useNavigate()
  // What is shown may be for nobody but who was signed in: home at once, and not only when everything was read again.
  const out = useSigning<void, unknown>(async (client) => {
    await client.session.signOut({ body: {} })
    navigate("/")
  })
  // Asked for by name: read before it is there it would hold up the whole page.
  const now = () => (session.isSuccess ? session.data : undefined)
  return (
    <Show when={now()?.ways.accounts === true && now()}>
      {(known) => (
        <div class="flex flex-wrap items-center gap-1">
          <Show
            when={known().person}
            fallback={
              <A href="/dang-nhap" class={look}>
                {t().signIn}
              </A>
            }
          >
            {(person) => (
              <>
                <A href="/tai-khoan" class={look} aria-label={`${t().account}: ${person().name}`}>
                  {person().name}
                </A>
                <Show when={known().actions.includes("people.manage")}>
                  <A href="/nguoi-dung" class={look}>
                    {t().people}
                  </A>
                </Show>
                <Show when={known().actions.includes("keys.manage")}>
                  <A href="/khoa-api" class={look}>
                    {t().keys}
                  </A>
                </Show>
                <Show when={known().actions.includes("audit.read")}>
                  <A href="/nhat-ky" class={look}>
                    {t().audit}
                  </A>
                </Show>
                <Show when={known().actions.includes("webhooks.manage") && !known().actions.includes("audit.read")}>
                  <A href="/webhook" class={look}>
                    {t().webhooks}
                  </A>
                </Show>
                <button type="button" class={look} onClick={() => out.mutate()}>
                  {t().signOut}
                </button>
              </>
            )}
          </Show>
        </div>
      )}
    </Show>
  )
}

import { A, useLocation } from "@solidjs/router"
import { createEffect, For } from "solid-js"
import { useWords } from "../language/words.ts"
import { shellWords } from "./shell.words.ts"

const pages = [
  { href: "/", key: "overview", also: [] },
  { href: "/danh-gia", key: "criteria", also: ["/tieu-chi", "/bo-tieu-chi", "/chi-tieu", "/nhap-so-lieu"] },
  { href: "/nguon-luc", key: "funding", also: [] },
  { href: "/cong-trinh", key: "works", also: [] },
  { href: "/nhiem-vu", key: "assignments", also: ["/kien-nghi"] },
  { href: "/ho-so", key: "dossiers", also: ["/so-theo-doi"] },
  { href: "/van-ban", key: "documents", also: ["/phat-hien"] },
  { href: "/don-vi", key: "units", also: [] }
] as const

/** The pages. On a narrow screen the row scrolls sideways, and brings the page that is open into sight. */
export const Navigation = () => {
  const t = useWords(shellWords)
  const location = useLocation()
  const isHere = (page: (typeof pages)[number]) => {
    const path = location.pathname
    if (page.href === "/") return path === "/"
    return [page.href, ...page.also].some((start) => path === start || path.startsWith(`${start}/`))
  }
  let row: HTMLUListElement | undefined
  createEffect(() => {
    const index = pages.findIndex(isHere)
    const link = row?.children.item(index)
    if (row === undefined || !(link instanceof HTMLElement)) return
    row.scrollLeft = link.offsetLeft + link.offsetWidth - row.clientWidth
  })
  return (
    <nav aria-label={t().navigation} class="no-print border-b border-line bg-surface">
      <ul ref={row} class="relative mx-auto flex max-w-[86rem] gap-1 overflow-x-auto px-2 sm:px-4">
        <For each={pages}>
          {(page) => (
            <li class="shrink-0">
              <A
                href={page.href}
                end={page.href === "/"}
                aria-current={isHere(page) ? "page" : undefined}
                class="block border-b-3 px-3 py-2.5 text-sm font-semibold -outline-offset-2 hover:bg-raised"
                classList={{
                  "border-primary text-primary": isHere(page),
                  "border-transparent text-ink-soft": !isHere(page)
                }}
              >
                {t()[page.key]}
              </A>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}

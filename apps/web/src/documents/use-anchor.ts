import { useLocation } from "@solidjs/router"
import { createEffect, onCleanup } from "solid-js"

/** How long the page waits for a place that is still being loaded. */
const PATIENCE_MS = 5000

/** Goes to the place that the address names (`#so-lieu-…`) once it is on the page, shows it, and puts the focus there. */
export const useAnchor = (): void => {
  const location = useLocation()
  let shown: HTMLElement | undefined
  createEffect(() => {
    const anchor = decodeURIComponent(location.hash.slice(1))
    shown?.classList.remove("target")
    shown = undefined
    if (anchor === "") return
    const show = (): boolean => {
      const element = document.getElementById(anchor)
      if (element === null) return false
      shown = element
      element.classList.add("target")
      element.tabIndex = -1
      element.focus({ preventScroll: true })
      element.scrollIntoView({ block: "center" })
      return true
    }
    if (show()) return
    const observer = new MutationObserver(() => {
      if (show()) observer.disconnect()
    })
    observer.observe(document.body, { childList: true, subtree: true })
    const timer = setTimeout(() => observer.disconnect(), PATIENCE_MS)
    onCleanup(() => {
      observer.disconnect()
      clearTimeout(timer)
    })
  })
}

import "@testing-library/jest-dom/vitest"
import { cleanup } from "@solidjs/testing-library"
import { afterEach, beforeEach } from "vitest"
import { setLanguage } from "../language/language.ts"

// jsdom knows <dialog> but not how to open it over the page.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true
}
HTMLDialogElement.prototype.close = function () {
  this.open = false
  this.dispatchEvent(new Event("close"))
}
window.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined

beforeEach(() => {
  localStorage.clear()
  setLanguage("vi")
})
afterEach(cleanup)

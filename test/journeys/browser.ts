import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core"
import { inject, onTestFinished } from "vitest"
import type { SessionCookie } from "../product/session.ts"

/** Set by `npm test` where the machine has a browser; without one these journeys are skipped, and `npm test` says so. */
export const browserPath = process.env["NTM_BROWSER"] ?? ""

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage"
    ]
  })

export interface Window {
  readonly page: Page
  readonly context: BrowserContext
  /** What the browser complained of: errors in the console, faults of scripts, requests that failed or went elsewhere. */
  readonly complaints: () => ReadonlyArray<string>
  /** Opens a path of the product and waits until its numbers are there. */
  readonly open: (path: string) => Promise<void>
}

/** Waits until the page has its title and nothing on it is still being loaded. */
export const loaded = async (page: Page): Promise<void> => {
  await page.getByRole("heading", { level: 1 }).waitFor()
  await page.waitForFunction(() => !/Đang tải số liệu…|Loading…/.test(document.body.innerText))
}

/** A window of a browser in which an administrator is signed in, or whose session is given; it is closed when the running test is over. */
export const openWindow = async (
  browser: Browser,
  {
    width = 1440,
    scheme = "light",
    session = inject("session")
  }: { readonly width?: number; readonly scheme?: "light" | "dark"; readonly session?: SessionCookie } = {}
): Promise<Window> => {
  const context = await browser.newContext({
    baseURL: inject("address"),
    viewport: { width, height: width < 600 ? 780 : 900 },
    colorScheme: scheme,
    locale: "vi-VN"
  })
  onTestFinished(() => context.close())
  const { name, value } = session
  await context.addCookies([{ name, value, url: inject("address"), httpOnly: true, sameSite: "Lax" }])
  const page = await context.newPage()
  const complaints: Array<string> = []
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(`${message.type()}: ${message.text()}`)
  })
  page.on("pageerror", (error) => complaints.push(`fault: ${error.message}`))
  page.on("request", (request) => {
    if (!request.url().startsWith(inject("address")) && !/^(data|blob|about):/.test(request.url()))
      complaints.push(`elsewhere: ${request.url()}`)
  })
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`)
  })
  return {
    page,
    context,
    complaints: () => complaints,
    open: async (path) => {
      await page.goto(path)
      await loaded(page)
    }
  }
}

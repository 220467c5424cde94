import { A } from "@solidjs/router"
import { useWords } from "../language/words.ts"
import { Page } from "./page.tsx"
import { shellWords } from "./shell.words.ts"

/** An address that leads nowhere. */
export const NotFoundPage = () => {
  const t = useWords(shellWords)
  return (
    <Page title={t().missingTitle}>
      <p class="mb-4 max-w-prose">{t().missingText}</p>
      <A href="/" class="button">
        {t().home}
      </A>
    </Page>
  )
}

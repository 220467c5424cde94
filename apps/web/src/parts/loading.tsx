import { useWords } from "../language/words.ts"
import { partsWords } from "./parts.words.ts"

/** Something is on its way; announced politely. */
export const Loading = () => {
  const t = useWords(partsWords)
  return (
    <div
      role="status"
      aria-live="polite"
      class="flex items-center gap-3 rounded-card border border-line bg-surface px-4 py-6 text-sm text-ink-soft"
    >
      <span
        class="size-4 animate-spin rounded-full border-2 border-line-strong border-t-primary motion-reduce:animate-none"
        aria-hidden="true"
      />
      {t().loading}
    </div>
  )
}

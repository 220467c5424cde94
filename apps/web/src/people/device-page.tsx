import { A, useLocation } from "@solidjs/router"
import { createSignal, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { Loaded } from "../parts/loaded.tsx"
import { Page } from "../shell/page.tsx"
import { peopleWords } from "./people.words.ts"
import { useAsking, useSession } from "./people.queries.ts"
import { Refusal } from "./refusal.tsx"
import { TextField } from "./text-field.tsx"

/** Lets a terminal in that shows a code, or turns it away. */
export default function DevicePage() {
  const t = useWords(peopleWords)
  const location = useLocation()
  const session = useSession()
  const asked = location.query["user_code"]
  const [code, setCode] = createSignal(typeof asked === "string" ? asked : "")
  const answer = useAsking<boolean, unknown>((client, allow) =>
    client.devices.answer({ body: { userCode: code().trim(), allow } })
  )
  return (
    <Page title={t().device}>
      <Loaded query={session}>
        {(now) => (
          <Show
            when={now().person}
            fallback={
              <p>
                {t().first}{" "}
                <A class="link" href="/dang-nhap">
                  {t().signIn}
                </A>
              </p>
            }
          >
            <Card id="thiet-bi" title={t().device} lead={t().deviceLead}>
              <div class="grid max-w-sm gap-3">
                <p class="text-sm text-ink-soft">{t().deviceMay}</p>
                <TextField label={t().deviceCode} required value={code()} onInput={setCode} />
                <Refusal failure={answer.error} />
                <Show
                  when={answer.isSuccess}
                  fallback={
                    <div class="flex gap-2">
                      <button
                        type="button"
                        class="button border-primary bg-primary-soft text-primary"
                        onClick={() => answer.mutate(true)}
                      >
                        {t().allow}
                      </button>
                      <button type="button" class="button" onClick={() => answer.mutate(false)}>
                        {t().deny}
                      </button>
                    </div>
                  }
                >
                  <p role="status">{answer.variables === true ? t().allowed : t().denied}</p>
                </Show>
              </div>
            </Card>
          </Show>
        )}
      </Loaded>
    </Page>
  )
}

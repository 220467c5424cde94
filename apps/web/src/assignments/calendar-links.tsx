import { A } from "@solidjs/router"
import { Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { CalendarIcon } from "../parts/icons.tsx"
import { useSession } from "../people/people.queries.ts"
import { calendarHref, type TasksAsked } from "./tasks.queries.ts"
import { tasksWords } from "./tasks.words.ts"

/**
 * The due days of the tasks of a page as a calendar. Where people sign in a calendar program cannot ask for it, and whoever
 * wants to subscribe is led to the address of their own.
 */
export const CalendarLinks = (props: { readonly asked: Pick<TasksAsked, "document" | "holder"> }) => {
  const t = useWords(tasksWords)
  const session = useSession()
  const signedIn = () => session.isSuccess && session.data.person !== null
  return (
    <span class="no-print inline-flex flex-wrap gap-x-4 gap-y-1">
      <Show when={signedIn()}>
        <A class="link" href="/tai-khoan#lich">
          {t().list.calendarOwn}
        </A>
      </Show>
      <a class="link inline-flex items-center gap-1" href={calendarHref(props.asked)}>
        <CalendarIcon />
        {signedIn() ? t().list.calendarFile : t().list.calendar}
      </a>
    </span>
  )
}

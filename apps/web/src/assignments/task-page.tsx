import { ApiProblem, type AnswerOf, type api, type Leading } from "@ntm/contract"
import { A } from "@solidjs/router"
import { Show } from "solid-js"
import { KnownPicker } from "../assessments/known-picker.tsx"
import { useWords } from "../language/words.ts"
import { useAddress } from "../parts/address.ts"
import { DayPicker } from "../parts/day-picker.tsx"
import { Empty } from "../parts/empty.tsx"
import { formatDay } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { Allowed } from "../people/allowed.tsx"
import { Page } from "../shell/page.tsx"
import { TaskEvents } from "./task-events.tsx"
import { TaskFacts } from "./task-facts.tsx"
import { TaskForm } from "./task-form.tsx"
import { TaskChildren, TaskCondition, TaskExtensions, TaskMoves, TaskWaiting } from "./task-parts.tsx"
import { useTask } from "./tasks.queries.ts"
import { taskWords } from "./task.words.ts"
import { TimelinessBadge } from "./timeliness-badge.tsx"
import { type TasksScope, useTasksScope } from "./use-tasks-scope.ts"

type Answer = AnswerOf<typeof api.assignments.task> & Leading

/** One task: what is asked, how far it has come, what it waits for, what happened; and where that is recorded. */
const TaskPage = () => {
  const t = useWords(taskWords)
  const scope = useTasksScope()
  const [key] = useAddress("ma")
  const task = useTask(
    () => key() ?? "",
    () => ({ asOf: scope.asOf(), knownAt: scope.knownAt() })
  )
  const missing = () => key() === undefined || (task.error instanceof ApiProblem && task.error.problem.status === 404)
  return (
    <Page
      title={task.isSuccess ? task.data.standing.task.title : t().waiting}
      lead={task.isSuccess ? <Lead answer={task.data} /> : undefined}
      controls={
        <>
          <DayPicker value={scope.asOf()} onPick={scope.setAsOf} />
          <KnownPicker value={scope.knownAt()} onPick={scope.setKnownAt} />
        </>
      }
    >
      <Show
        when={!missing()}
        fallback={
          <div class="space-y-3">
            <Empty>{t().missing}</Empty>
            <A class="link" href={scope.within("/nhiem-vu/danh-sach")}>
              {t().toList}
            </A>
          </div>
        }
      >
        <Loaded query={task}>{(answer) => <Body answer={answer()} scope={scope} />}</Loaded>
      </Show>
    </Page>
  )
}

const Lead = (props: { readonly answer: Answer }) => {
  const t = useWords(taskWords)
  return (
    <div class="space-y-1">
      <p>
        {props.answer.standing.task.no} · {t().asOf(formatDay(props.answer.asOf))}
      </p>
      <TimelinessBadge
        timeliness={props.answer.standing.timeliness}
        days={props.answer.standing.days}
        lateDays={props.answer.standing.lateDays}
      />
    </div>
  )
}

const Body = (props: { readonly answer: Answer; readonly scope: TasksScope }) => {
  const t = useWords(taskWords)
  const task = () => props.answer.standing.task
  const recordable = () => task().kind !== "heading" && task().kind !== "shared"
  return (
    <div class="space-y-5">
      <p class="no-print flex flex-wrap gap-3">
        <A class="button" href={props.scope.within("/nhiem-vu/danh-sach", { "van-ban": task().document })}>
          {t().toList}
        </A>
        <A class="button" href={props.scope.within("/nhiem-vu/tien-trinh", { "van-ban": task().document })}>
          {t().toTimeline}
        </A>
      </p>
      <div class="grid items-start gap-5 xl:grid-cols-2">
        <TaskFacts answer={props.answer} scope={props.scope} />
        <div class="space-y-5">
          <TaskCondition answer={props.answer} />
          <TaskWaiting answer={props.answer} hrefOf={props.scope.taskHref} />
          <TaskExtensions answer={props.answer} />
        </div>
      </div>
      <TaskChildren answer={props.answer} hrefOf={props.scope.taskHref} />
      <Show when={recordable()} fallback={<p class="text-sm text-ink-soft">{t().shared}</p>}>
        <div class="grid items-start gap-5 xl:grid-cols-2">
          <TaskEvents events={props.answer.events} />
          <TaskMoves answer={props.answer} />
        </div>
        <Allowed action="tasks.report" here={props.answer.allowed}>
          <div class="no-print">
            <TaskForm standing={props.answer.standing} next={props.answer.next} asOf={props.answer.asOf} />
          </div>
        </Allowed>
      </Show>
    </div>
  )
}

export default TaskPage

import { useWords } from "../language/words.ts"
import { Tabs } from "../parts/tabs.tsx"
import { tasksWords } from "./tasks.words.ts"
import { useTasksScope } from "./use-tasks-scope.ts"

/** What is due, tasks one by one, who owes how much, a document's timeline, its annex as printed; recommendations and limitations. */
export const TasksTabs = () => {
  const t = useWords(tasksWords)
  const scope = useTasksScope()
  return (
    <Tabs
      label={t().pages}
      tabs={[
        { href: scope.within("/nhiem-vu"), name: t().tabs.due },
        { href: scope.within("/nhiem-vu/danh-sach"), name: t().tabs.list },
        { href: scope.within("/nhiem-vu/co-quan"), name: t().tabs.load },
        { href: scope.within("/nhiem-vu/tien-trinh"), name: t().tabs.timeline },
        { href: scope.within("/nhiem-vu/phu-luc"), name: t().tabs.printed },
        { href: scope.within("/kien-nghi"), name: t().tabs.recommendations },
        { href: scope.within("/kien-nghi/han-che"), name: t().tabs.limitations }
      ]}
    />
  )
}

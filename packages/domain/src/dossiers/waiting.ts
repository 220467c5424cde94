import { type TaskBook, type WaitingLink, waitingChain } from "../assignments/index.ts"
import type { Dossier } from "./dossier.ts"
import { dossierTask } from "./dossier-task.ts"
import { inOrder, stepsToAppraisal } from "./path.ts"
import type { Procedure } from "./procedure.ts"
import type { DossierStanding, DossierTask } from "./standing.ts"

/** The tasks of a dossier as they stand in a book, by the step that they carry out. What the book does not have is left out. */
export const tasksByStep = (
  { tasks }: Pick<Dossier, "tasks">,
  book: TaskBook
): ReadonlyMap<string, ReadonlyArray<DossierTask>> =>
  new Map(
    [...Map.groupBy(tasks, ({ step }) => step)].map(([step, linked]) => [
      step,
      linked.flatMap(({ task }) => {
        const standing = book.byKey.get(task)
        return standing === undefined ? [] : [dossierTask(standing)]
      })
    ])
  )

/**
 * Through which tasks a dossier is still waiting: the chain of the last of its tasks that is not closed, in the order of its steps. Empty where all
 * are, and for a dossier without tasks.
 */
export const dossierWaiting = (
  { tasks }: Pick<Dossier, "tasks">,
  procedure: Pick<Procedure, "steps">,
  book: TaskBook
): ReadonlyArray<WaitingLink> => {
  for (const { key } of inOrder(procedure).toReversed())
    for (const { task } of tasks.filter(({ step }) => step === key).toReversed()) {
      const chain = waitingChain(book, task)
      if (chain.length > 0) return chain
    }
  return []
}

/** The tasks of which a dossier is made: those of the steps before its appraisal, which looks at what they brought. */
export const tasksToRehearse = ({
  procedure,
  steps
}: Pick<DossierStanding, "procedure" | "steps">): ReadonlyArray<DossierTask> => {
  const before = stepsToAppraisal(procedure)
  return steps.filter(({ step }) => before.has(step.key)).flatMap(({ tasks }) => tasks)
}

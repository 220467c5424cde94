import { instanceKey } from "./keys.ts"
import type { Owner, Task } from "./task.ts"

/** Several owners of whom one at least is a unit: one instance each. Several agencies alone owe one thing together. */
export const isShared = (owners: ReadonlyArray<Owner>): boolean =>
  owners.length > 1 && owners.some(({ _tag }) => _tag === "unit")

/** A task and, where it is owed by several, the instance of each owner right behind it. */
export const withInstances = (task: Task): ReadonlyArray<Task> => {
  if (!isShared(task.owners)) return [task]
  const instances = task.owners.map((owner, at): Task => ({
    ...task,
    key: instanceKey(task.key, owner, at),
    parent: task.key,
    owners: [owner],
    after: []
  }))
  const children = instances.map(({ key }) => key)
  return [{ ...task, kind: "shared", owners: [], children, closing: null }, ...instances]
}

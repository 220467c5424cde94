/** The next of some choices, from the last one round to the first; null may be one of them. */
export const turned = <Choice>(choices: ReadonlyArray<Choice>, now: Choice): Choice => {
  const [first = now] = choices
  const after = choices.slice(choices.indexOf(now) + 1)
  const [next = first] = after
  return next
}

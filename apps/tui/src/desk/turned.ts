/** The next of some choices, from the last one round to the first. */
export const turned = <Choice>(choices: ReadonlyArray<Choice>, now: Choice): Choice =>
  choices[(choices.indexOf(now) + 1) % choices.length] ?? now

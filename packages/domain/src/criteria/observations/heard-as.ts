import type { Actor } from "./workflow.ts"

/** What rules say of something, and for which office it is done. */
export interface Heard<A> {
  readonly actor: Actor
  readonly checked: A
}

/** Every office that somebody may act for, the most powerful first. */
export const officesOf = (actor: Actor): ReadonlyArray<Actor> => [actor, ...(actor.others ?? [])]

/**
 * The office for which somebody does something, by what the rules say of it: of those that they may act for the most powerful to which the rules
 * object least. `objections`: how many there are.
 *
 * **Details** Who looks after one place as a department and after another as its officer acts in each as what they are there. One office has to have
 * leave for all of it, as one grant has to: a batch is not taken apart. Where none has, the refusal is that of the nearest.
 */
export const heardAs = <A>(actor: Actor, check: (actor: Actor) => A, objections: (checked: A) => number): Heard<A> => {
  let heard: Heard<A> = { actor, checked: check(actor) }
  for (const other of actor.others ?? []) {
    if (objections(heard.checked) === 0) break
    const checked = check(other)
    if (objections(checked) < objections(heard.checked)) heard = { actor: other, checked }
  }
  return heard
}

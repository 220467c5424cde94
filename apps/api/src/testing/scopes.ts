import { Scopes } from "@ntm/domain/people"

/** Facts that are held to nothing: what the API itself asks is all there is. */
export const unheld = Scopes.of({ within: () => (effect) => effect })

/** What a person is told, in both languages. */
export interface Told {
  readonly vi: string
  readonly en: string
}

/** RFC 9457 problem details, in both languages. `type` is stable: partners may switch on it. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly titleEn: string
  readonly status: number
  readonly detail?: string
  readonly detailEn?: string
  /** The request, as the server's log names it. */
  readonly instance?: string
  /** One entry a field that could not be read. */
  readonly errors?: ReadonlyArray<FieldProblem>
  /** Of a batch: how many of its rows were written. One that is refused writes none. */
  readonly written?: 0
  /** The rule that refuses: the action of the table of permissions. Stable, as `type` is. */
  readonly rule?: string
  /** The day on which the rule was asked. */
  readonly asOf?: string
  /** Whom the rule lets do it: a role, in words. */
  readonly whoMay?: ReadonlyArray<Told & { readonly role: string }>
  /** What whoever asked can do now. */
  readonly next?: Told
}

/**
 * What is wrong with one parameter or one place of a body. `path` is its name in the path or the query, or leads to the
 * place: "changes[2].from[0].unit".
 */
export interface FieldProblem {
  readonly path: string
  /** For what the domain refuses: the kind of refusal. Stable, as `type` is. */
  readonly kind?: string
  readonly message: string
  readonly messageEn?: string
  /** The rule of the room that refuses this place, where it has a name. */
  readonly rule?: string
  /** What can be done about it. */
  readonly next?: Told
}

/** Thrown by the client when the server answers with a problem, or cannot be reached (`status` 0). */
export class ApiProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail ?? problem.title, options)
    this.name = "ApiProblem"
    this.problem = problem
  }
}

/** Whether a decoded JSON body is a problem as this API writes them. */
export const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" &&
  body !== null &&
  "type" in body &&
  typeof body.type === "string" &&
  "title" in body &&
  typeof body.title === "string" &&
  "status" in body &&
  typeof body.status === "number"

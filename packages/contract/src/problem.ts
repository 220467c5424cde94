/** RFC 9457 problem details, in both languages. `type` is stable: partners may switch on it. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly titleEn: string
  readonly status: number
  readonly detail?: string
  /** One entry a field that could not be read. */
  readonly errors?: ReadonlyArray<{ readonly path: string; readonly message: string }>
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

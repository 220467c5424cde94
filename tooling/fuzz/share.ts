/** What the fuzzer hands to a thread: every `step`-th case from `from` to before `to`. */
export interface Share {
  readonly seed: number
  readonly from: number
  readonly to: number
  readonly step: number
  /** Where the thread says which case it is at. */
  readonly at: SharedArrayBuffer
}

/** What a thread found; it ends early with some cases that went wrong. */
export interface Found {
  readonly cases: number
  readonly refused: number
  readonly notCompiled: number
  readonly judged: number
  readonly verdicts: number
  readonly met: number
  /** Verdicts that stay open though the rules decide: never more than the evaluator can know, and never wrong. */
  readonly open: number
  /** Milliseconds of its thread that the case which took longest did. */
  readonly longest: number
  readonly wrong: ReadonlyArray<{ readonly index: number; readonly why: string; readonly document: string }>
}

/**
 * The version of the language that rules are written in: what its operators mean, how measures are computed and verdicts put
 * together.
 *
 * **Details** A proof names the version by which it was judged. The number is raised whenever the same rules over the same values
 * could be judged otherwise than before; a change of words alone does not raise it.
 */
export const RULE_LANGUAGE = 1

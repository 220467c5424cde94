import { ApiProblem, type Problem } from "@ntm/contract"

/** Longest wait for one answer; a server that hangs must not hold a person for minutes. */
export const PATIENCE_SECONDS = 20

const silent: Problem = {
  type: "urn:ntm:problem:silent",
  title: `Máy chủ không trả lời sau ${PATIENCE_SECONDS} giây`,
  titleEn: `The server did not answer within ${PATIENCE_SECONDS} seconds`,
  status: 0
}

/** A fault that is not the server's still ends in words, and not as a crash. */
export const problemOf = (cause: unknown): Problem => {
  if (cause instanceof ApiProblem) return cause.problem
  if (cause instanceof Error && cause.name === "TimeoutError") return silent
  return {
    type: "urn:ntm:problem:unreadable",
    title: "Không đọc được câu trả lời của máy chủ",
    titleEn: "The server's answer cannot be read",
    status: 500,
    detail: cause instanceof Error ? cause.message : String(cause)
  }
}

/** Says what the program is doing while it starts. */
export interface Progress {
  /** A new step begins; the one before is over. */
  readonly step: (message: string) => void
  /** Nothing is being done any more: no further reminders. */
  readonly end: () => void
}

/** Longest silence while a step takes its time. */
const REMIND_AFTER_MS = 2000

const seconds = (ms: number): string => (ms / 1000).toFixed(1).replace(".", ",").padStart(5)

/**
 * Lines with the time since the start, the same on a terminal and in a log: `[  1,2 s] Đang nạp dữ liệu…`.
 *
 * **Details** A step that takes longer than two seconds is repeated every two seconds, so that nobody takes work for a standstill.
 */
export const makeProgress = (write: (line: string) => void, now: () => number = () => performance.now()): Progress => {
  const start = now()
  let timer: NodeJS.Timeout | undefined
  const line = (message: string) => write(`[${seconds(now() - start)} s] ${message}`)
  const end = () => {
    clearInterval(timer)
    timer = undefined
  }
  return {
    step: (message) => {
      end()
      line(message)
      timer = setInterval(() => line(`vẫn tiếp tục: ${message}`), REMIND_AFTER_MS)
      timer.unref()
    },
    end
  }
}

/** Where a program is asked whether it lives, and whether it can be sent requests. */
export const LIVE = "/health"
const READY = "/ready"

/** Whether an address is asked by machines that watch over the program, every few seconds. */
export const isProbe = (path: string): boolean => path === LIVE || path === READY

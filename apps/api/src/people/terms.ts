/** Below the origin; nothing of it is public but where providers send people back to. */
export const LIBRARY_PATH = "/api/auth"

/** Carries the caller's address to the library's limits; what a caller sends under this name is dropped. */
export const ADDRESS_HEADER = "x-ntm-caller"

/** How the terminal names itself when it asks to be let in. */
export const TERMINAL = "ntm"

/** How long a one-time link can be used. */
export const LINK_SECONDS = 24 * 3600

/** A session that is not used ends after so long. */
export const IDLE_SECONDS = 7 * 24 * 3600

/** However much it is used, a session ends after so long. */
export const SESSION_SECONDS = 30 * 24 * 3600

/** For so long after somebody showed every factor of theirs they may change how they get in. */
export const CONFIRMED_SECONDS = 15 * 60

/** How keys begin: a bearer that begins so is one, and a secret scanner can know it. */
export const KEY_PREFIX = "ntm_"

/** A password has at least so many characters (NIST SP 800-63B asks for 8). */
export const PASSWORD_CHARACTERS = 10

import type { Leading } from "@ntm/contract"
import type { Action } from "@ntm/domain/people"

/** What an answer says of what may be done next; a server of before does not say it. */
export type MayLead = Partial<Leading>

/** Whether whoever asked may do something with what was answered; a server that does not say tells it when it is sent. */
export const mayDo = ({ allowed }: MayLead, action: Action): boolean =>
  allowed === undefined || allowed.some((one) => one.action === action)

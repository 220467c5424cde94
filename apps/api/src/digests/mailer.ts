import { createHash } from "node:crypto"
import type { Letter } from "@ntm/domain/assignments"
import { createTransport } from "nodemailer"
import type { MailConfig } from "./mail-config.ts"

/** A server that says nothing for so long is away. */
const SILENCE_MS = 15_000

/** The same letter has the same id each time that it is handed over, so mail servers and readers see that it is one. */
const messageId = ({ about, day, recipient }: Letter, from: string): string => {
  const hash = createHash("sha256").update(`${recipient}\0${about}`).digest("hex").slice(0, 16)
  return `<ntm-${day}-${hash}@${from.slice(from.indexOf("@") + 1)}>`
}

/** Hands letters to a mail server, each over a connection of its own; rejects with what the server said where it does not take one. */
export const makeMailer = ({ from, host, login, port, requireTLS, secure }: MailConfig) => {
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS,
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: SILENCE_MS,
    greetingTimeout: SILENCE_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true
  })
  return async (letter: Letter): Promise<void> => {
    const { html, recipient, subject, text } = letter
    await transport.sendMail({
      from: { name: "Nông thôn mới (ntm)", address: from },
      to: { name: "", address: recipient },
      subject,
      text,
      html,
      messageId: messageId(letter, from),
      headers: { "Auto-Submitted": "auto-generated" }
    })
  }
}

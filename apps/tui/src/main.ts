#!/usr/bin/env node
import { serverSignedInTo } from "./people/credential.ts"
import { placesOf } from "./people/places.ts"
import { signedFetch } from "./people/signed-fetch.ts"
import { readArguments } from "./shell/arguments.ts"
import { loadCommand } from "./shell/load-command.ts"
import { exit, type Output } from "./shell/output.ts"

/** The `ntm` command: the composition root. Everything of `process` that the program uses is taken here. */

/** A reader that left (`| head`) or a terminal that is gone (closed window, lost ssh) ends the program without a word. */
const gone = (cause: NodeJS.ErrnoException): void => {
  if (cause.code !== "EPIPE" && cause.code !== "EIO" && cause.code !== "ENXIO") throw cause
  process.exit()
}
process.stdout.on("error", gone)
process.stderr.on("error", gone)
process.stdin.on("error", gone)
process.on("SIGHUP", () => process.exit(129))

const env = process.env
const output: Output = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  colour: process.stdout.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb"
}

// Every command asks by `fetch`: whoever is signed in is so for all of them.
globalThis.fetch = signedFetch(globalThis.fetch, placesOf(env))

const signedInTo = await serverSignedInTo(placesOf(env))
const parsed = readArguments(process.argv.slice(2), signedInTo === null ? env : { ...env, NTM_SERVER: signedInTo })
if (parsed._tag === "Misuse") {
  const help = parsed.command === null ? "ntm help" : `ntm help ${parsed.command}`
  output.err(`${parsed.message.vi}\n${parsed.message.en}\n\nXem hướng dẫn · See: ${help}\n`)
  process.exitCode = exit.misuse
} else {
  try {
    const run = await loadCommand(parsed.command.name)
    process.exitCode = await run(parsed.request, output)
  } catch (cause) {
    // A fault of the program: its message helps, its stack does not.
    output.err(`Lỗi ngoài dự kiến · Unexpected error: ${cause instanceof Error ? cause.message : String(cause)}\n`)
    process.exitCode = exit.fault
  }
  // Connections that fetch keeps open must not hold a screen program that was quit.
  if (parsed.command.name === "tui") process.exit()
}

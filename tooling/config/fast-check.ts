import fc from "fast-check"

/** Properties try the same cases on every run, so that a red build is red for everyone; `NTM_SEED` tries others. */
fc.configureGlobal({ seed: Number(process.env["NTM_SEED"] ?? 20_250_305) })

import { Role, roleWords } from "@ntm/domain/people"
import { createSignal } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { asHeading } from "../parts/format.ts"
import { Select } from "../parts/select.tsx"
import { peopleWords } from "./people.words.ts"
import { TextField } from "./text-field.tsx"

/** What is typed about a grant, and the grant that it makes. */
export const createGrant = (starting: Role = "localOfficer") => {
  const [role, setRole] = createSignal<Role>(starting)
  const [within, setWithin] = createSignal("")
  const [agency, setAgency] = createSignal("")
  const body = () => {
    const units = within()
      .split(",")
      .map((code) => code.trim())
      .filter((code) => code !== "")
    return {
      role: role(),
      units: units.length === 0 ? ("all" as const) : units,
      ...(agency().trim() === "" ? {} : { agency: agency().trim() })
    }
  }
  return { role, setRole, within, setWithin, agency, setAgency, body }
}

/** A role, where, and for which agency. */
export const GrantFields = (props: { readonly grant: ReturnType<typeof createGrant> }) => {
  const t = useWords(peopleWords)
  return (
    <>
      <Select
        label={t().role}
        value={props.grant.role()}
        options={Role.literals.map((role) => ({ value: role, name: asHeading(inLanguage(roleWords[role])) }))}
        onPick={(value) => {
          const role = Role.literals.find((each) => each === value)
          if (role !== undefined) props.grant.setRole(role)
        }}
      />
      <TextField
        label={t().within}
        hint={t().withinHint}
        value={props.grant.within()}
        onInput={props.grant.setWithin}
      />
      <TextField
        label={t().agency}
        hint={t().agencyHint}
        value={props.grant.agency()}
        onInput={props.grant.setAgency}
      />
    </>
  )
}

import { Role, roleWords } from "@ntm/domain/people"
import { createSignal } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { DayPicker } from "../parts/day-picker.tsx"
import { asHeading } from "../parts/format.ts"
import { Select } from "../parts/select.tsx"
import { peopleWords } from "./people.words.ts"
import { TextField } from "./text-field.tsx"

/** What is typed about a grant, and the grant that it makes. */
export const createGrant = (starting: Role = "localOfficer") => {
  const [role, setRole] = createSignal<Role>(starting)
  const [within, setWithin] = createSignal("")
  const [agency, setAgency] = createSignal("")
  const [criteria, setCriteria] = createSignal("")
  const [from, setFrom] = createSignal<string>()
  const [to, setTo] = createSignal<string>()
  const listIn = (text: string) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "")
  const body = () => {
    const units = listIn(within())
    const keys = listIn(criteria())
    return {
      role: role(),
      units: units.length === 0 ? ("all" as const) : units,
      ...(agency().trim() === "" ? {} : { agency: agency().trim() }),
      ...(keys.length === 0 ? {} : { criteria: keys }),
      ...(from() === undefined ? {} : { from: from() }),
      ...(to() === undefined ? {} : { to: to() })
    }
  }
  return {
    role,
    setRole,
    within,
    setWithin,
    agency,
    setAgency,
    criteria,
    setCriteria,
    from,
    setFrom,
    to,
    setTo,
    body
  }
}

/** A role, where, for which agency and criteria, from a day to a day. */
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
      <TextField
        label={t().criteria}
        hint={t().criteriaHint}
        value={props.grant.criteria()}
        onInput={props.grant.setCriteria}
      />
      <DayPicker label={t().givenFrom} none={t().today} value={props.grant.from()} onPick={props.grant.setFrom} />
      <DayPicker label={t().givenTo} none={t().noEnd} value={props.grant.to()} onPick={props.grant.setTo} />
    </>
  )
}

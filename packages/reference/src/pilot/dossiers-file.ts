import { DossierEventRecording, DossierOpening } from "@ntm/domain/dossiers"
import { UnitCode } from "@ntm/domain/units"
import { Schema } from "effect"

const { asOf, criteriaSet, document, illustrative, note, openedOn, override, tasks, tier } = DossierOpening.fields
const { body, day } = DossierEventRecording.fields

/** `pilot/dossiers.json`: dossiers of which documents speak, with what they say happened. Days that they do not tell are marked illustrative. */
export const DossierFile = Schema.Struct({
  dossiers: Schema.Array(
    Schema.Struct({
      /** Names the dossier for ever, whatever else is said of it. */
      key: Schema.String.check(Schema.isPattern(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
      unit: UnitCode,
      tier,
      criteriaSet,
      asOf,
      openedOn,
      override,
      document,
      note,
      tasks,
      illustrative,
      /** In the order in which they happened. */
      events: Schema.Array(
        Schema.Struct({
          day,
          body,
          document: DossierEventRecording.fields.document,
          note: DossierEventRecording.fields.note,
          illustrative: DossierEventRecording.fields.illustrative
        })
      )
    })
  )
})
export type DossierFile = typeof DossierFile.Type

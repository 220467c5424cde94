/** Words in Vietnamese and in English. */
export interface Words {
  readonly vi: string
  readonly en: string
}

/** The same nouns as the contract, with words for each question. */
export type EndpointTexts<Group> = {
  readonly [K in keyof Group]: Group[K] extends { readonly path: string } ? Words : EndpointTexts<Group[K]>
}

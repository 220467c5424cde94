/** The province that a plan is of, by its locality ("thành phố Hải Phòng"); else the first. */
export const provinceOfPlan = <P extends { readonly name: string }>(
  locality: string | null | undefined,
  provinces: ReadonlyArray<P>
): P | undefined => {
  const text = locality?.toLocaleLowerCase("vi") ?? ""
  return provinces.find(({ name }) => text.endsWith(name.toLocaleLowerCase("vi"))) ?? provinces[0]
}

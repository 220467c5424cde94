import type { JSX } from "solid-js"

const Icon = (props: { readonly children: JSX.Element; readonly class?: string | undefined }) => (
  <svg
    viewBox="0 0 20 20"
    class={props.class ?? "size-4 shrink-0"}
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    {props.children}
  </svg>
)

type IconProps = { readonly class?: string }

/** An octagon: the statements cannot all be true. */
export const ErrorIcon = (props: IconProps) => (
  <Icon class={props.class}>
    <path
      d="M6.700 2.500h6.600l4.200 4.200v6.600l-4.200 4.200H6.700l-4.200-4.200V6.700z"
      fill="currentColor"
      fill-opacity="0.15"
    />
    <path d="M10 6v4.500M10 13.700v.1" />
  </Icon>
)

/** A triangle: the statements are hardly all true. */
export const WarningIcon = (props: IconProps) => (
  <Icon class={props.class}>
    <path d="M10 2.800 18 16.800H2z" fill="currentColor" fill-opacity="0.15" />
    <path d="M10 8v4M10 14.300v.1" />
  </Icon>
)

export const CheckIcon = (props: IconProps) => (
  <Icon class={props.class}>
    <path d="m4 10.500 4 4 8-9" />
  </Icon>
)

export const ClockIcon = (props: IconProps) => (
  <Icon class={props.class}>
    <circle cx="10" cy="10" r="7.500" />
    <path d="M10 5.500V10l3 2" />
  </Icon>
)

export const DocumentIcon = (props: IconProps) => (
  <Icon class={props.class}>
    <path d="M5 2.500h7l3.500 3.500v11.500H5z" />
    <path d="M8 9.500h5M8 13h5" />
  </Icon>
)

export const CloseIcon = (props: IconProps) => (
  <Icon class={props.class}>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
)

export const SearchIcon = (props: IconProps) => (
  <Icon class={props.class}>
    <circle cx="8.500" cy="8.500" r="5.500" />
    <path d="m13 13 4.500 4.500" />
  </Icon>
)

export const CalendarIcon = (props: IconProps) => (
  <Icon class={props.class}>
    <path d="M3 5h14v12H3zM3 8.500h14M7 3v3M13 3v3" />
  </Icon>
)

export const ChevronIcon = (props: IconProps) => (
  <Icon class={props.class}>
    <path d="m7.500 4.500 5.500 5.500-5.500 5.500" />
  </Icon>
)

export const ArrowIcon = (props: IconProps) => (
  <Icon class={props.class}>
    <path d="M3 10h13M11.500 5.500 16 10l-4.500 4.500" />
  </Icon>
)

export const PlusIcon = (props: IconProps) => (
  <Icon class={props.class}>
    <path d="M10 4v12M4 10h12" />
  </Icon>
)

export const MinusIcon = (props: IconProps) => (
  <Icon class={props.class}>
    <path d="M4 10h12" />
  </Icon>
)

/** Four corners: the whole again. */
export const WholeIcon = (props: IconProps) => (
  <Icon class={props.class}>
    <path d="M3.500 7.500v-4h4M12.500 3.500h4v4M16.500 12.500v4h-4M7.500 16.500h-4v-4" />
  </Icon>
)

/** An arrow onto a ground: a file to be kept. */
export const DownloadIcon = (props: IconProps) => (
  <Icon class={props.class}>
    <path d="M10 3v9.500M6 8.500l4 4 4-4M3.500 16.500h13" />
  </Icon>
)

export { type PackageHead, recordPackage, releasePackage } from "./packages.ts"
export { releasedWorks, type ReleaseSources } from "./releases.ts"

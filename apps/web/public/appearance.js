// Runs before the first paint, so that a chosen scheme or language does not flash. Kept apart from the page: no inline script.
try {
  const scheme = localStorage.getItem("ntm.scheme")
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme
  if (localStorage.getItem("ntm.language") === "en") document.documentElement.lang = "en"
} catch {
  // Storage may be closed to the page: the system's scheme and Vietnamese are used.
}

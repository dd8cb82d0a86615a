// Before the first paint, so that nobody who chose dark is shown a white flash.
try {
  const theme = localStorage.getItem('camau:theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage may be forbidden: the device's own choice holds.
}

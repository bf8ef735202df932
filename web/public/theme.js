// Runs before the first paint, so that a chosen theme never flashes, nor a chosen density.
try {
  const theme = localStorage.getItem('aspirex.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  if (localStorage.getItem('aspirex.density') === 'compact') document.documentElement.dataset.density = 'compact'
  if (location.pathname === '/' && localStorage.getItem('aspirex.was_signed_in')) document.documentElement.dataset.returning = ''
} catch {}

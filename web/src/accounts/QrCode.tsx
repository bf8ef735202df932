import { createMemo } from 'solid-js'
import { encode } from 'uqr'

/** Dark on light in both themes, for cameras that know nothing else. */
export function QrCode(props: { text: string; label: string }) {
  const code = createMemo(() => encode(props.text, { border: 2 }))
  const dark = () =>
    code()
      .data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
      .join('')
  return (
    <svg class="qr" viewBox={`0 0 ${code().size} ${code().size}`} role="img" aria-label={props.label}>
      <path class="qr__dark" d={dark()} />
    </svg>
  )
}

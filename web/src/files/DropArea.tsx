import { createSignal, type JSX } from 'solid-js'

/** A place where a file can be dropped; the button inside does the same for everybody else. */
export function DropArea(props: { onDrop: (file: File) => void; children: JSX.Element }) {
  const [over, setOver] = createSignal(false)
  return (
    <div
      class="card drop"
      data-over={over() ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const [file] = event.dataTransfer?.files ?? []
        if (file) props.onDrop(file)
      }}
    >
      {props.children}
    </div>
  )
}

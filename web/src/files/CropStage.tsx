import { createEffect, createUniqueId } from 'solid-js'
import { m } from '../lib/messages'
import { cropByKey, moved, zoomed, zoomMost, type Crop } from './crop'
import { drawCrop } from './encode'
import { percent } from './size'

type Props = { bitmap: ImageBitmap; crop: Crop; onCrop: (crop: Crop) => void }

/** The square itself: what is seen here is what is sent. */
export function CropStage(props: Props) {
  const id = createUniqueId()
  let canvas!: HTMLCanvasElement
  let from: { x: number; y: number } | undefined
  createEffect(() => drawCrop(canvas, props.bitmap, props.crop))

  function drag(event: PointerEvent): void {
    if (!from) return
    const side = canvas.getBoundingClientRect().width
    props.onCrop(moved(props.crop, props.bitmap, (from.x - event.clientX) / side, (from.y - event.clientY) / side))
    from = { x: event.clientX, y: event.clientY }
  }

  return (
    <div class="stack stack--3">
      <canvas
        ref={canvas}
        class="crop"
        width="640"
        height="640"
        tabindex="0"
        // Drawn, dragged and steered by keys: what this role is for.
        // oxlint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role
        role="application"
        aria-label={m.picture_stage()}
        aria-describedby={`${id}-words`}
        onPointerDown={(event) => {
          canvas.setPointerCapture(event.pointerId)
          from = { x: event.clientX, y: event.clientY }
        }}
        onPointerMove={drag}
        onPointerUp={() => (from = undefined)}
        onPointerCancel={() => (from = undefined)}
        onKeyDown={(event) => {
          const next = cropByKey(event.key, props.crop, props.bitmap)
          if (!next) return
          event.preventDefault()
          props.onCrop(next)
        }}
        on:wheel={{
          passive: false,
          handleEvent: (event: WheelEvent) => {
            event.preventDefault()
            props.onCrop(zoomed(props.crop, props.bitmap, props.crop.zoom * (event.deltaY < 0 ? 1.08 : 1 / 1.08)))
          },
        }}
      />
      <p class="t-sm t-2" id={`${id}-words`}>
        {m.picture_editor_words()}
      </p>
      <div class="field">
        <label class="field__label" for={`${id}-zoom`}>
          {m.picture_zoom()}
        </label>
        <input
          id={`${id}-zoom`}
          class="crop__zoom"
          type="range"
          min="1"
          max={zoomMost(props.bitmap)}
          step="0.01"
          value={props.crop.zoom}
          disabled={zoomMost(props.bitmap) === 1}
          aria-valuetext={percent(props.crop.zoom)}
          onInput={(event) => props.onCrop(zoomed(props.crop, props.bitmap, event.currentTarget.valueAsNumber))}
        />
      </div>
    </div>
  )
}

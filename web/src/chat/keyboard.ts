import { createSignal, onCleanup, type Accessor } from 'solid-js'

/** How much of the page the phone's keyboard covers where the browser does not shrink the page by itself: "216px". */
export function createKeyboardInset(): Accessor<string> {
  const [inset, setInset] = createSignal('0px')
  const view = window.visualViewport
  if (!view) return inset
  const look = () => {
    const covered = Math.round(window.innerHeight - view.height - view.offsetTop)
    setInset(view.scale === 1 && covered > 80 ? `${covered}px` : '0px')
  }
  view.addEventListener('resize', look)
  view.addEventListener('scroll', look)
  onCleanup(() => {
    view.removeEventListener('resize', look)
    view.removeEventListener('scroll', look)
  })
  return inset
}

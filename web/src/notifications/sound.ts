import { createSignal } from 'solid-js'

const KEY = 'aspirex.sound'
/** Of the device, not of the account: what may ring in one place may not in another. */
const [soundIsOn, setSoundIsOn] = createSignal(localStorage.getItem(KEY) === 'on')
export { soundIsOn }

export function chooseSound(on: boolean): void {
  setSoundIsOn(on)
  if (on) localStorage.setItem(KEY, 'on')
  else localStorage.removeItem(KEY)
}

const NOTES_HZ = [660, 880]
const NOTE_S = 0.14

/** Two soft notes. Silent before the first touch of the page, where the browser would refuse. */
function chime(): void {
  if (!navigator.userActivation?.hasBeenActive) return
  const context = new AudioContext()
  NOTES_HZ.forEach((hertz, i) => {
    const [from, until] = [context.currentTime + i * NOTE_S, context.currentTime + (i + 1) * NOTE_S]
    const [tone, volume] = [context.createOscillator(), context.createGain()]
    tone.frequency.value = hertz
    volume.gain.setValueAtTime(0.08, from)
    volume.gain.exponentialRampToValueAtTime(0.001, until)
    tone.connect(volume).connect(context.destination)
    tone.start(from)
    tone.stop(until)
    if (i === NOTES_HZ.length - 1) tone.onended = () => void context.close()
  })
}

export function ring(): void {
  if (soundIsOn()) chime()
}

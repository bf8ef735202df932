import { HEARTBEAT_MS } from '../../../worker/contract/meetings.constants'

// Browsers slow the timers of a tab down that lies behind others, as this one does while people meet by video; those of
// a worker go on.
setInterval(() => postMessage('beat'), HEARTBEAT_MS)

import Icons from 'unplugin-icons/vite'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'
import { messages } from './dev/messages.ts'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [messages('test'), solid(), Icons({ compiler: 'solid', scale: 1 })],
  test: { environment: 'happy-dom', setupFiles: ['./vitest.setup.ts'], include: ['src/**/*.test.{ts,tsx}'] },
})

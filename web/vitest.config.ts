import Icons from 'unplugin-icons/vite'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'
import { articles } from './dev/articles.ts'
import { messages } from './dev/messages.ts'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [messages('test'), articles(), solid(), Icons({ compiler: 'solid', scale: 1 })],
  test: { environment: 'happy-dom', setupFiles: ['./vitest.setup.ts'], include: ['src/**/*.test.{ts,tsx}'] },
})

import tailwindcss from '@tailwindcss/vite'
import Icons from 'unplugin-icons/vite'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import solid from 'vite-plugin-solid'
import { articles } from './dev/articles.ts'
import { pagesHeaders } from './dev/headers.ts'
import { firstPage } from './dev/first-page.ts'
import { messages } from './dev/messages.ts'

const api = process.env.API_ORIGIN
const proxy = api && { '/api': api, '/sandbox': api, '/ws': { target: api, ws: true } }

export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  plugins: [
    messages(mode),
    articles(),
    tailwindcss(),
    solid(),
    Icons({ compiler: 'solid', scale: 1 }),
    pagesHeaders(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      includeManifestIcons: false,
      injectManifest: { globPatterns: ['index.html', 'theme.js', 'assets/*.{js,css}', 'fonts/*.woff2', 'mark.svg'] },
      manifest: {
        name: 'AspireX',
        short_name: 'AspireX',
        description: 'Find a mentor, pick a free time, pay for that one session.',
        start_url: '/',
        display: 'standalone',
        theme_color: '#fbf9f6',
        background_color: '#fbf9f6',
        icons: [{ src: '/mark.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
    }),
  ],
  server: { proxy: proxy || undefined },
  build: {
    target: 'baseline-widely-available',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: firstPage }] } },
    },
  },
}))

import { defineConfig } from 'vite'

/** The review page: `npm run build:page` writes it into dist, from where the server takes it. */
export default defineConfig({
  root: 'src/review/page',
  base: './',
  build: { outDir: '../../../dist/review/page', emptyOutDir: true, modulePreload: { polyfill: false } },
})

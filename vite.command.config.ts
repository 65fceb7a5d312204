import { defineConfig } from 'vite'

/**
 * The command in few files: `npm run build:command` gathers what `tsc` wrote, since to open 400 modules takes longer
 * than to read one. Packages stay outside, and so does the review, whose page and thread are found beside its modules.
 */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist/command',
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: { main: 'dist/cli/main.js', worker: 'dist/cli/worker.js' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
  plugins: [
    {
      name: 'review-outside',
      enforce: 'pre',
      resolveId: (id) =>
        id === './commands/review.js' ? { id: '../cli/commands/review.js', external: true } : undefined,
    },
  ],
})

import { defineConfig } from "vite";

// The built files are committed and embedded in the assembly: names that stay, no hashes, relative to wherever the desk is mounted.
export default defineConfig({
  base: "./",
  build: {
    outDir: "../Assets/Built",
    emptyOutDir: true,
    target: "es2023",
    modulePreload: false,
    sourcemap: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: { entryFileNames: "desk.js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});

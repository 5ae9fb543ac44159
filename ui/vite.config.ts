import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** The preview page (fake host, for looking at screens in a browser) is never in the product's build. */
export default defineConfig(({ mode }) => ({
  base: "./",
  clearScreen: false,
  plugins: [react()],
  server: { port: 5173, strictPort: true },
  build: {
    outDir: mode === "preview" ? "dist-preview" : "dist",
    target: "safari16",
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: mode === "preview" ? "preview.html" : "index.html" },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/lib/testing.ts"],
    css: { include: [/tokens\.css/] },
    restoreMocks: true,
    testTimeout: 30_000,
    // One page for all files of a worker: making a page anew for each costs more than the tests.
    isolate: false,
  },
}));

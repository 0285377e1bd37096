import { defineConfig } from "vite";

export default defineConfig({
  base: "/",
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  // The page's policy (CSP) forbids scripts and styles within the document; files alone are served.
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: false, cssCodeSplit: false },
});

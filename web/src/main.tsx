import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { preloadPage } from "./routes.tsx";
import { startTexts } from "./texts/i18n.ts";
import "./ui/styles.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
// The page's code and the session are fetched while the words are.
preloadPage(window.location.pathname);
await startTexts();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

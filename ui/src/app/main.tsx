import { createRoot } from "react-dom/client";
import { tauriHost } from "../host/tauri";
import "../kit/base.css";
import { App } from "./App";
import { freezePrototypes } from "./freeze";

const root = document.getElementById("root");
if (root) {
  freezePrototypes();
  createRoot(root).render(<App host={tauriHost()} />);
}

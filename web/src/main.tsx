import { createRoot } from "react-dom/client";
import { App } from "./app";
import { AddressProvider } from "./lib/address";

const place = document.getElementById("page");
if (!place) throw new Error("index.html has a place for the page");
createRoot(place).render(
  <AddressProvider>
    <App />
  </AddressProvider>,
);

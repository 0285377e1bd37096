import { render } from "preact";
import { App } from "./parts/app";
import { begin } from "./state/studio";
import "./style.css";

const page = document.getElementById("page");
if (page) {
  render(<App />, page);
  begin();
}

import { render } from "preact";
import { App } from "./App";
import "./style/base.css";
import "./style/controls.css";
import "./style/frame.css";
import "./style/desk.css";
import "./style/phone.css";
import "./style/board.css";

const root = document.getElementById("desk");
if (root) render(<App />, root);

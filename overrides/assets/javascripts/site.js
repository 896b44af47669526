// The one module a page names: registers the elements that upgrade what is already in the HTML.
import { applyTheme } from "./theme-switch.js";
import "./site-drawer.js";
import "./page-toc.js";
import "./back-to-top.js";
import "./site-search.js";
import { addCopyButtons } from "./copy-code.js";

applyTheme();
addCopyButtons(document);
if (document.querySelector(".diagram")) import("./diagram-tools.js");

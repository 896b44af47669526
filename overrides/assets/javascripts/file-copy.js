// The whole site's script and the search's data in one, for copies on disk. See on-disk.js.
import headings from "../search/headings.json";
import texts from "../search/texts.json";
import { onDisk } from "./search-addresses.js";
import { hold } from "./search-data.js";

hold({ headings, texts });
for (const link of document.querySelectorAll("a[href]")) if (link.protocol === "file:") link.href = onDisk(new URL(link.href)).href;
import("./site.js");

// On a tiny page: goes at once where its link leads, with the query; an old #id of the page goes where its own sign leads.
import { decoded } from "./decoded.js";

const sign = location.hash && document.getElementById(decoded(location.hash.slice(1)));
const target = new URL((sign || document).querySelector("a").href);
target.search = location.search;
if (location.hash && !sign && !target.hash) target.hash = location.hash;
location.replace(target);

// In a copy of the site on disk, where browsers load no modules, runs the one classic script that holds everything.
// A classic script itself; does nothing on a server. The build writes that script's name in place of COPY.
if (location.protocol === "file:") {
  const address = new URL(COPY, document.currentScript.src).href;
  const script = document.createElement("script");
  script.src = globalThis.trustedTypes?.createPolicy("copy", { createScriptURL: (url) => url }).createScriptURL(address) ?? address;
  document.head.append(script);
}

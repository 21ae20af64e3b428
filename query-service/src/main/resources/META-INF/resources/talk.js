// Lights up the place in the notes while its key point is pointed at or has the focus. Without scripts, the link leads there.
"use strict";

for (const link of document.querySelectorAll(".points a")) {
  const anchor = document.getElementById(link.hash.slice(1));
  const place = anchor && anchor.nextElementSibling;
  if (place instanceof HTMLElement && place.localName === "mark") {
    const light = (on) => {
      place.classList.toggle("active", on);
      link.classList.toggle("active", on);
    };
    link.addEventListener("pointerenter", () => light(true));
    link.addEventListener("pointerleave", () => light(false));
    link.addEventListener("focus", () => light(true));
    link.addEventListener("blur", () => light(false));
    place.addEventListener("pointerenter", () => light(true));
    place.addEventListener("pointerleave", () => light(false));
  }
}

// Fills the list of suggestions below the search box as one types. Without scripts, the box is as it was.
"use strict";

const box = document.getElementById("q");
const list = document.getElementById("suggestions");
const pause = 150;
let waiting = 0;
let asked = "";

function option(suggestion) {
  const option = document.createElement("option");
  option.value = suggestion.kind === "title" ? `"${suggestion.name}"` : `${suggestion.kind}:"${suggestion.name}"`;
  option.label = `${suggestion.name} (${suggestion.kind}, ${suggestion.talks})`;
  return option;
}

async function suggest() {
  const typed = box.value.trim();
  if (typed.length < 2 || typed === asked) {
    return;
  }
  asked = typed;
  try {
    const answer = await fetch(`/api/v1/suggestions?q=${encodeURIComponent(typed)}`);
    if (answer.ok && asked === typed) {
      list.replaceChildren(...(await answer.json()).items.map(option));
    }
  } catch {
    // Away: there are no suggestions then
  }
}

box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(suggest, pause);
});

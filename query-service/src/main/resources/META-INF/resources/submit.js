// Takes files that are dropped: the text of a single one into the form, several or an archive as files. Without scripts, the file field is there.
"use strict";

const text = document.getElementById("text");
const files = document.getElementById("files");
const field = document.getElementById("file");
const most = 1024 * 1024;

for (const hint of document.querySelectorAll(".scripted")) {
  hint.hidden = false;
}
if (location.hash === "#files") {
  files.open = true;
}

/** The text of a file, or null where it is none, or not in UTF-8. */
async function read(file) {
  if (file.size > most || /\.(zip|gz|tgz|tar)$/i.test(file.name)) {
    return null;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}

async function take(dropped) {
  const only = dropped.length === 1 ? await read(dropped[0]) : null;
  if (only !== null) {
    text.value = only;
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  } else {
    files.open = true;
    field.files = dropped;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.focus();
  }
}

/** What the fields of the talks say, by name. */
function corrections(form) {
  return JSON.stringify(["title", "speakers"].map((name) => form.getAll(name)));
}

// Never writes over what somebody typed since it was asked: it is sent when they leave the field, and the answer to that is shown
document.addEventListener("htmx:beforeSwap", (event) => {
  const { target, requestConfig } = event.detail;
  if (target.id === "outline" && corrections(requestConfig.formData) !== corrections(new FormData(target.closest("form")))) {
    event.detail.shouldSwap = false;
  }
});

for (const place of document.querySelectorAll(".drop")) {
  place.addEventListener("dragover", (event) => {
    event.preventDefault();
    place.classList.add("active");
  });
  place.addEventListener("dragleave", () => place.classList.remove("active"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("active");
    if (event.dataTransfer.files.length > 0) {
      take(event.dataTransfer.files);
    }
  });
}

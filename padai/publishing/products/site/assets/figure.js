/* In a frame the figure stands alone; on its own it offers what it takes to pass it on. */
if (window.top === window.self && location.protocol !== "about:") {
  const share = document.querySelector(".share");
  const told = document.createElement("p");
  told.setAttribute("role", "status");
  told.className = "note";
  const address = location.href.split("#")[0];
  const frame = `<iframe src="${address}" title="${WORDS.title}" width="100%" height="640" ` +
    `style="border:0" loading="lazy"></iframe>`;

  function offered(name, text) {
    const row = document.createElement("div");
    const id = "partage-" + share.childElementCount;
    const label = document.createElement("label");
    label.textContent = name;
    label.htmlFor = id;
    const field = document.createElement("input");
    field.id = id;
    field.readOnly = true;
    field.value = text;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name === WORDS.link ? WORDS.copy_link : WORDS.copy_code;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text);
        told.textContent = WORDS.copied;
      } catch {
        field.select();
        told.textContent = document.execCommand("copy") ? WORDS.copied : WORDS.select;
      }
    });
    row.append(label, field, button);
    share.append(row);
  }

  offered(WORDS.link, address);
  offered(WORDS.code, frame.replace(/&/g, "&amp;").replace(/title="([^]*?)" width/, (m, t) =>
    `title="${t.replace(/"/g, "&quot;")}" width`));
  share.append(told);
}

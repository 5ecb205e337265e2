// Draws the card onto a canvas and keeps it as PNG, or hands it to the phone's own way of sharing where that takes files. The phone shapes
// the letters. Buttons show themselves once they can; the picture as it came is offered only where nothing can be drawn.
for (const place of document.querySelectorAll("[data-png]")) {
  const { png, name } = place.dataset;
  const drawn = async () => {
    const image = new Image();
    image.src = png;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 1080;
    canvas.height = 1350;
    canvas.getContext("2d").drawImage(image, 0, 0, 1080, 1350);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    return new File([blob], `${name}.png`, { type: "image/png" });
  };
  const keep = place.querySelector("[data-keep]");
  const send = place.querySelector("[data-send]");
  keep.hidden = false;
  place.querySelector("[data-plain]").hidden = true;
  send.hidden = !navigator.canShare?.({ files: [new File([""], "a.png", { type: "image/png" })] });
  keep.addEventListener("click", async () => {
    const way = document.createElement("a");
    const file = await drawn();
    way.href = URL.createObjectURL(file);
    way.download = file.name;
    way.click();
  });
  send.addEventListener("click", async () => navigator.share({ files: [await drawn()] }).catch(() => {}));
}

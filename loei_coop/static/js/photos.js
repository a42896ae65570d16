/* A photo is made smaller on the device before it goes over a weak line. Whatever does not work here
   is sent as it is: the server does the same once more. */
"use strict";

const LONGEST_EDGE = 2000;
const QUALITY = 0.85;
const SMALL_ENOUGH = 500000;

async function smaller(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const paper = canvas.getContext("2d");
  paper.fillStyle = "white";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  if (!blob || blob.size >= file.size) return null;
  const name = `${file.name.replace(/\.[^.]*$/, "")}.jpg`;
  return new File([blob], name, { type: "image/jpeg" });
}

function megabytes(file) {
  return `${(file.size / 1000000).toFixed(1)} MB`;
}

class PhotoField {
  constructor(input) {
    this.input = input;
    this.status = input.form.querySelector("[data-photo-status]");
    input.addEventListener("change", () => this.shrink());
  }

  async shrink() {
    const [file] = this.input.files;
    this.status.textContent = "";
    if (!file || !file.type.startsWith("image/") || file.size < SMALL_ENOUGH) return;
    this.status.textContent = this.status.dataset.working;
    const photo = await smaller(file).catch(() => null);
    // Another one may have been chosen meanwhile.
    if (this.input.files[0] !== file) return;
    this.status.textContent = "";
    if (photo) this.put(photo, file);
  }

  put(photo, file) {
    const files = new DataTransfer();
    files.items.add(photo);
    this.input.files = files.files;
    this.status.textContent = `${this.status.dataset.done} ${megabytes(file)} → ${megabytes(photo)}`;
  }
}

for (const input of document.querySelectorAll("[data-photo]")) new PhotoField(input);

"""A photograph -> a PNG of 256 colours, a third of the size. Chromium does the sums, for it can read its own PNG."""

import struct
import zlib
from base64 import b64decode, b64encode
from typing import Final

from playwright.sync_api import Page

_SCRIPT: Final = """async source => {
  const image = new Image();
  image.src = source;
  await image.decode();
  const { width, height } = image;
  const surface = new OffscreenCanvas(width, height).getContext("2d");
  surface.drawImage(image, 0, 0);
  const pixels = surface.getImageData(0, 0, width, height).data;
  const bins = new Map(); // colours to 5 bits a channel, with the sums of the true ones
  const binOf = new Uint16Array(width * height);
  for (let i = 0; i < binOf.length; i++) {
    const [r, g, b] = [pixels[4 * i], pixels[4 * i + 1], pixels[4 * i + 2]];
    binOf[i] = (r >> 3 << 10) | (g >> 3 << 5) | b >> 3;
    const bin = bins.get(binOf[i]) ?? { count: 0, sum: [0, 0, 0], far: Infinity, place: 0 };
    bin.count++;
    bin.sum[0] += r; bin.sum[1] += g; bin.sum[2] += b;
    bins.set(binOf[i], bin);
  }
  const all = [...bins.values()];
  for (const bin of all) bin.mean = bin.sum.map(sum => sum / bin.count);
  const palette = [];
  while (palette.length < Math.min(256, all.length)) { // what is frequent, and unlike all that is in already
    const worth = bin => Math.sqrt(bin.count) * (bin.far === Infinity ? 1 : bin.far);
    const next = all.reduce((best, bin) => worth(bin) > worth(best) ? bin : best);
    for (const bin of all) {
      const far = next.mean.reduce((sum, value, i) => sum + (value - bin.mean[i]) ** 2, 0);
      if (far < bin.far) [bin.far, bin.place] = [far, palette.length];
    }
    palette.push(next.mean.map(Math.round));
  }
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = bins.get(binOf[y * width + x]).place;
  let written = "";
  for (let i = 0; i < rows.length; i += 30000) written += String.fromCharCode(...rows.subarray(i, i + 30000));
  return [width, height, palette.flat(), btoa(written)];
}"""
"""A PNG as a data address -> its width, height, palette and rows, each after a byte that says “as it is”."""


def make_small(png: bytes, page: Page) -> bytes:
    """Write a PNG again with the 256 colours that serve it best, worked out in a page of a browser."""
    width, height, palette, rows = page.evaluate(_SCRIPT, f"data:image/png;base64,{b64encode(png).decode()}")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(name, content)
        for name, content in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            (b"PLTE", bytes(palette)),
            (b"IDAT", zlib.compress(b64decode(rows), 9)),
            (b"IEND", b""),
        )
    )


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

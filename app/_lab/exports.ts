import type { PlayerWords } from "#lib/i18n/words/player.ts";
import type { Film } from "#lib/tcp/world/film.ts";

/** The film as a capture; the code for it is loaded when it is asked for. */
export async function capture(film: Film, words: PlayerWords): Promise<Blob> {
  const [{ packetsOf }, { pcapng }] = await Promise.all([
    import("#lib/pcapng/of-film.ts"),
    import("#lib/pcapng/pcapng.ts"),
  ]);
  return new Blob([pcapng(packetsOf(film, words))], { type: "application/vnd.tcpdump.pcap" });
}

/** The scenario, to be opened again; not the film, which follows from it. */
export function scenarioFile({ scenario }: Film): Blob {
  return new Blob([`${JSON.stringify(scenario, null, 2)}\n`], { type: "application/json" });
}

/** What of a style an SVG needs to look outside the page as it does inside. */
const PROPERTIES = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "paint-order",
  "font-size",
  "font-weight",
  "font-family",
  "text-anchor",
];

/** The diagram by itself: every colour and size that the page gave it is written into it. */
export function picture(svg: SVGSVGElement): Blob {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [own, copied] = [svg.querySelectorAll("*"), copy.querySelectorAll("*")];
  for (const [i, element] of own.entries()) {
    const style = getComputedStyle(element);
    for (const property of PROPERTIES) copied[i]?.setAttribute(property, style.getPropertyValue(property));
    copied[i]?.removeAttribute("class");
  }
  const [, , width = "0", height = "0"] = (svg.getAttribute("viewBox") ?? "").split(" ");
  copy.removeAttribute("class");
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  paper.setAttribute("y", (svg.getAttribute("viewBox") ?? "0 0").split(" ")[1] ?? "0");
  paper.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
  copy.prepend(paper);
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
}

/** The diagram in points, three for each unit, so that it stays sharp on paper. */
export async function raster(svg: SVGSVGElement): Promise<Blob> {
  const SCALE = 3;
  const url = URL.createObjectURL(picture(svg));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("the browser draws on no canvas");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error("the picture is too large for a canvas")) : resolve(blob)),
        "image/png",
      ),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Hands a file to the browser to be kept. */
export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

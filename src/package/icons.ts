import type { Picture } from './png.ts';

// The mark: four speech bubbles, one per party, whose points meet in one shared answer.

type Point = { x: number; y: number };
type Colour = readonly [number, number, number];

/** A shape is inside where its value is negative; coordinates go from -1 to 1, y downwards. */
type Shape = (at: Point) => number;
type Layer = { shape: Shape; colour: Colour };

const teal: Colour = [0x17, 0x50, 0x5e];
const white: Colour = [255, 255, 255];
const pale: Colour = [0xa9, 0xd6, 0xd3];
const amber: Colour = [0xf6, 0xb8, 0x3c];

const samples = 6;

const disc =
  (centre: Point, radius: number): Shape =>
  (at) =>
    Math.hypot(at.x - centre.x, at.y - centre.y) - radius;

/** The hull of a disc and a point: a speech bubble pointing at it (distance to a tapered segment). */
function bubble(centre: Point, radius: number, tip: Point, tipRadius: number): Shape {
  const along = { x: tip.x - centre.x, y: tip.y - centre.y };
  const length = Math.hypot(along.x, along.y);
  const unit = { x: along.x / length, y: along.y / length };
  const slope = (radius - tipRadius) / length;
  const cosine = Math.sqrt(1 - slope * slope);
  return (at) => {
    const from = { x: at.x - centre.x, y: at.y - centre.y };
    const ahead = from.x * unit.x + from.y * unit.y;
    const aside = Math.abs(from.x * unit.y - from.y * unit.x);
    const along = ahead * cosine - aside * slope;
    if (along < 0) return Math.hypot(ahead, aside) - radius;
    if (along > length * cosine) return Math.hypot(ahead - length, aside) - tipRadius;
    return ahead * slope + aside * cosine - radius;
  };
}

type Arrangement = { reach: number; radius: number; tip: number; tipRadius: number };

/** Four bubbles on the diagonals, clockwise from the upper left; `reach` is how far out their centres lie. */
function fourBubbles({ reach, radius, tip, tipRadius }: Arrangement): Shape[] {
  const at = (x: number, y: number, far: number): Point => ({
    x: x * far * Math.SQRT1_2,
    y: y * far * Math.SQRT1_2,
  });
  const corners: [number, number][] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ];
  return corners.map(([x, y]) => bubble(at(x, y, reach), radius, at(x, y, tip), tipRadius));
}

/** The 192 × 192 colour icon: the mark on the app's own colour, edge to edge. */
export function colourIcon(): Picture {
  const bubbles = fourBubbles({ reach: 0.47, radius: 0.245, tip: 0.15, tipRadius: 0.012 });
  return draw(192, [
    { shape: () => -1, colour: teal },
    ...bubbles.map((shape, index) => ({ shape, colour: index % 2 === 0 ? white : pale })),
    { shape: disc({ x: 0, y: 0 }, 0.15), colour: teal },
    { shape: disc({ x: 0, y: 0 }, 0.105), colour: amber },
  ]);
}

/** The 32 × 32 outline icon: the mark in white on transparent, two pixels from the edge. */
export function outlineIcon(): Picture {
  const bubbles = fourBubbles({ reach: 0.72, radius: 0.35, tip: 0.27, tipRadius: 0.02 });
  return draw(
    32,
    [...bubbles, disc({ x: 0, y: 0 }, 0.15)].map((shape) => ({ shape, colour: white })),
  );
}

function draw(size: number, layers: Layer[]): Picture {
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      pixels.set(pixelAt(row, column, size, layers), (row * size + column) * 4);
    }
  }
  return { width: size, height: size, pixels };
}

/** Averages the samples of one pixel; the colour of a half-covered pixel is not darkened by what is missing. */
function pixelAt(row: number, column: number, size: number, layers: Layer[]): number[] {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let sample = 0; sample < samples * samples; sample += 1) {
    const x = (2 * (column + ((sample % samples) + 0.5) / samples)) / size - 1;
    const y = (2 * (row + (Math.floor(sample / samples) + 0.5) / samples)) / size - 1;
    const top = layers.findLast(({ shape }) => shape({ x, y }) < 0);
    if (top === undefined) continue;
    covered += 1;
    top.colour.forEach((part, index) => {
      sum[index] = (sum[index] ?? 0) + part;
    });
  }
  if (covered === 0) return [255, 255, 255, 0];
  return [
    ...sum.map((part) => Math.round(part / covered)),
    Math.round((255 * covered) / (samples * samples)),
  ];
}

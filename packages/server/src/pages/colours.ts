type Rgb = [number, number, number];

function channels(hex: string): Rgb {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16)) as Rgb;
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Black or white, whichever reads better on the colour. */
export function contrastingText(hex: string): string {
  return luminance(channels(hex)) > 0.179 ? '#000000' : '#ffffff';
}

const grounds = {light: [0xff, 0xff, 0xff], dark: [0x16, 0x19, 0x1c]} satisfies Record<string, Rgb>;

/** The colour with black or white mixed in until it reads at 7:1 on the light or the dark ground of our pages. */
export function readableOn(ground: keyof typeof grounds, hex: string): string {
  const colour = channels(hex);
  const towards = ground === 'light' ? 0 : 255;
  const below = luminance(grounds[ground]) + 0.05;
  for (let step = 0; step <= 20; step += 1) {
    const mixed = colour.map((channel) => Math.round(channel + ((towards - channel) * step) / 20)) as Rgb;
    const above = luminance(mixed) + 0.05;
    if (Math.max(above, below) / Math.min(above, below) >= 7)
      return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
  }
  return ground === 'light' ? '#000000' : '#ffffff';
}

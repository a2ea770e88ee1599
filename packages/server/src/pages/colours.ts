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

/** The colour with white mixed in until it reads on a dark ground at 7:1. */
export function lightened(hex: string): string {
  const colour = channels(hex);
  const ground = luminance([0x16, 0x19, 0x1c]);
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = colour.map((channel) => Math.round(channel + (255 - channel) * share)) as Rgb;
    if ((luminance(mixed) + 0.05) / (ground + 0.05) >= 7) return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
  }
  return '#ffffff';
}

import {contrast} from '@buurtkit/texts';

/** Black or white, whichever reads better on the colour. */
export function contrastingText(hex: string): string {
  return contrast('#000000', hex) > contrast('#ffffff', hex) ? '#000000' : '#ffffff';
}

const grounds = {light: '#ffffff', dark: '#16191c'};

/** The colour with black or white mixed in until it reads at 7:1 on the light or the dark ground of our pages. */
export function readableOn(ground: keyof typeof grounds, hex: string): string {
  const towards = ground === 'light' ? 0 : 255;
  const steps = Array.from({length: 21}, (_, step) => mixed(hex, towards, step));
  return steps.find((colour) => contrast(colour, grounds[ground]) >= 7) ?? (ground === 'light' ? '#000000' : '#ffffff');
}

function mixed(hex: string, towards: number, twentieths: number): string {
  const channels = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
  return `#${channels
    .map((channel) =>
      Math.round(channel + ((towards - channel) * twentieths) / 20)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

// What counts how much when sections are ranked. Found by trying on three lists of queries; small changes matter little.

export const W = {
  heading: 2.2, text: 1.2, path: 0.4, home: 1.2, homeAmong: 0.6, homePrefix: 1, share: 0.6, near: 0.9, phrase: 0.45, whole: 2.7, asked: 3, besides: 0.4,
  rarest: 4, rarity: 1.6, glue: 0.25, unnamed: 0.5, part: 0.35, fine: 0.4, fineCode: 0.12, lead: 0.3, defined: 0.6, standing: [1, 0.93, 0.4], details: [1, 0.48, 0.7],
  typo: 0.7, cover: 1.4, least: 0.52, leastLong: 0.33, leastUnknown: 0.65, chapter: 0.7, last: 0.5, group: 0.5, saturate: 2, tail: 0.015,
};

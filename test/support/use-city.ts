import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type City, openCity } from './city.ts';
import { type Engines, openEngines } from './engines.ts';

/** Hands each test a city of its own on the engines of its file, and looks afterwards whether its platform took offence at anything. */
export function useCity(hand: (city: City) => void, v: { more?: NodeJS.ProcessEnv } = {}): void {
  let engines: Engines;
  let city: City;
  beforeAll(async () => void (engines = await openEngines()));
  afterAll(() => engines.close());
  beforeEach(async () => {
    city = await openCity(engines, v);
    hand(city);
  });
  afterEach(async () => {
    await city.close();
    expect(city.wecom.offences).toEqual([]);
  });
}

/** The numbers that the story's cases get, since its town is fresh. */
export const LOAN = 'BQ-2026-000001';
export const PENSIONS = 'BQ-2026-000002';
export const FIRE = 'BQ-2026-000003';
export const POWER = 'BQ-2026-000004';
export const TRANSFORMER = 'BQ-2026-000005';
export const FLATS = 'BQ-2026-000006';
export const JOBS = 'BQ-2026-000007';
export const DRAIN = 'BQ-2026-000008';

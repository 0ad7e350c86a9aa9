import { buildStores, type Stores } from '../../src/app/context.ts';
import { importRoster } from '../../src/app/import-roster.ts';
import { type Database, openDatabase } from '../../src/app/open-database.ts';
import { type Day, instantAt } from '../../src/domain/day.ts';
import { buildCalendar, type Calendar } from '../../src/domain/working-time.ts';
import { deliver } from '../chaos/callbacks.ts';
import type { Message } from '../chaos/message.ts';
import { makePlace, type Place } from '../chaos/place.ts';
import { buildSandboxClock, type SandboxClock } from '../chaos/sandbox-clock.ts';
import { buildServiceProcess, type ServiceProcess } from '../chaos/service-process.ts';
import { openPlatform, type Platform } from '../support/outside-platform.ts';
import { type Agenda, buildAgenda } from './agenda.ts';
import { type City, keyOf, makeUpCity, rosterOf } from './city.ts';
import { buildEars, listenTo } from './ears.ts';
import { changeStaff, declaredDays, type Outage, outagesOf } from './happenings.ts';
import { planHandovers } from './hand-over.ts';
import { liveUntil } from './live.ts';
import type { SimulateOptions } from './options.ts';
import { planYear } from './plan-year.ts';
import { buildStage, type Stage } from './stage.ts';

/** A Monday: with 52 weeks the holidays and make-up days of one published year, and the New Year of the next. */
export const FIRST_DAY: Day = '2025-01-06';
/** Now and then the platform delivers a message twice. */
const TWICE = 0.02;

/** On its last evening, with nothing of the next morning due: the checks look at all up to that day. */
const LAST_HOURS = 2;

/** The working days as the service knew them from an instant on. */
export interface KnownCalendar {
  since: Date;
  calendar: Calendar;
}

/** A year that has been lived through, the service stopped, its database still open. */
export interface Year {
  options: SimulateOptions;
  place: Place;
  database: Database;
  stores: Stores;
  platform: Platform;
  stage: Stage;
  outages: readonly Outage[];
  calendars: readonly KnownCalendar[];
  end: Date;
  /** False when the service did not go within 10 s of SIGTERM. */
  gone: boolean;
}

/** Lives through the weeks with one process of the service. @throws when the service stops answering; its log is in the data folder. */
export async function runYear(options: SimulateOptions, say: (line: string) => void): Promise<Year> {
  const { weeks, seed } = options;
  const platform = await openPlatform();
  const place = await makePlace({ SANDBOX: '1', WECOM_API_BASE: platform.base });
  say(`${options.subjects} subjects, ${weeks} weeks, seed ${seed}; data and log in ${place.dataDir}`);
  const city = makeUpCity(options.subjects, seed);
  const database = await openDatabase(place);
  const stores = buildStores(database.connection);
  await enter(rosterOf(city, seed), stores);
  for (const { chat } of groupsOf(city)) platform.addRobot(chat, keyOf(chat));
  const service = await buildServiceProcess({
    env: place.env,
    dataDir: place.dataDir,
    log: `${place.dataDir}/service.log`,
  });
  stopWithUs(service);
  await service.start();
  const clock = buildSandboxClock(() => service.url);
  const agenda = buildAgenda();
  const outages = outagesOf(FIRST_DAY, options);
  const calendars: KnownCalendar[] = [{ since: new Date(0), calendar: buildCalendar() }];
  try {
    await clock.moveTo(instantAt(FIRST_DAY, 0));
    const stage = await live(
      { options, city, platform, place, stores, service, clock, agenda, outages, calendars },
      say,
    );
    const gone = await service.stop();
    return { options, place, database, stores, platform, stage, outages, calendars, end: clock.now(), gone };
  } catch (error) {
    await service.stop();
    throw error;
  }
}

/** Whoever breaks a run off leaves no service behind. */
function stopWithUs(service: ServiceProcess): void {
  const stop = async (code: number) => {
    await service.stop();
    process.exit(code);
  };
  process.once('SIGINT', () => void stop(130));
  process.once('SIGTERM', () => void stop(143));
}

interface Setting {
  options: SimulateOptions;
  city: City;
  platform: Platform;
  place: Place;
  stores: Stores;
  service: ServiceProcess;
  clock: SandboxClock;
  agenda: Agenda;
  outages: readonly Outage[];
  calendars: KnownCalendar[];
}

async function live(v: Setting, say: (line: string) => void): Promise<Stage> {
  const { clock, agenda, options, city } = v;
  const send = (message: Message) => sendTo(v, message);
  const stage = buildStage({ seed: options.seed, city, agenda, now: clock.now, calendar: () => calendarNow(v), send });
  planYear(stage, FIRST_DAY, options.weeks);
  planOutages(v, stage);
  planCalendar(v, stage);
  planStaff(v, stage);
  planHandovers(stage, { monday: FIRST_DAY, weeks: options.weeks, enter: (file) => enter(file, v.stores) });
  const listen = listenTo(v.platform.shown);
  const tell = buildEars(stage);
  const end = instantAt(FIRST_DAY, (options.weeks * 7 * 24 - LAST_HOURS) * 60);
  await liveUntil(end, { stage, agenda, clock, hear: () => tell(listen()), say });
  return stage;
}

function planOutages({ outages, clock }: Setting, stage: Stage): void {
  for (const { from, to } of outages) {
    stage.at(from, async () => {
      if (to > clock.now()) await clock.moveTo(to, true);
    });
  }
}

function calendarNow({ calendars }: Setting): Calendar {
  return calendars.at(-1)?.calendar ?? buildCalendar();
}

function planCalendar({ options, stores, clock, calendars }: Setting, stage: Stage): void {
  const declared = new Map<Day, boolean>();
  for (const { on, day, worked } of declaredDays(FIRST_DAY, options)) {
    stage.at(on, async () => {
      await declare(stores, day, worked);
      calendars.push({ since: clock.now(), calendar: buildCalendar(declared.set(day, worked)) });
    });
  }
}

async function sendTo({ options, platform, place, service, clock }: Setting, message: Message): Promise<void> {
  const chat = message.botChatid ?? `single-${message.by.userid}`;
  const line = {
    bot: place.bot,
    url: () => service.url,
    now: clock.now,
    responseUrl: (answers: string) => platform.issueResponseUrl({ chat, answers, now: clock.now() }),
  };
  await deliver(message, line);
  const number = Number(message.msgid.slice(3));
  if ((number * 7919 + options.seed) % 1000 < TWICE * 1000) await deliver(message, line);
}

function planStaff({ options, city, platform, stores }: Setting, stage: Stage): void {
  for (let week = 2; week < options.weeks; week += 4) {
    stage.at(instantAt(FIRST_DAY, (week * 7 + 2) * 24 * 60 + 9 * 60 + 30), async () => {
      const file = changeStaff(city, { n: week, seed: options.seed });
      for (const { chat } of city.leaders.slice(-1)) platform.addRobot(chat, keyOf(chat));
      await enter(file, stores);
    });
  }
}

async function enter(file: object, stores: Stores): Promise<void> {
  const config = { sandbox: true, corpId: null };
  const { problems } = await importRoster({ file, skipBad: false, config, stores });
  if (problems.length > 0) throw new Error(`the roster was refused: ${JSON.stringify(problems[0])}`);
}

/** As `npm run calendar` does it. */
async function declare({ calendar, versions }: Stores, day: Day, worked: boolean): Promise<void> {
  await calendar.setDay({ day, worked, name: worked ? '调休' : '停工' });
  await versions.bump('calendar');
}

function groupsOf(city: City): { chat: string; reachable: boolean }[] {
  const always = [...city.units, { chat: city.officeChat }].map(({ chat }) => ({ chat, reachable: true }));
  return [...city.subjects, ...city.leaders, ...always].filter(({ reachable }) => reachable);
}
